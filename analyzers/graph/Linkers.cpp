#include "analyzers/graph/Linkers.h"

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/MapperLinker.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/QueryLinker.h"
#include "analyzers/graph/StatementTable.h"
#include "analyzers/graph/TableCatalog.h"
#include "analyzers/graph/TransactionBuilder.h"
#include "analyzers/graph/ViewCatalog.h"
#include "analyzers/graph/ViewLinker.h"
#include "analyzers/graph/WebEntryLinker.h"

namespace naru::analyzers::graph {

core::Result<void> runLinkers(CodeIndex& index, const SourceTexts& texts, core::Job& job)
{
    job.progress("analysis.stage.link", 0);
    auto facts = readProjectFacts(index, texts, job);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    const CodeLookup lookup(index);

    TableCatalog tables(index.model);
    tables.addScripts(*facts);
    StatementTable statements(index.model, tables);
    std::vector<bool> usedStrings(index.strings.size(), false);
    linkMappers(index, lookup, *facts, statements, usedStrings);
    EntityMap entities(index, lookup, *facts, tables);
    entities.build();
    linkQueries(index, lookup, *facts, entities, statements, usedStrings);
    tables.resolveForeignKeys();
    job.progress("analysis.stage.link", 0.5);
    if (job.cancelled()) {
        return core::failure(core::ErrorCode::Cancelled, "analysis.cancelled");
    }

    const ViewCatalog views(index, *facts);
    linkEntries(index, lookup, *facts, views);
    linkViews(index, lookup, *facts, views);
    const std::vector<bool> boundaries = transactionBoundaries(index, lookup, *facts);
    return buildTransactions(index.model, boundaries, job);
}

} // namespace naru::analyzers::graph
