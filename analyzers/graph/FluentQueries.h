#pragma once

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/StatementTable.h"

namespace naru::analyzers::graph {

/// Queries put together by calls: QueryDSL (`factory.selectFrom(member).join(member.team, team)`, whose classes QMember are made from the
/// entities and seldom stand in the source), jOOQ (`dsl.update(ORDERS)`, whose tables are generated classes, or
/// `dsl.update(table("orders"))`) and MyBatis Dynamic SQL (`select(id).from(orders)`, whose tables are classes, too). A call that names
/// tables begins a statement of the member it stands in (from, update, insertInto ...) or adds to the one before (join ...).
void linkFluentQueries(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements);

} // namespace naru::analyzers::graph
