#pragma once

#include "analyzers/graph/GenericCalls.h"
#include "analyzers/spi/CodeIndex.h"

#include <span>

namespace naru::analyzers::graph {

/// For each call, edges to the methods of the system that may answer it (Rule::Dispatch), at the place of the call: those that implement
/// or override the called one in a type that the receiver may have. A method with very many of them gets edges from itself to each
/// instead, so that the number of edges stays linear. `receivers`: the symbol of the receiver's type of each call of the model; kNoIndex
/// where no other type can answer. `generic`: calls of generic types, in the order of the calls.
void addDispatchEdges(const SymbolTable& table, std::span<const std::uint32_t> receivers, std::span<const GenericCall> generic,
                      CodeIndex& index);

} // namespace naru::analyzers::graph
