#include "analyzers/graph/Linkers.h"

#include "analyzers/graph/AbsentInterfaces.h"
#include "analyzers/graph/BatchItems.h"
#include "analyzers/graph/BeanLinks.h"
#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/BeanSql.h"
#include "analyzers/graph/BranchCalls.h"
#include "analyzers/graph/CamelLinker.h"
#include "analyzers/graph/CamelRoutes.h"
#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/CollectionLinker.h"
#include "analyzers/graph/ComponentUnits.h"
#include "analyzers/graph/DirtyChecking.h"
#include "analyzers/graph/Doclets.h"
#include "analyzers/graph/EntityBeans.h"
#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/EntryIds.h"
#include "analyzers/graph/EventLinker.h"
#include "analyzers/graph/EventMappings.h"
#include "analyzers/graph/FlowLinker.h"
#include "analyzers/graph/FluentQueries.h"
#include "analyzers/graph/FrontControllers.h"
#include "analyzers/graph/JdbcObjects.h"
#include "analyzers/graph/MapperLinker.h"
#include "analyzers/graph/MessageLinker.h"
#include "analyzers/graph/NamedServices.h"
#include "analyzers/graph/NamedStatements.h"
#include "analyzers/graph/OjbQueries.h"
#include "analyzers/graph/PageEntries.h"
#include "analyzers/graph/ParallelFiles.h"
#include "analyzers/graph/Placeholders.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/PropertySql.h"
#include "analyzers/graph/QueryLinker.h"
#include "analyzers/graph/ReflectiveActions.h"
#include "analyzers/graph/RemoteCopies.h"
#include "analyzers/graph/RemoteLinker.h"
#include "analyzers/graph/ScriptObjects.h"
#include "analyzers/graph/ServiceCalls.h"
#include "analyzers/graph/ServiceEntries.h"
#include "analyzers/graph/SqlBuilders.h"
#include "analyzers/graph/SqlFragments.h"
#include "analyzers/graph/StatementTable.h"
#include "analyzers/graph/TableCatalog.h"
#include "analyzers/graph/TagLinks.h"
#include "analyzers/graph/TransactionBuilder.h"
#include "analyzers/graph/ViewCatalog.h"
#include "analyzers/graph/ViewLinker.h"
#include "analyzers/graph/VocabularyCollector.h"
#include "analyzers/graph/WebEntryLinker.h"

