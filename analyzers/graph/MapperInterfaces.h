#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <functional>

namespace naru::analyzers::graph {

using RunStatement = std::function<void(core::MemberId, core::StatementId, core::Location)>;

/// Who runs the statements of mappers that belong to an interface: its methods. A method that several mappers have from one base
/// (GenericMapper<T>) runs nothing itself: each caller runs the statements of the mappers that its class works with, and those of all where
/// it knows the base only.
void linkMapperInterfaces(const CodeIndex& index, const CodeLookup& lookup, const RunStatement& run);

} // namespace naru::analyzers::graph
