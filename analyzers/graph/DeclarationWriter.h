#pragma once

#include "analyzers/graph/Symbols.h"
#include "analyzers/spi/CodeIndex.h"

namespace naru::analyzers::graph {

/// Writes types, members, inheritance and signatures into the index and gives every symbol its id in the model.
void writeDeclarations(SymbolTable& table, CodeIndex& index);

} // namespace naru::analyzers::graph
