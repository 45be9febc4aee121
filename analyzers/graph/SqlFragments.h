#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/StatementTable.h"

namespace naru::analyzers::graph {

/// Parts of queries that a method keeps for others (`String schema() { return "c.id from client c join ..."; }`): the member in which the
/// text stands reads the tables, as far as the system knows them. Comes after all whole statements, which make tables known.
void linkFragments(const CodeIndex& index, const CodeLookup& lookup, StatementTable& statements, const EntityMap& entities,
                   const std::vector<bool>& usedStrings);

} // namespace naru::analyzers::graph
