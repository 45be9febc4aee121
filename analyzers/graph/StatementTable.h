#pragma once

#include "analyzers/graph/RoutineCatalog.h"
#include "analyzers/graph/TableCatalog.h"
#include "analyzers/sql/SqlReader.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace naru::analyzers::graph {

/// Whether the lines of a text are those of its file. A string of code may be put together of parts, come from a variable or a constant,
/// or begin behind the quotes of a text block: all in it then stands where the string does.
enum class TextLines : std::uint8_t { OfFile, OfString };

/// The statements of the system while they are collected.
class StatementTable {
public:
    StatementTable(core::CodeModel& model, TableCatalog& tables, const RoutineCatalog& routines)
        : m_model(model),
          m_tables(tables),
          m_routines(routines)
    {
    }

    /// The statement of this id and origin, made when it is not there yet; variants for several databases are one.
    core::StatementId mapperStatement(std::string_view id, core::Location at);
    /// A new statement held by a member.
    core::StatementId held(core::MemberId holder, core::StatementOrigin origin, core::StatementKind kind, core::Location at);
    /// Adds an access unless the statement has it.
    void access(core::StatementId statement, core::TableId table, core::AccessMode mode, core::Location at);
    /// Adds the accesses and columns of SQL that begins at `at`.
    void addSql(core::StatementId statement, const sql::SqlFacts& facts, std::string_view text, core::Location at, TextLines lines);
    /// A stored procedure or function that a statement calls: who executes the statement executes its body and what that calls, where
    /// the scripts have it. False: they do not. To be said before execute().
    bool addCall(core::StatementId statement, std::string_view routine);
    void execute(core::MemberId member, core::StatementId statement, core::Location at, core::Rule rule);
    [[nodiscard]] core::CodeModel& model() { return m_model; }
    [[nodiscard]] TableCatalog& tables() { return m_tables; }
    [[nodiscard]] core::Statement& operator[](core::StatementId id) { return m_model.statements[id.value]; }

private:
    void attach(core::StatementId statement, const std::vector<const RoutineCatalog::Known*>& routines);
    core::StatementId routineStatement(const RoutineCatalog::Known& routine);

    core::CodeModel& m_model;
    TableCatalog& m_tables;
    const RoutineCatalog& m_routines;
    std::unordered_map<std::string, core::StatementId> m_byId;
    std::unordered_map<const RoutineCatalog::Known*, core::StatementId> m_ofRoutine;
    std::unordered_map<std::uint32_t, std::vector<core::StatementId>> m_attached; ///< bodies that a statement runs
    std::unordered_set<std::uint64_t> m_bodiesRun;                               ///< member and body
};

} // namespace naru::analyzers::graph
