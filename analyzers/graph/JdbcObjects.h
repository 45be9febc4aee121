#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/StatementTable.h"

namespace naru::analyzers::graph {

/// Objects of Spring's JDBC that are made once and run elsewhere. Who calls a class of the system below MappingSqlQuery, SqlUpdate or
/// StoredProcedure runs the statements of its constructors; who executes a SimpleJdbcInsert runs those that another member of the class
/// configured. Comes after all that makes statements of code.
void linkJdbcObjects(const CodeIndex& index, const CodeLookup& lookup, StatementTable& statements);

} // namespace naru::analyzers::graph
