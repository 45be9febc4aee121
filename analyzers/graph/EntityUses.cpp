#include "analyzers/graph/EntityUses.h"

#include <vector>

namespace naru::analyzers::graph {

using namespace core;

void EntityUses::add(MemberId holder, const Entity& entity, AccessMode mode, StatementKind kind, StatementOrigin origin, Location at)
{
    const std::uint64_t key =
        (std::uint64_t{holder.value} << 34) ^ (std::uint64_t{entity.type.value} << 3) ^ static_cast<std::uint64_t>(kind);
    if (!m_known.insert(key).second)
        return;
    const StatementId statement = m_statements.held(holder, origin, kind, at);
    for (const TableId table : entity.tables)
        m_statements.access(statement, table, mode, at);
    m_statements.execute(holder, statement, at, Rule::EntityMapping);
    m_ofEntities.used(statement, entity, kind);
    if (mode == AccessMode::Write)
        cascade(holder, entity, kind, at);
}

void EntityUses::follow(MemberId holder, const EntityRelation& relation, StatementOrigin origin, Location at)
{
    if (relation.joinTable.valid() && m_between.insert((std::uint64_t{holder.value} << 32) | relation.joinTable.value).second) {
        const StatementId statement = m_statements.held(holder, origin, StatementKind::Select, at);
        m_statements.access(statement, relation.joinTable, AccessMode::Read, at);
        m_statements.execute(holder, statement, at, Rule::EntityMapping);
    }
    if (const Entity* target = m_entities.of(relation.target); target != nullptr)
        add(holder, *target, AccessMode::Read, StatementKind::Select, origin, at);
}

void EntityUses::readHistory(MemberId holder, const Entity& entity, Location at)
{
    const StatementId statement = m_statements.held(holder, StatementOrigin::EntityUse, StatementKind::Select, at);
    m_statements.access(statement, entity.history, AccessMode::Read, at);
    m_statements.execute(holder, statement, at, Rule::EntityMapping);
}

/// What is stored or removed together with an entity, along its relations: a statement of its own.
void EntityUses::cascade(MemberId holder, const Entity& entity, StatementKind kind, Location at)
{
    const std::vector<TableId> tables = m_entities.cascaded(entity, kind);
    if (tables.empty())
        return;
    const StatementId statement = m_statements.held(holder, StatementOrigin::EntityUse, kind, at);
    for (const TableId table : tables)
        m_statements.access(statement, table, AccessMode::Write, at);
    m_statements.execute(holder, statement, at, Rule::Cascade);
}

} // namespace naru::analyzers::graph
