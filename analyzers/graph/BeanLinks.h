#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

namespace naru::analyzers::graph {

/// What descriptions of beans and names in the code say about calls, after dispatch was resolved by types alone:
/// - the methods of an EJB 2 bean stand behind those of its home and component interfaces, which it does not implement;
/// - references of Spring XML and getBean("name") narrow a dispatch to the class that is given;
/// - Class.forName("a.b.C") uses C, and calls its constructor without arguments.
void linkBeans(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

} // namespace naru::analyzers::graph
