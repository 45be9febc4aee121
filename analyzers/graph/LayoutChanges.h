#pragma once

#include "analyzers/graph/AnalysisCache.h"
#include "core/base/Job.h"

#include <optional>

namespace naru::analyzers::graph {

/// The result for a tree in which some Java files have changed since the last run, but not in what they say: comments, empty lines and
/// other layout. It is the last result with the places of these files moved, and what an analysis of all would give. Empty when more
/// has changed, or when the cache does not know enough. `pool` is that which the cache filled; the cache is kept up to date.
std::optional<CodeIndex> afterLayoutChanges(const SourceTree& tree, const ReadLimits& limits, core::StringPool& pool, AnalysisCache& cache,
                                            core::Job& job);

} // namespace naru::analyzers::graph
