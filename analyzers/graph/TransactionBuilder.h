#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/InheritedHandlers.h"
#include "analyzers/graph/ProjectFacts.h"
#include "core/base/Job.h"

#include <vector>

namespace naru::analyzers::graph {

/// The members at which a transaction begins: @Transactional, tx:advice with its pointcuts, TransactionProxyFactoryBean,
/// EJB container transactions, and members that begin one themselves. One flag per member.
/// `readOnly`: those whose advice in XML says that they only read.
std::vector<bool> transactionBoundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts,
                                        std::vector<bool>& readOnly);

/// Per type the methods that a framework runs before each of its handlers (@ModelAttribute of Spring MVC).
std::vector<std::vector<core::MemberId>> preparingMembers(const CodeIndex& index);

/// What the walks along the call graph need to know beside the graph.
struct TransactionRules {
    std::vector<bool> boundaries;                       ///< by member
    std::vector<std::vector<core::MemberId>> preparing; ///< by type
    const std::vector<Dispatch>& dispatches;
    const std::vector<core::CallEdge>& pages; ///< steps into the code of pages, beside the calls
    InheritedHandlers inherited = {};
};

/// Per entry point the tables it reads and writes, in the order of the code along the call graph; where its handler decides by
/// a request parameter, the same for each of its actions. Every member is looked at once per walk, so cycles end. Errors: Cancelled.
core::Result<void> buildTransactions(core::CodeModel& model, const TransactionRules& rules, core::Job& job);

} // namespace naru::analyzers::graph
