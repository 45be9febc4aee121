#pragma once

#include "analyzers/graph/CodeLookup.h"

namespace naru::analyzers::graph {

/// Calls of services of a transaction monitor from Java (WebT and WebtRemoteService of Tmax, Jolt and WTC of Tuxedo) with a constant name:
/// a message to the service of that name, which may be a function of this system.
void linkServiceCalls(CodeIndex& index, const CodeLookup& lookup);

} // namespace naru::analyzers::graph
