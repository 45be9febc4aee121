#pragma once

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/StatementTable.h"

#include <vector>

namespace naru::analyzers::graph {

/// What readers and writers of Spring Batch do with data where no SQL says it: a writer for JPA, Hibernate or MongoDB writes the entity of
/// its type argument; a reader or writer of a repository calls the method that it is given; a paging reader reads what its clauses say.
/// Those texts are marked in `usedStrings`; comes before linkQueries.
void linkBatchItems(CodeIndex& index, const CodeLookup& lookup, const EntityMap& entities, StatementTable& statements,
                    std::vector<bool>& usedStrings);

} // namespace naru::analyzers::graph
