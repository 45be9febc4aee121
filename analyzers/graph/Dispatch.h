#pragma once

#include "analyzers/graph/Symbols.h"
#include "analyzers/spi/CodeIndex.h"

namespace naru::analyzers::graph {

/// For each call of an interface method or an abstract method, edges to the methods of the system that implement it (Rule::Dispatch), at
/// the place of the call. A method with very many implementations gets edges from itself to each of them instead, so that the number of
/// edges stays linear.
void addDispatchEdges(const SymbolTable& table, CodeIndex& index);

} // namespace naru::analyzers::graph
