#pragma once

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/EntityStatements.h"
#include "analyzers/graph/StatementTable.h"

#include <unordered_set>

namespace naru::analyzers::graph {

/// Statements of members that load, store or remove entities: one for each member, entity and kind, with what is stored or removed
/// together with the entity.
class EntityUses {
public:
    EntityUses(const EntityMap& entities, StatementTable& statements, EntityStatements& ofEntities)
        : m_entities(entities),
          m_statements(statements),
          m_ofEntities(ofEntities)
    {
    }

    void add(core::MemberId holder, const Entity& entity, core::AccessMode mode, core::StatementKind kind, core::StatementOrigin origin,
             core::Location at);

    /// A read of what a relation leads to, and of the table between.
    void follow(core::MemberId holder, const EntityRelation& relation, core::StatementOrigin origin, core::Location at);

    /// A read of what Envers kept of an entity.
    void readHistory(core::MemberId holder, const Entity& entity, core::Location at);

private:
    void cascade(core::MemberId holder, const Entity& entity, core::StatementKind kind, core::Location at);

    const EntityMap& m_entities;
    StatementTable& m_statements;
    EntityStatements& m_ofEntities;
    std::unordered_set<std::uint64_t> m_known;
    std::unordered_set<std::uint64_t> m_between; ///< members and the tables between entities that they read
};

} // namespace naru::analyzers::graph
