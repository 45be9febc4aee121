#pragma once

#include "analyzers/spi/CodeIndex.h"

#include <cstdint>
#include <vector>

namespace naru::analyzers::graph {

/// A line of a member at which a query that was made before is run (getResultList, executeQuery ...), or at which one is made.
struct QueryRun {
    core::MemberId member;
    std::uint32_t line = 0;
    bool makes = false;
    friend auto operator<=>(const QueryRun&, const QueryRun&) = default;
};

/// All of them, in order. A query runs where its result is asked for, and that may be behind other calls.
[[nodiscard]] std::vector<QueryRun> queryRuns(const CodeIndex& index);

/// The line at which what `edge` executes runs.
[[nodiscard]] std::uint32_t runLine(const core::ExecuteEdge& edge, const std::vector<QueryRun>& runs);

} // namespace naru::analyzers::graph
