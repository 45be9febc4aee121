#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <vector>

namespace naru::analyzers::graph {

/// The members at which a transaction begins: @Transactional, tx:advice with its pointcuts, TransactionProxyFactoryBean,
/// EJB container transactions, and members that begin one themselves. One flag per member.
std::vector<bool> transactionBoundaries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

/// Per entry point the tables it reads and writes, in the order of the code along the call graph. Every member is looked at
/// once per entry point, so cycles end. Errors: Cancelled.
core::Result<void> buildTransactions(core::CodeModel& model, const std::vector<bool>& boundaries, core::Job& job);

} // namespace naru::analyzers::graph
