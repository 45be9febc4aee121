#pragma once

#include "analyzers/graph/ProjectFacts.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// The stored procedures, functions and triggers of the scripts, and which tables they reach.
class RoutineCatalog {
public:
    explicit RoutineCatalog(const ProjectFacts& facts);

    /// A table that a routine reaches, and where.
    struct Reach {
        std::string_view table;
        core::AccessMode mode = core::AccessMode::Read;
        core::Location at; ///< in the script
    };

    [[nodiscard]] bool empty() const { return m_all.empty(); }
    /// What a call of that name (schema and package before dots, any case) reaches, through the routines that it calls, at most
    /// some hundreds of them; in order, one for each table and mode. Empty when the name is none of the scripts'.
    [[nodiscard]] std::vector<Reach> called(std::string_view name) const;
    /// The same for the triggers that a write of this kind to a table runs.
    [[nodiscard]] std::vector<Reach> triggered(std::string_view table, core::StatementKind kind) const;
    /// Functions of the scripts that a statement names before a parenthesis.
    [[nodiscard]] std::vector<std::string> functionsIn(std::string_view sql) const;

private:
    struct Known {
        const sql::Routine* routine = nullptr;
        core::FileId file;
    };

    [[nodiscard]] const Known* named(std::string_view name) const;
    [[nodiscard]] std::vector<Reach> reached(std::vector<const Known*> open) const;

    std::vector<Known> m_all;
    std::unordered_map<std::string, std::size_t> m_byName;
    std::unordered_map<std::string, std::vector<std::size_t>> m_triggers; ///< by table
    std::unordered_map<std::string, bool> m_functions;                    ///< last parts of the names of functions
};

} // namespace naru::analyzers::graph
