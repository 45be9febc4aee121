#pragma once

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/StatementTable.h"

#include <vector>

namespace naru::analyzers::graph {

/// Writes that no call names: a method that runs in a transaction, loads an entity and changes it through a setter, or another method
/// that sets a field of it, writes the table of the entity. Only where nothing speaks against it: the transaction is not read-only, the
/// method makes no new object of that class and does not store it in so many words. `boundaries`: members that open a transaction.
void linkDirtyChecking(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, const std::vector<bool>& boundaries,
                       StatementTable& statements);

} // namespace naru::analyzers::graph
