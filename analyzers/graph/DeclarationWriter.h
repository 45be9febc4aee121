#pragma once

#include "analyzers/graph/Symbols.h"
#include "analyzers/spi/CodeIndex.h"
#include "core/base/Job.h"

namespace naru::analyzers::graph {

/// Writes types, members, inheritance and signatures into the index and gives every symbol its id in the model.
void writeDeclarations(SymbolTable& table, CodeIndex& index, core::Job& job);

} // namespace naru::analyzers::graph
