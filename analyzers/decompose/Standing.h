#pragma once

#include "analyzers/decompose/Describe.h"

namespace naru::analyzers::decompose {

/// Decides for every member whether it is in its context, shared by all, unused, or without a tie to anything.
Placement standingOf(const core::CodeModel& code, const EvidenceBase& base, const WeightedGraph& graph, const Division& division,
                     const SplitData& data);

/// Gives contexts the ids, names, kinds and reviews of the earlier contexts whose members they mostly have.
void inherit(const core::Alternative& previous, const MemberSet& set, Placement& placement);

} // namespace naru::analyzers::decompose
