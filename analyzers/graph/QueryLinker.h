#pragma once

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/StatementTable.h"

namespace naru::analyzers::graph {

/// Statements in code: SQL and JPQL strings, named queries, uses of entities through EntityManager, Session and
/// Spring Data repositories. Strings marked in `usedStrings` name mapper statements and are passed over.
void linkQueries(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements,
                 const std::vector<bool>& usedStrings);

} // namespace naru::analyzers::graph
