#pragma once

#include "analyzers/decompose/Finish.h"

#include <vector>

namespace naru::analyzers::decompose {

/// Hierarchical density clusters of the evidence graph (HDBSCAN; Campello, Moulavi and Sander 2013): a second opinion that shares
/// nothing with modularity. The density of a pair is its weight relative to the strengths of both ends, bounded by the density of
/// each end (that to its `smallest`-th nearest); clusters are the branches of the density tree with the greatest excess of mass.
/// Members in no dense region are in none (kNoMember). Deterministic.
Division densityClusters(const WeightedGraph& graph, std::uint32_t smallest);

/// What the second opinion says of one member.
struct MemberOpinion {
    double agreement = -1;             ///< of those it puts together with the member, the share that the division puts there as well, 0 to 1; -1: no opinion
    std::uint32_t context = kNoMember; ///< where most of those stand; the member's own of equals
    double share = 0;                  ///< of them
};

/// How far the second opinion agrees with the place of each member; without an opinion where it has none or the member is in no context.
std::vector<MemberOpinion> opinionsOf(const Division& division, const Division& opinion);

} // namespace naru::analyzers::decompose
