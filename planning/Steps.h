#pragma once

#include "core/model/Partition.h"
#include "core/model/Plan.h"
#include "planning/Architecture.h"

#include <map>
#include <string>
#include <vector>

namespace naru::planning {

/// The steps that turn the monolith into the 'refactoring architecture' (seed 002), chosen by what was found.
/// Each names a way back. Ids begin with "prepare/".
std::vector<core::PlanStep> preparationSteps(const ArchitectureFacts& facts, bool audited);

/// The strangler steps of one context: tests, API in front, data, service, cut-over, traffic, watching, removal.
/// `waves` says in which wave each context moves: a step waits only for steps of the same context, of the
/// preparation and of earlier waves, so the steps never form a cycle. `owners`: as tableOwners has them.
std::vector<core::PlanStep> contextSteps(const core::Context& context, const core::Alternative& split,
                                         const std::map<std::string, int>& waves, const std::map<std::string, std::string>& owners,
                                         const std::vector<core::PlanStep>& preparation);

} // namespace naru::planning
