// The part of EntityMap that collects the SQL which mappings hold.

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/NamedQueries.h"
#include "analyzers/sql/SqlReader.h"
#include "analyzers/sql/SqlTokens.h"

#include <algorithm>
#include <array>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

struct Holder {
    std::string_view annotation;
    std::string_view key;
    std::string_view use;
};

constexpr auto kOfTypes = std::to_array<Holder>({{"SQLInsert", "sql", "insert"},
                                                 {"SQLUpdate", "sql", "update"},
                                                 {"SQLDelete", "sql", "delete"},
                                                 {"SQLDeleteAll", "sql", "delete"},
                                                 {"SQLSelect", "sql", "load"},
                                                 {"Where", "clause", "filter"},
                                                 {"SQLRestriction", "value", "filter"},
                                                 {"DiscriminatorFormula", "value", "formula"}});
constexpr auto kOfMembers = std::to_array<Holder>(
    {{"Formula", "value", "formula"}, {"JoinFormula", "value", "formula"}, {"ColumnTransformer", "read", "formula"}});

} // namespace

void EntityMap::addSql(Entity& entity, std::string_view use, std::string_view name, std::string text, Location at)
{
    if (text.empty())
        return;
    EntitySql made;
    made.use = use;
    made.id = std::string(m_lookup.text(m_model[entity.type].name)) + "." + std::string(name);
    made.text = std::move(text);
    made.at = at;
    entity.sqls.push_back(std::move(made));
}

void EntityMap::readHistoryNames()
{
    for (const auto& file : m_facts.settings)
        for (const config::Setting& setting : file.facts) {
            if (setting.key.ends_with("envers.audit_table_prefix"))
                m_historyPrefix = sql::upper(setting.value);
            else if (setting.key.ends_with("envers.audit_table_suffix"))
                m_historySuffix = sql::upper(setting.value);
        }
}

/// Of Hibernate Envers: ORDERS_AUD beside ORDERS, unless annotation or settings say otherwise.
void EntityMap::placeHistory(Entity& entity, const Source& source)
{
    const auto envers = [&](const AnnotationUse* use) { // without its package after an import of all
        const std::string_view name = use != nullptr ? m_lookup.text(use->name) : std::string_view();
        return !name.empty() && (name.contains("envers") || !name.contains('.'));
    };
    const AnnotationUse* named = nullptr;
    bool audited = false;
    for (const TypeId declaring : m_lookup.ancestry(source.type)) {
        named = named != nullptr ? named : m_lookup.annotation(declaring, "AuditTable");
        audited = audited || envers(m_lookup.annotation(declaring, "Audited")) ||
                  std::ranges::any_of(m_lookup.members(declaring), [&](MemberId member) { return envers(m_lookup.annotation(member, "Audited")); });
    }
    if (!audited || entity.tables.empty())
        return;
    const std::string own(m_lookup.text(m_model[entity.tables.front()].name));
    const std::string_view given = named != nullptr ? argument(m_lookup, *named, "value") : std::string_view();
    const std::string name = given.empty() ? m_historyPrefix + own + m_historySuffix : physical(given);
    const bool scripts = m_model[entity.tables.front()].origin == TableOrigin::Ddl; // they know: a superclass may be marked for others
    if (!scripts || m_tables.stored(name).valid())
        entity.history = m_tables.table(name, TableOrigin::Entity, source.at);
}

/// An entity that is a query has no table of its own: it has those of the query.
bool EntityMap::placeQuery(Entity& entity, const Source& source)
{
    std::string text;
    std::vector<std::string> tables;
    if (const AnnotationUse* query = m_lookup.annotation(source.type, "Subselect"))
        text = argument(m_lookup, *query, "value");
    if (const AnnotationUse* named = m_lookup.annotation(source.type, "Synchronize"))
        for (const std::string_view table : arguments(m_lookup, *named, "value"))
            tables.push_back(physical(table));
    if (source.xml != nullptr) {
        for (const config::MappedSql& sql : source.xml->sqls)
            if (sql.use == "subselect")
                text = sql.text;
        for (const std::string& table : source.xml->synchronized_)
            tables.push_back(physical(table));
    }
    if (text.empty()) {
        if (!tables.empty()) { // behind a view
            addSql(entity, "load", "synchronize", "?", source.at);
            entity.sqls.back().tables = std::move(tables);
        }
        return false;
    }
    for (const sql::TableUse& use : sql::readSql(text).tables)
        tables.push_back(sql::upper(use.name));
    for (const std::string& table : tables) {
        const TableId id = m_tables.table(table, TableOrigin::Sql, source.at);
        if (std::ranges::find(entity.tables, id) == entity.tables.end())
            entity.tables.push_back(id);
    }
    entity.query = !entity.tables.empty();
    return entity.query;
}

void EntityMap::collectSql(Entity& entity, const Source& source)
{
    const auto annotated = [&](const AnnotationUse& use, std::span<const Holder> holders, std::string_view name) {
        const std::string_view simple = simpleName(m_lookup.text(use.name));
        for (const Holder& holder : holders)
            if (holder.annotation == simple)
                addSql(entity, holder.use, name.empty() ? simple : name, std::string(argument(m_lookup, use, holder.key)), use.at);
    };
    for (const TypeId type : m_lookup.ancestry(source.type)) {
        for (const AnnotationUse* use : m_lookup.annotations(type)) {
            if (use->target == AnnotationTarget::Type)
                annotated(*use, kOfTypes, {});
            if (simpleName(m_lookup.text(use->name)) == "Loader")
                if (const NamedQuery* query = m_queries.find(argument(m_lookup, *use, "namedQuery")); query != nullptr && query->native)
                    addSql(entity, "load", "Loader", query->text, use->at);
        }
        for (const MemberId member : m_lookup.members(type))
            for (const AnnotationUse* use : m_lookup.annotations(member))
                annotated(*use, kOfMembers, m_lookup.text(m_model[member].name));
    }
    if (source.xml != nullptr)
        for (const config::MappedSql& sql : source.xml->sqls)
            if (sql.use != "subselect")
                addSql(entity, sql.use, sql.name, sql.text, {source.at.file, sql.line});
}

} // namespace naru::analyzers::graph