namespace naru::analyzers::graph {

namespace {

/// EXEC SQL statements, each held by the function in which it stands.
void linkEmbeddedSql(const CodeIndex& index, StatementTable& statements)
{
    for (const EmbeddedSql& embedded : index.embeddedSql) {
        if (index.model[embedded.at.file].test)
            continue;
        const std::string_view text = index.model.text(embedded.text);
        const sql::SqlFacts facts = sql::readSql(text);
        if (facts.tables.empty() && facts.procedures.empty())
            continue;
        const core::StatementId made = statements.held(embedded.in, core::StatementOrigin::EmbeddedSql, facts.kind, embedded.at);
        statements.addSql(made, facts, text, embedded.at, TextLines::OfFile);
        statements.execute(embedded.in, made, embedded.at, core::Rule::SqlText);
    }
}

} // namespace

core::Result<void> runLinkers(CodeIndex& index, ProjectParts parts, const SourceTexts& texts, core::Job& job)
{
    job.progress("analysis.stage.link", 0);
    ProjectFacts facts = joinProjectParts(std::move(parts), index.model);
    const std::vector<OfferedMethods> offered = addDoclets(index, facts);
    settlePlaceholders(index, facts);
    declareBeanSql(index, facts);
    const std::vector<CamelRoute> routes = declareCamelRoutes(index);
    const std::vector<NamedStatement> named = declareNamedStatements(index, facts);
    const CodeLookup lookup(index);
    const BeanNames beans(lookup, facts);
    linkBeans(index, lookup, facts);
    linkMapperProviders(index, lookup);
    linkAbsentInterfaces(index, lookup, facts);
    linkRemoteCopies(index, lookup);
    linkEvents(index, lookup);
    linkEventMappings(index, lookup, facts);
    linkComponentCalls(index, lookup);

    TableCatalog tables(index.model);
    tables.addScripts(facts);
    const RoutineCatalog routines(facts);
    StatementTable statements(index.model, tables, routines);
    std::vector<bool> usedStrings(index.strings.size(), false);
    linkMappers(index, lookup, facts, statements, usedStrings);
    linkPropertySql(index, lookup, facts, statements, usedStrings);
    EntityMap entities(index, lookup, facts, tables);
    entities.build();
    linkBatchItems(index, lookup, entities, statements, usedStrings);
    linkQueries(index, lookup, entities, statements, usedStrings);
    index.handedCalls = {};
    linkOjbQueries(index, lookup, entities, statements);
    linkEntityBeans(index, lookup, facts, statements);
    linkFluentQueries(index, lookup, entities, statements);
    linkSqlBuilders(index, lookup, entities, statements, usedStrings);
    linkCollections(index, lookup, statements);
    linkEmbeddedSql(index, statements);
    linkJdbcObjects(index, lookup, statements);
    linkFragments(index, lookup, statements, entities, usedStrings);
    TransactionBoundaries boundaries = transactionBoundaries(index, lookup, facts, beans);
    std::vector<bool> writing(boundaries.uses.size(), false);
    for (std::size_t i = 0; i < writing.size(); ++i)
        writing[i] = opens(boundaries.uses[i]) && !boundaries.readOnly[i];
    linkDirtyChecking(index, lookup, entities, writing, statements);
    tables.resolveForeignKeys();
    job.progress("analysis.stage.link", 0.5);
    if (job.cancelled()) {
        return core::failure(core::ErrorCode::Cancelled, "analysis.cancelled");
    }

    const ViewCatalog views(index, facts);
    linkEntries(index, lookup, facts, beans, views);
    addOfferedMethods(index, lookup, offered);
    linkFrontControllers(index, lookup, facts, views);
    narrowCallsInBranches(index, lookup);
    const std::vector<core::CallEdge> flows = linkFlows(index, lookup, facts, beans);
    linkCamel(index, lookup, facts, beans, routes);
    linkReflectiveActions(index, lookup, facts);
    linkNamedServices(index, lookup, facts);
    addNamedStatements(index, lookup, named);
    tellEntriesApart(index.model, lookup);
    readObjectCalls(index.model, texts, facts);
    linkViews(index, lookup, facts, beans, views);
    const std::vector<core::CallEdge> tags = linkTags(index, lookup, facts, views);
    std::vector<core::CallEdge> pages = linkPageCode(index, lookup, views);
    pages.insert(pages.end(), tags.begin(), tags.end());
    pages.insert(pages.end(), flows.begin(), flows.end());
    linkRemoteCalls(index, lookup, facts);
    linkMessages(index, lookup, facts);
    linkServiceCalls(index, lookup);
    linkBatchStarts(index, lookup);
    for (const core::MemberId boundary : index.boundaries) {
        boundaries.uses[boundary.value] = TransactionUse::Joins;
        boundaries.byCode[boundary.value] = boundaries.begins[boundary.value] = true;
    }
    std::vector<bool> ownCalls = selfCalls(index.model, lookup, boundaries.uses);
    const TransactionRules rules{
        .calls = {.uses = std::move(boundaries.uses), .byCode = std::move(boundaries.byCode), .begins = std::move(boundaries.begins)},
        .selfCalls = std::move(ownCalls),
        .preparing = preparingMembers(index),
        .dispatches = index.dispatches,
        .pages = pages,
        .inherited = InheritedHandlers(index.model, lookup),
        .runs = queryRuns(index),
        .keyed = KeyedAnswers(index, lookup)};
    core::Result<void> walked;
    runTogether(job, {[&] { walked = buildTransactions(index.model, rules, job); }, [&] { collectVocabulary(index, job); }});
    return walked;
}

} // namespace naru::analyzers::graph
