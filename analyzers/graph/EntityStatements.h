#pragma once

#include "analyzers/graph/EntityMap.h"
#include "analyzers/graph/StatementTable.h"

#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

/// SQL that mappings hold runs with every use of its entity: formulas, filters and a query of its own when it is loaded, statements in
/// place of Hibernate's when it is stored or removed. Each is a statement at its place; who uses the entity executes it, too.
class EntityStatements {
public:
    EntityStatements(core::CodeModel& model, StatementTable& statements) : m_model(model), m_statements(statements) {}

    /// A statement that loads (Select), stores (Insert, Update) or removes (Delete) an entity.
    void used(core::StatementId statement, const Entity& entity, core::StatementKind kind);
    /// Adds what follows from that to all that execute those statements. Comes last.
    void link();

private:
    core::StatementId statement(const EntitySql& sql);

    core::CodeModel& m_model;
    StatementTable& m_statements;
    std::unordered_map<std::uint32_t, std::vector<const EntitySql*>> m_runs; ///< by statement
    std::map<std::string, core::StatementId> m_made;                        ///< by id
};

} // namespace naru::analyzers::graph
