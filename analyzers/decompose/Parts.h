#pragma once

#include "analyzers/decompose/Decompose.h"
#include "analyzers/decompose/EvidenceGraph.h"

namespace naru::analyzers::decompose {

/// Clusters the members of one context by themselves and proposes its parts, the largest first. The resolution rises until
/// there are two that can stand apart. Deterministic.
/// Errors: NotFound (no such context), InvalidArgument (nothing in it falls apart), Cancelled.
core::Result<std::vector<ContextPart>> proposeParts(const core::CodeModel& code, const core::Alternative& alternative,
                                                    const std::string& context, const DecomposeOptions& options, core::Job& job);
/// The same on evidence that is there.
core::Result<std::vector<ContextPart>> partsOf(const core::CodeModel& code, const EvidenceBase& base, const WeightedGraph& graph,
                                               const core::Alternative& alternative, const std::string& context);

} // namespace naru::analyzers::decompose
