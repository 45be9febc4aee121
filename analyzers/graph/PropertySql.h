#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/StatementTable.h"

#include <vector>

namespace naru::analyzers::graph {

/// SQL kept in property files, and in XML files of a framework's own kind, under keys that the code names
/// (SystemGlobals.getSql("PostModel.selectById"), new LCommonDao("/po/orderSql/findOrders", input) with the path of the file): one statement
/// for each key, whatever number of files (one for each database) has it. Strings that are keys are marked as used.
void linkPropertySql(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements,
                     std::vector<bool>& usedStrings);

} // namespace naru::analyzers::graph
