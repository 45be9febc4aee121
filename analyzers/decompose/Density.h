#pragma once

#include "analyzers/decompose/Finish.h"

#include <vector>

namespace naru::analyzers::decompose {

/// Hierarchical density clusters of the evidence graph (HDBSCAN; Campello, Moulavi and Sander 2013): a second opinion that shares
/// nothing with modularity. The density of a pair is its weight relative to the strengths of both ends, bounded by the density of
/// each end (that to its `smallest`-th nearest); clusters are the branches of the density tree with the greatest excess of mass.
/// Members in no dense region are in none (kNoMember). Deterministic.
Division densityClusters(const WeightedGraph& graph, std::uint32_t smallest);

/// How far the second opinion agrees with the place of each member: of those it puts together with the member, the share that the
/// division puts there as well, 0 to 1; -1 where it has no opinion or the member is in no context.
std::vector<double> agreementOf(const Division& division, const Division& opinion);

} // namespace naru::analyzers::decompose
