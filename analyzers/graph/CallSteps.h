#pragma once

#include "analyzers/graph/TransactionBuilder.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace naru::analyzers::graph {

/// A step of a member: a call or a statement.
struct Step {
    std::uint32_t line = 0;
    std::uint32_t statement : 1 = 0;
    std::uint32_t target : 31 = 0;
};

/// The steps of all members in one array.
struct Steps {
    std::vector<std::size_t> first; ///< by member; one more at the end
    std::vector<Step> all;
};

/// The calls and statements of each member in the order of its lines. A step to where an earlier one of the same member leads is left
/// out, unless the branches of the member are walked apart.
Steps stepsOf(const core::CodeModel& model, const TransactionRules& rules);

} // namespace naru::analyzers::graph
