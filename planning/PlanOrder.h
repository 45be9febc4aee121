#pragma once

#include "core/model/Partition.h"
#include "core/model/Plan.h"
#include "core/model/Project.h"
#include "planning/ContextFacts.h"
#include "planning/Weights.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace naru::planning {

struct Candidate {
    ContextFacts facts;
    core::PlannedContext planned;
    std::optional<int> wanted; ///< wave a person chose
    int wave = 0;
};

/// What a person wishes of the order, as far as its contexts are there.
struct OrderWishes {
    std::string pilot;                                       ///< context id; empty: proposed
    std::vector<std::pair<std::size_t, std::size_t>> before; ///< indexes: the first not after the second
};

/// Reads the person's waves, pilot and order; what no longer matches is listed in `plan.unmatched`, wishes that form a ring or
/// contradict the chosen waves in `plan.conflicts` (they are left out, the chosen waves stand).
OrderWishes readWishes(const std::vector<core::Decision>& decisions, std::vector<Candidate>& candidates, core::Plan& plan);

/// Gives every context its wave: the pilot first, then by pull less hold and less what is owed to owners of shared tables that have
/// not moved yet, as many as a wave's length allows. Waves are numbered from 1 without holes.
void cutWaves(std::vector<Candidate>& candidates, const core::Alternative& split, const OrderWishes& wishes, const PlanWeights& weights);

/// Wishes of the order that chosen waves left unmet, into `plan.conflicts`.
void addUnmetWishes(const std::vector<Candidate>& candidates, const OrderWishes& wishes, core::Plan& plan);

/// What breaks when contexts that belong together move apart: into `plan.waves`.
void addBreaks(core::Plan& plan, const core::Alternative& split, const std::map<std::string, int>& waves);

} // namespace naru::planning
