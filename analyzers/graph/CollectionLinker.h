#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/StatementTable.h"

namespace naru::analyzers::graph {

/// Uses of document and map stores through their own drivers: what is done with a collection that code opens by a constant name
/// (database.getCollection("booking").insertOne(..)) is a statement on a table of that name. A collection is followed through
/// locals of one method, fields that are given it, and methods that hand it on.
void linkCollections(CodeIndex& index, const CodeLookup& lookup, StatementTable& statements);

} // namespace naru::analyzers::graph
