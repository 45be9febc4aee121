#pragma once

#include "analyzers/decompose/Decompose.h"

namespace naru::analyzers::decompose {

/// A part that a context could be divided into.
struct ContextPart {
    std::string name;
    std::vector<core::PartitionMember> members;
    std::vector<std::string> words; ///< domain words, strongest first
};

/// Clusters the members of one context by themselves and proposes its parts, the largest first. The resolution rises until
/// there are two that can stand apart. Deterministic.
/// Errors: NotFound (no such context), InvalidArgument (nothing in it falls apart), Cancelled.
core::Result<std::vector<ContextPart>> proposeParts(const core::CodeModel& code, const core::Alternative& alternative,
                                                    const std::string& context, const DecomposeOptions& options, core::Job& job);

} // namespace naru::analyzers::decompose
