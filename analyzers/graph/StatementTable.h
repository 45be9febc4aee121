#pragma once

#include "analyzers/graph/RoutineCatalog.h"
#include "analyzers/graph/TableCatalog.h"
#include "analyzers/sql/SqlReader.h"

#include <unordered_map>

namespace naru::analyzers::graph {

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
    /// Adds the accesses and columns of SQL whose first line is `line` of `file`.
    void addSql(core::StatementId statement, const sql::SqlFacts& facts, std::string_view text, core::FileId file, std::uint32_t line);
    /// Adds what a stored procedure or function does, where the scripts have its body. False: they do not.
    bool addCall(core::StatementId statement, std::string_view routine);
    void execute(core::MemberId member, core::StatementId statement, core::Location at, core::Rule rule);
    [[nodiscard]] core::CodeModel& model() { return m_model; }
    [[nodiscard]] TableCatalog& tables() { return m_tables; }
    [[nodiscard]] core::Statement& operator[](core::StatementId id) { return m_model.statements[id.value]; }

private:
    void addReached(core::StatementId statement, const std::vector<RoutineCatalog::Reach>& reached);

    core::CodeModel& m_model;
    TableCatalog& m_tables;
    const RoutineCatalog& m_routines;
    std::unordered_map<std::string, core::StatementId> m_byId;
};

} // namespace naru::analyzers::graph
