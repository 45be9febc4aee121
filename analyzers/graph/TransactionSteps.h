#pragma once

#include "analyzers/graph/QueryRuns.h"
#include "analyzers/spi/CodeIndex.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace naru::analyzers::graph {

/// A step of a member: a call or a statement.
struct Step {
    std::uint32_t otherFile = 0; ///< 0: it stands in the file of the member; else in the file before this number
    std::uint32_t line = 0;
    std::uint32_t statement : 1 = 0;
    std::uint32_t self : 1 = 0; ///< a call that an object makes of itself
    std::uint32_t target : 30 = 0;
};

/// The steps of all members in one array.
struct Steps {
    std::vector<std::size_t> first; ///< by member; one more at the end
    std::vector<Step> all;
};

/// The calls and statements of each member, in the order in which Java runs them as far as lines and the order of the calls tell (what a
/// call is given runs before it), those that stand in other files last; `pages` are steps beside the calls. A step to where an earlier one
/// of the same member leads is left out, unless the member has one of the `dispatches`: its branches are walked apart.
/// `selfCalls`: by call of the model, or empty. `runs`: where queries run that were made before.
[[nodiscard]] Steps stepsOf(const core::CodeModel& model, const std::vector<core::CallEdge>& pages, const std::vector<Dispatch>& dispatches,
                            const std::vector<bool>& selfCalls = {}, const std::vector<QueryRun>& runs = {});

/// By member: one of `these`, or one that a walk leads from to one of them.
[[nodiscard]] std::vector<bool> leadingTo(const std::vector<std::uint32_t>& these, std::size_t members, const Steps& steps);

/// Members below which a statement runs.
[[nodiscard]] std::vector<bool> reachingStatements(std::size_t members, const Steps& steps);

/// Whether two of the branches lead to data by different steps.
[[nodiscard]] bool dividesData(const Dispatch& dispatch, const Steps& steps, const std::vector<bool>& reaching);

} // namespace naru::analyzers::graph
