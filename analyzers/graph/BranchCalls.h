#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// Uses by `new`, by the type whose code makes the object.
std::unordered_map<std::uint32_t, std::vector<const core::TypeUseEdge*>> objectsMade(const core::CodeModel& model);

/// Chains of if within one member that make an object in each branch and call it there or behind the chain
/// (if (command.equals("/list.do")) { action = new ListAction(); } ... action.execute(..)): of the classes that may answer the call, each
/// answers in the branch that makes it, and others do not. What the member makes outside its branches may answer anywhere. Before the
/// transactions are walked.
void narrowCallsInBranches(CodeIndex& index, const CodeLookup& lookup);

} // namespace naru::analyzers::graph
