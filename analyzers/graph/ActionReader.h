#pragma once

#include "analyzers/graph/Symbols.h"
#include "analyzers/spi/CodeIndex.h"
#include "core/base/Job.h"

#include <string_view>

namespace naru::analyzers::graph {

/// Stands for the parameter in the dispatch of a member that decides by the path of the request.
inline constexpr std::string_view kRequestPath = "URI";

/// Finds the members that decide by a request parameter what to do: chains of if and switches that compare `action`, `cmd`,
/// `mode` and the like (or any request parameter with three values and more) with strings. Each value is an action of its own.
void readDispatches(const SymbolTable& table, CodeIndex& index, core::Job& job);

} // namespace naru::analyzers::graph
