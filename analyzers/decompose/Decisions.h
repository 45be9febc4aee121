#pragma once

#include "analyzers/decompose/Describe.h"
#include "core/model/Project.h"

#include <vector>

namespace naru::analyzers::decompose {

/// The placement an alternative describes, on the members of today. Members that are gone are reported
/// in `unmet`; members that are new are placed by their ties.
Placement placementOf(const core::Alternative& alternative, const EvidenceBase& base, const WeightedGraph& graph,
                      std::vector<core::Unmet>& unmet);

/// Applies the decisions of a person to a placement, in this order: split (key: new context id; value {"from","members","name"}),
/// merge (context id -> context id), context (id -> {"name","kind","review","reviewer","note"}), role (member -> "shared" | "unused" |
/// "unassigned"), member (member -> context id), pin (member -> context id, or true for where it is). Decisions that match
/// nothing are reported in `unmet`; `pinned` receives the pinned members' ids.
void applyToPlacement(const std::vector<core::Decision>& decisions, const EvidenceBase& base, Placement& placement,
                      std::vector<core::Unmet>& unmet, std::vector<std::string>& pinned);

} // namespace naru::analyzers::decompose
