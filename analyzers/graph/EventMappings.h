#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

namespace naru::analyzers::graph {

/// Events of a system's own framework and the classes that a file names for them (the blueprint of Java Pet Store and what was made after
/// it): who makes an event calls the method of its handler that takes it. Actions make events, so each reaches the data of its own command.
void linkEventMappings(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

} // namespace naru::analyzers::graph
