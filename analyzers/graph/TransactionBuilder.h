#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/InheritedHandlers.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/QueryRuns.h"
#include "core/base/Job.h"

#include <vector>

namespace naru::analyzers::graph {

/// Where transactions begin, one flag per member.
struct TransactionBoundaries {
    std::vector<bool> opens;    ///< @Transactional, tx:advice with its pointcuts, proxies of Spring's XML, EJB containers, and `byCode`
    std::vector<bool> byCode;   ///< those that begin one themselves, whoever calls them
    std::vector<bool> readOnly; ///< those whose advice in XML says that they only read
};

TransactionBoundaries transactionBoundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

/// Calls that an object makes of itself (`save()`, `this.save()`, `super.save()`): no proxy or container sees them, so they begin no transaction.
/// One flag per call of the model, set only for those of members that `opens` marks.
std::vector<bool> selfCalls(const core::CodeModel& model, const CodeLookup& lookup, const std::vector<bool>& opens);

/// Per type the methods that a framework runs before each of its handlers (@ModelAttribute of Spring MVC).
std::vector<std::vector<core::MemberId>> preparingMembers(const CodeIndex& index);

/// What the walks along the call graph need to know beside the graph.
struct TransactionRules {
    std::vector<bool> boundaries;                       ///< by member
    std::vector<bool> byCode;                           ///< by member: boundaries that calls of an object to itself open, too
    std::vector<bool> selfCalls;                        ///< by call; empty for none
    std::vector<std::vector<core::MemberId>> preparing; ///< by type
    const std::vector<Dispatch>& dispatches;
    const std::vector<core::CallEdge>& pages; ///< steps into the code of pages, beside the calls
    InheritedHandlers inherited = {};
    std::vector<QueryRun> runs = {};
};

/// Per entry point the tables it reads and writes, in the order of the code along the call graph; where its handler decides by
/// a request parameter, the same for each of its actions. Every member is looked at once per walk, so cycles end. Errors: Cancelled.
core::Result<void> buildTransactions(core::CodeModel& model, const TransactionRules& rules, core::Job& job);

} // namespace naru::analyzers::graph
