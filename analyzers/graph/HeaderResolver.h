#pragma once

#include "analyzers/graph/NameResolver.h"
#include "core/base/Job.h"

namespace naru::analyzers::graph {

/// Resolves what declarations say: supertypes, bounds of type variables, field types, parameters and return types.
/// Files are worked on in parallel. Errors: Cancelled.
core::Result<void> resolveHeaders(SymbolTable& table, NameResolver& names, core::Job& job);

} // namespace naru::analyzers::graph
