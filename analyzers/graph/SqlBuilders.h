#pragma once

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/StatementTable.h"

#include <vector>

namespace naru::analyzers::graph {

/// Statements that calls put together clause by clause: with the SQL class of MyBatis (`new SQL().SELECT(..).FROM(..)`), and with builders
/// of the system's own (`Query.deleteFrom(TABLE).where(..)`, see BuilderWords). They belong to the member that makes the calls. The strings
/// they are made of are marked in `usedStrings`. Comes after whole statements and before fragments.
void linkSqlBuilders(const CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements,
                     std::vector<bool>& usedStrings);

/// @SelectProvider and its like: a method of a mapper runs what the method that it names makes.
void linkMapperProviders(CodeIndex& index, const CodeLookup& lookup);

} // namespace naru::analyzers::graph
