#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

namespace naru::analyzers::graph {

/// Action frameworks that a system brings along: a base class calls a method of itself by a name that only run time knows
/// (getClass().getMethod(action).invoke(this)), and property files name its subclasses (module = a.b.PostAction). Each public method
/// without parameters of such a class is an entry point `/module/method`, with the suffix of the servlet mapping where there is but one.
/// What cannot be followed so is unresolved as reflection.
void linkReflectiveActions(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

} // namespace naru::analyzers::graph
