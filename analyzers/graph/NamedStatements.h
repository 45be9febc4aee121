#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <string>
#include <vector>

namespace naru::analyzers::graph {

/// A statement of a mapper that screens name in what they send to a general service: "SELECT_0_ID=ORD010.getList".
struct NamedStatement {
    std::string name;      ///< as screens write it; the service may put an end behind it
    std::string statement; ///< its id with the namespace
    core::MemberId member; ///< that stands for it
};

/// Gives each of them a member, in a type that is called like the namespace, as mapper interfaces have. Comes before CodeLookup; namespaces
/// that are called like a class of the system are left to that class.
[[nodiscard]] std::vector<NamedStatement> declareNamedStatements(CodeIndex& index, const ProjectFacts& facts);

/// Makes an entry point of each, whose path is the name that screens write.
void addNamedStatements(CodeIndex& index, const CodeLookup& lookup, const std::vector<NamedStatement>& named);

} // namespace naru::analyzers::graph
