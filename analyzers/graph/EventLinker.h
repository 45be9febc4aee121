#pragma once

#include "analyzers/graph/CodeLookup.h"

namespace naru::analyzers::graph {

/// Calls from who publishes an event within the program to who observes it (Rule::Event): Spring's application events by the type of the
/// event, CDI events by type and qualifiers, Guava's event bus by type. Events of types outside the system are left alone, but for those
/// of CDI that carry the same qualifiers.
void linkEvents(CodeIndex& index, const CodeLookup& lookup);

} // namespace naru::analyzers::graph
