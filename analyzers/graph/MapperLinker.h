#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/StatementTable.h"

namespace naru::analyzers::graph {

/// Turns mapper XML and mapper annotations into statements, and finds who executes them: methods of mapper
/// interfaces, and calls that name a statement by a string. Strings that were used so are marked in `usedStrings`
/// (by index into CodeIndex::strings), so that nobody takes them for something else.
void linkMappers(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements,
                 std::vector<bool>& usedStrings);

} // namespace naru::analyzers::graph
