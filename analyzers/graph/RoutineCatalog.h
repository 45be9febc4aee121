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

    struct Known {
        const sql::Routine* routine = nullptr;
        core::FileId file;
    };

    [[nodiscard]] bool empty() const { return m_all.empty(); }
    /// The routine of that name (schema and package before dots, any case) and those that it reaches by calls and triggers, at most
    /// some hundreds; the nearest first. Empty when the name is none of the scripts'. The pointers live as long as the catalog.
    [[nodiscard]] std::vector<const Known*> called(std::string_view name) const;
    /// The same for the triggers that a write of this kind to a table runs.
    [[nodiscard]] std::vector<const Known*> triggered(std::string_view table, core::StatementKind kind) const;
    /// Functions of the scripts that a statement names before a parenthesis.
    [[nodiscard]] std::vector<std::string> functionsIn(std::string_view sql) const;

private:
    [[nodiscard]] const Known* named(std::string_view name) const;
    [[nodiscard]] std::vector<const Known*> reached(std::vector<const Known*> open) const;

    std::vector<Known> m_all;
    std::unordered_map<std::string, std::size_t> m_byName;
    std::unordered_map<std::string, std::vector<std::size_t>> m_triggers; ///< by table
    std::unordered_map<std::string, bool> m_functions;                    ///< last parts of the names of functions
};

} // namespace naru::analyzers::graph
