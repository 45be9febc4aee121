#include "analyzers/graph/EntityStatements.h"

#include "analyzers/sql/SqlReader.h"
#include "core/base/Words.h"

#include <algorithm>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

void EntityStatements::used(StatementId statement, const Entity& entity, StatementKind kind)
{
    for (const EntitySql& sql : entity.sqls) {
        const bool runs = isOneOf(sql.use, {"formula", "filter", "load"}) ? kind == StatementKind::Select
                          : sql.use == "insert"                           ? kind == StatementKind::Insert
                          : sql.use == "update"                           ? kind == StatementKind::Update
                                                                          : kind == StatementKind::Delete;
        if (runs)
            m_runs[statement.value].push_back(&sql);
    }
}

StatementId EntityStatements::statement(const EntitySql& sql)
{
    if (const auto known = m_made.find(sql.id); known != m_made.end())
        return known->second;
    // A formula is an expression of a SELECT, a filter the condition of one.
    const std::string text = sql.use == "formula" ? "select " + sql.text : sql.use == "filter" ? "select * from ? where " + sql.text : sql.text;
    const sql::SqlFacts facts = text.empty() ? sql::SqlFacts() : sql::readSql(text);
    StatementId made;
    if (!facts.tables.empty() || !sql.tables.empty()) {
        made = m_statements.mapperStatement(sql.id, sql.at);
        m_statements[made].origin = StatementOrigin::Annotation;
        m_statements[made].kind = facts.tables.empty() ? StatementKind::Select : facts.kind;
        m_statements.addSql(made, facts, text, sql.at, TextLines::OfString);
        for (const std::string& table : sql.tables)
            m_statements.access(made, m_statements.tables().table(table, TableOrigin::Sql, sql.at), AccessMode::Read, sql.at);
    }
    m_made.emplace(sql.id, made);
    return made;
}

void EntityStatements::link()
{
    if (m_runs.empty())
        return;
    std::set<std::pair<MemberId, StatementId>> done;
    for (const ExecuteEdge& edge : std::vector(m_model.executes)) {
        const auto runs = m_runs.find(edge.to.value);
        if (runs == m_runs.end())
            continue;
        for (const EntitySql* sql : runs->second)
            if (const StatementId made = statement(*sql); made.valid() && done.emplace(edge.from, made).second)
                m_statements.execute(edge.from, made, edge.at, Rule::EntityMapping);
    }
}

} // namespace naru::analyzers::graph
