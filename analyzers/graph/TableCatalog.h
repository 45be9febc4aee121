#pragma once

#include "analyzers/graph/ProjectFacts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// The tables of the system by name; makes one on first mention.
class TableCatalog {
public:
    explicit TableCatalog(core::CodeModel& model) : m_model(model) {}

    /// Tables of the DDL scripts. Copies of a table for several databases are folded: the first by path counts,
    /// comments and foreign keys that it lacks come from the others. Migrations (V1__a.sql of Flyway, changelogs of Liquibase) are
    /// taken in the order of their versions, after plain scripts, and their renames and drops count. Synonyms stand for their tables.
    void addScripts(const ProjectFacts& facts);

    /// The table of a name in any case; made with the given origin when it is not known.
    core::TableId table(std::string_view name, core::TableOrigin origin, core::Location at);
    /// The table of a name, or an invalid id.
    [[nodiscard]] core::TableId find(std::string_view name) const;
    /// The same for tables that something else than SQL in texts tells of: scripts, mappings.
    [[nodiscard]] core::TableId stored(std::string_view name) const;
    [[nodiscard]] core::CodeModel& model() { return m_model; }
    /// Adds a column unless the table has it.
    void addColumn(core::TableId table, core::Column column);
    /// Adds a foreign key unless the table has one of these columns to this target.
    void addForeignKey(core::TableId table, core::ForeignKey key);
    /// Finds the targets of all foreign keys among the tables.
    void resolveForeignKeys();

private:
    struct Script {
        core::FileId file;
        const std::vector<sql::DdlTable>* tables = nullptr;
        std::vector<std::uint64_t> version; ///< of a migration; empty for a plain script
        bool migration = false;
    };
    [[nodiscard]] std::vector<Script> ordered(const ProjectFacts& facts) const;
    void addTable(const sql::DdlTable& ddl, core::FileId file);
    void addSynonyms(const std::vector<Script>& scripts);
    /// The name in upper case; of a synonym that of the table it stands for.
    [[nodiscard]] std::string meant(std::string_view name) const;
    /// True when a table that scripts create was compared with this very list before. Only other statements could add a column to it,
    /// and they come later: the same once more says nothing new.
    [[nodiscard]] bool compared(core::TableId table, const sql::DdlTable& ddl);

    core::CodeModel& m_model;
    std::unordered_map<std::string, core::TableId> m_tables;
    std::unordered_map<std::string, std::string> m_synonyms;
    std::unordered_map<std::uint32_t, std::vector<const void*>> m_compared; ///< by table; the lists live while scripts are added
};

} // namespace naru::analyzers::graph
