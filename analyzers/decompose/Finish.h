#pragma once

#include "analyzers/decompose/EvidenceGraph.h"
#include "analyzers/decompose/Leiden.h"

#include <vector>

namespace naru::analyzers::decompose {

/// A division of the members: cluster by member, kNoMember for one that is in none.
using Division = Labels;

/// Members by cluster.
std::vector<std::vector<std::uint32_t>> clustersOf(const Division& division);

/// Sum of the members' name vectors, each of length one.
SparseVector nameCentroid(const EvidenceBase& base, const std::vector<std::uint32_t>& members);

struct FinishOptions {
    std::uint32_t atLeast = 0; ///< never merge or dissolve below this number of contexts (a person asked for it)
    std::vector<char> fixed;   ///< members that must not leave their context (pins), empty: none
};

/// Turns raw clusters into contexts an architect would accept: clusters with the same
/// words become one; what cannot stand alone (too small, only views, no entry point) is
/// handed to the others; parts of one aggregate come together.
Division finish(const EvidenceBase& base, const WeightedGraph& graph, Division division, const SplitData& data,
                const FinishOptions& options);

// The steps, each on its own.
Division mergeByName(const EvidenceBase& base, Division division, const SplitData& data, const FinishOptions& options);
Division dissolveWeak(const EvidenceBase& base, const WeightedGraph& graph, Division division, const SplitData& data,
                      const FinishOptions& options);
Division mergeAggregates(const EvidenceBase& base, Division division, const SplitData& data, const FinishOptions& options);

/// Whether a set of members can be a context: size, something that is no view, a way in.
bool standsAlone(const EvidenceBase& base, const std::vector<std::uint32_t>& members, const SplitData& data);

/// Places every member of `open` (now in no cluster): with its composition owner, else with the
/// only context that uses it, else where label propagation over the graph leads; what has no tie stays out.
void place(const EvidenceBase& base, const WeightedGraph& graph, const std::vector<std::uint32_t>& open, Division& division);

/// Omnipresent members: many distinct users, spread over the clusters; tables, entities and entry points are none.
std::vector<char> omnipresent(const EvidenceBase& base, const Division& division, const SplitData& data);

} // namespace naru::analyzers::decompose
