#pragma once

#include "analyzers/graph/CommandTables.h"

#include <map>
#include <set>
#include <vector>

namespace naru::analyzers::graph {

/// A servlet, or an action of Struts 1, with its entry points.
struct Servlet {
    core::TypeId type;
    std::vector<std::size_t> entries; ///< places in the model
};

/// The servlets of a system that have a handler, tests left out.
std::vector<Servlet> servletsOf(const core::CodeModel& model, const CodeLookup& lookup);

/// Adds the actions that are given the request and have one of the tables, themselves or in a type that their own code calls.
void addActionsWithTables(const core::CodeModel& model, const CodeLookup& lookup, const CallsByMember& calls,
                          const std::vector<CommandTable>& tables, std::vector<Servlet>& servlets);

/// A method that a servlet calls, as declared.
struct Asked {
    core::MemberId method;
    bool near = false; ///< by its own code
};

/// What a servlet does with its own code and with all that it comes to, up to the commands that it hands requests to.
struct Uses {
    std::set<std::uint32_t> above;          ///< the servlet and its supertypes
    std::set<std::uint32_t> types;          ///< types that it has, calls or makes
    std::vector<Asked> asked;               ///< the nearest first
    std::vector<core::StringId> parameters; ///< request parameters that its own code reads
    std::set<core::StringId> read;          ///< those that any code of `types` reads
    bool byName = false;                    ///< some of `types` makes objects of classes by name
};

/// Whether a method is given the request.
bool takesRequest(const CodeLookup& lookup, core::MemberId method);

/// Uses by servlet.
std::map<std::uint32_t, Uses> usesOf(const CodeIndex& index, const CodeLookup& lookup, const CallsByMember& calls,
                                     const std::vector<Servlet>& servlets);

/// Whether a method executes statements, itself or through others, beside the methods that it hands on to.
bool reachesDataBeside(const core::CodeModel& model, const CallsByMember& calls, core::MemberId method,
                       const std::set<core::MemberId>& handedTo);

} // namespace naru::analyzers::graph
