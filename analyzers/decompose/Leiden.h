#pragma once

#include "analyzers/decompose/EvidenceGraph.h"
#include "core/base/Error.h"
#include "core/base/Job.h"

#include <cstdint>
#include <span>
#include <vector>

namespace naru::analyzers::decompose {

using Labels = std::vector<std::uint32_t>; ///< cluster by node, numbered from 0 in order of first node

struct LeidenOptions {
    double resolution = 1; ///< gamma of modularity; above 1 gives more clusters
    int iterations = 6;    ///< 2 to 10
    int seeds = 5;         ///< runs with different random numbers; the best modularity wins, the first of equals
};

/// Leiden clustering (Traag, Waltman, van Eck 2019) of igraph for modularity with resolution.
/// Same result for the same input on every run. Errors: Internal when the library fails.
core::Result<Labels> leiden(const WeightedGraph& graph, const LeidenOptions& options);

/// Clusterings at several rising resolutions, in their order. `fromFinest`: only the finest is made from the nodes, the coarser ones
/// from its clusters (for large graphs). Errors: those of leiden(); Cancelled.
core::Result<std::vector<Labels>> leidenLadder(const WeightedGraph& graph, std::span<const double> resolutions, LeidenOptions options,
                                               bool fromFinest, core::Job& job);

/// The consensus of several clusterings: the index of the one that agrees most with all the others (mean adjusted Rand index).
std::size_t consensusOf(const std::vector<Labels>& clusterings);

/// Modularity with resolution: sum over clusters of (inside - gamma strength^2 / total) / total.
double modularity(const WeightedGraph& graph, const Labels& labels, double resolution);

/// Renumbers in order of first node; returns the number of clusters.
std::uint32_t renumber(Labels& labels);

} // namespace naru::analyzers::decompose
