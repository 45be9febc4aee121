#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

namespace naru::analyzers::graph {

/// Services that a request names: a handler, or what it calls, asks Spring for a bean by a name that only run time knows, looks a method up by such
/// a name with one class as its parameter (bean.getClass().getMethod(name, Params.class)) and invokes it. Each public method of a bean that is
/// given such an object alone is an entry point `/bean/method`.
void linkNamedServices(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

} // namespace naru::analyzers::graph
