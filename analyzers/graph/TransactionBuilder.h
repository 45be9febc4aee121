#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/InheritedHandlers.h"
#include "analyzers/graph/KeyedAnswers.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/QueryRuns.h"
#include "analyzers/graph/TransactionBoundaries.h"
#include "analyzers/graph/TransactionSteps.h"
#include "core/base/Job.h"

#include <vector>

namespace naru::analyzers::graph {

/// Calls that an object makes of itself (`save()`, `this.save()`, `super.save()`): no proxy or container sees them, so they begin no transaction.
/// One flag per call of the model, set only for those of members with a use of their own.
std::vector<bool> selfCalls(const core::CodeModel& model, const CodeLookup& lookup, const std::vector<TransactionUse>& uses);

/// Per type the methods that a framework runs before each of its handlers (@ModelAttribute of Spring MVC).
std::vector<std::vector<core::MemberId>> preparingMembers(const CodeIndex& index);

/// What calls do about transactions.
struct CallUses {
    std::vector<TransactionUse> uses; ///< by member
    std::vector<bool> byCode = {};    ///< by member: those that calls of an object to itself open, too; empty for none
    std::vector<bool> begins = {};    ///< by member: of these, those that leave its end to others; empty for none

    /// A proxy or a container sees the calls that come from outside of the object; code opens its own for each.
    [[nodiscard]] TransactionUse of(const Step& call) const
    {
        const bool seen = call.self == 0 || (!byCode.empty() && byCode[call.target]);
        return seen ? uses[call.target] : TransactionUse::Callers;
    }
    [[nodiscard]] TransactionUse of(core::MemberId start) const { return uses[start.value]; }
};

/// What the walks along the call graph need to know beside the graph.
struct TransactionRules {
    CallUses calls;
    std::vector<bool> selfCalls;                        ///< by call; empty for none
    std::vector<std::vector<core::MemberId>> preparing; ///< by type
    const std::vector<Dispatch>& dispatches;
    const std::vector<core::CallEdge>& pages; ///< steps into the code of pages, beside the calls
    InheritedHandlers inherited = {};
    std::vector<QueryRun> runs = {};
    KeyedAnswers keyed = {};
};

/// Per entry point the tables it reads and writes, in the order of the code along the call graph; where its handler decides by
/// a request parameter, the same for each of its actions. Every member is looked at once per walk, so cycles end. Errors: Cancelled.
core::Result<void> buildTransactions(core::CodeModel& model, const TransactionRules& rules, core::Job& job);

} // namespace naru::analyzers::graph
