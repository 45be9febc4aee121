#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// What one value of a table leads to.
struct Command {
    std::string value;
    core::TypeId type; ///< invalid for a branch that makes no object
    core::Location at;
    std::uint32_t last = 0; ///< last line of the branch
};

/// Commands of a front controller by their values, and where they stand.
struct CommandTable {
    core::TypeId owner;       ///< type whose code holds or reads the table; invalid for a file
    core::MemberId member;    ///< of a chain of comparisons
    core::StringId parameter; ///< of a chain of comparisons
    bool byArgument = false;
    std::vector<Command> commands;

    /// The classes that it leads to.
    [[nodiscard]] std::set<std::uint32_t> types() const;
};

/// Calls by the member that makes them.
using CallsByMember = std::unordered_map<std::uint32_t, std::vector<const core::CallEdge*>>;

const std::vector<const core::CallEdge*>& callsOf(const CallsByMember& calls, core::MemberId member);

/// Commands that make a choice: fewer make none.
inline constexpr std::size_t kFewestCommands = 2;

/// Whether a value can only be (the end of) an address: /list, /board/list.do, list.do.
bool isCommandPath(std::string_view value);
/// The address of a command below a servlet's pattern; empty when another pattern leads to it.
std::string commandPath(const std::string& pattern, const std::string& value);

/// The tables of a system with `kFewestCommands` classes and more: chains of comparisons whose branches make objects, and property and XML
/// files that name classes; and maps that are filled with new objects, also of one class.
std::vector<CommandTable> readCommandTables(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts,
                                            const CallsByMember& calls);

} // namespace naru::analyzers::graph
