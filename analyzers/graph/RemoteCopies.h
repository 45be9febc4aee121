#pragma once

#include "analyzers/graph/CodeLookup.h"

namespace naru::analyzers::graph {

/// Remote interfaces (RMI, EJB) that client and server each keep under the same qualified name, as the protocol demands: a call of the copy that
/// nobody implements, or only who calls it, leads to the objects behind the other one.
void linkRemoteCopies(CodeIndex& index, const CodeLookup& lookup);

} // namespace naru::analyzers::graph
