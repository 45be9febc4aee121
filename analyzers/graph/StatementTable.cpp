#include "analyzers/graph/StatementTable.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

StatementId StatementTable::mapperStatement(std::string_view id, Location at)
{
    const auto [found, added] = m_byId.try_emplace(std::string(id), StatementId(m_model.statements.size()));
    if (added) {
        Statement made;
        made.id = m_model.intern(id);
        made.kind = StatementKind::Other;
        made.origin = StatementOrigin::Mapper;
        made.at = at;
        m_model.statements.push_back(std::move(made));
    }
    return found->second;
}

StatementId StatementTable::held(MemberId holder, StatementOrigin origin, StatementKind kind, Location at)
{
    Statement made;
    made.id = m_model[holder].id;
    made.kind = kind;
    made.origin = origin;
    made.holder = holder;
    made.at = at;
    m_model.statements.push_back(std::move(made));
    return StatementId(m_model.statements.size() - 1);
}

void StatementTable::access(StatementId statement, TableId table, AccessMode mode, Location at)
{
    auto& accesses = m_model.statements[statement.value].accesses;
    const bool known = std::ranges::any_of(accesses, [&](const TableAccess& a) { return a.table == table && a.mode == mode; });
    if (!known) {
        accesses.push_back({table, mode, at});
    }
}

void StatementTable::addSql(StatementId statement, const sql::SqlFacts& facts, std::string_view text, Location begin, TextLines lines)
{
    for (const sql::TableUse& use : facts.tables) {
        const Location at{begin.file, begin.line + (lines == TextLines::OfFile ? sql::lineOf(text, use.offset) : 0)};
        const bool known = m_tables.find(use.name).valid();
        const TableId table = m_tables.table(use.name, TableOrigin::Sql, at);
        Table& entry = m_model.tables[table.value];
        entry.remote = entry.origin == TableOrigin::Sql && use.remote && (!known || entry.remote);
        access(statement, table, use.mode, at);
    }
    if (!m_routines.empty()) {
        for (const sql::TableUse& use : facts.tables) {
            if (use.mode == AccessMode::Write) {
                attach(statement, m_routines.triggered(use.name, facts.kind));
            }
        }
        for (const std::string& procedure : facts.procedures) {
            addCall(statement, procedure);
        }
        for (const std::string& function : m_routines.functionsIn(text)) {
            addCall(statement, function);
        }
    }
    Statement& made = m_model.statements[statement.value];
    made.aggregates = made.aggregates || facts.aggregates;
    if (made.columns.empty()) {
        for (const std::string& column : facts.columns) {
            made.columns.push_back(m_model.intern(column));
        }
    }
}

bool StatementTable::addCall(StatementId statement, std::string_view routine)
{
    const auto called = m_routines.called(routine);
    attach(statement, called);
    return !called.empty();
}

void StatementTable::attach(StatementId statement, const std::vector<const RoutineCatalog::Known*>& routines)
{
    for (const RoutineCatalog::Known* routine : routines) {
        const StatementId body = routineStatement(*routine);
        auto& attached = m_attached[statement.value];
        if (std::ranges::find(attached, body) == attached.end()) {
            attached.push_back(body);
        }
    }
}

/// The body of a routine as a statement of its own, which stands in the script.
StatementId StatementTable::routineStatement(const RoutineCatalog::Known& known)
{
    const auto [found, added] = m_ofRoutine.try_emplace(&known, StatementId(m_model.statements.size()));
    if (!added) {
        return found->second;
    }
    const sql::Routine& routine = *known.routine;
    const bool writes = std::ranges::any_of(routine.tables, [](const auto& table) { return table.mode == AccessMode::Write; });
    Statement made;
    made.id = m_model.intern(routine.name);
    made.kind = writes ? StatementKind::Call : StatementKind::Select;
    made.origin = StatementOrigin::Routine;
    made.at = {known.file, routine.line};
    m_model.statements.push_back(std::move(made));
    for (const sql::RoutineTable& table : routine.tables) {
        const Location at{known.file, table.line};
        access(found->second, m_tables.table(table.name, TableOrigin::Sql, at), table.mode, at);
    }
    return found->second;
}

void StatementTable::execute(MemberId member, StatementId statement, Location at, Rule rule)
{
    m_model.executes.push_back({member, statement, at, rule});
    const auto attached = m_attached.find(statement.value);
    for (std::size_t i = 0; attached != m_attached.end() && i < attached->second.size(); ++i) {
        const StatementId body = attached->second[i];
        if (m_bodiesRun.insert((std::uint64_t{member.value} << 32) | body.value).second) {
            m_model.executes.push_back({member, body, at, Rule::StoredRoutine});
        }
    }
}

} // namespace naru::analyzers::graph
