#pragma once

#include "analyzers/graph/ConstantTable.h"
#include "analyzers/spi/CodeIndex.h"

namespace naru::analyzers::graph {

/// Writes the annotations of named types and their members, names qualified and values folded, into the index, the names also
/// into the types of the model, and the uses of annotation types of the system.
void readAnnotations(const SymbolTable& table, NameResolver& names, ConstantTable& constants, CodeIndex& index);

} // namespace naru::analyzers::graph
