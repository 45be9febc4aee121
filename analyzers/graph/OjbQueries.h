#pragma once

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/StatementTable.h"

namespace naru::analyzers::graph {

/// Queries of Apache OJB: `QueryFactory.newQuery(Order.class, criteria)`, `new QueryByCriteria(Order.class)`. The member that makes one
/// reads the tables of the class; where it hands it to `deleteByQuery` it deletes from them instead.
void linkOjbQueries(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements);

} // namespace naru::analyzers::graph
