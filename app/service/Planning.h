#pragma once

#include "core/edit/ProjectSession.h"
#include "core/model/Plan.h"
#include "planning/Planner.h"
#include "planning/RunningCosts.h"
#include "planning/capacity/CapacityPlan.h"

#include <filesystem>
#include <optional>

namespace naru::service {

/// The data files that a plan needs, read once.
struct PlanData {
    planning::PlanWeights weights;
    planning::ArchitectureCatalog architecture;
    planning::CapacityDefaults capacity;
    planning::RunningCostCatalog costs;

    /// Errors: as of the loaders.
    static core::Result<PlanData> load(const std::filesystem::path& resources);
};

/// A plan from values in memory, with capacity and running cost from the decisions "load" and "prices". When those have not changed
/// since `before`, its capacity and running cost are taken over: moving a context then takes no simulation.
core::Result<core::Plan> makePlan(planning::PlanInput input, const PlanData& data, const core::Plan* before, core::Job& job);

} // namespace naru::service
