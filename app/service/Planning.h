#pragma once

#include "core/edit/ProjectSession.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"
#include "core/model/Project.h"
#include "planning/Planner.h"
#include "planning/RunningCosts.h"
#include "planning/ServiceModels.h"
#include "planning/capacity/CapacityPlan.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

namespace naru::service {

/// The data files that a plan needs, read once.
struct PlanData {
    planning::PlanWeights weights;
    planning::ArchitectureCatalog architecture;
    planning::CapacityDefaults capacity;
    planning::RunningCostCatalog costs;
    planning::ServiceModelCatalog models;

    /// Errors: as of the loaders.
    static core::Result<PlanData> load(const std::filesystem::path& resources);
};

/// What of an earlier plan is taken over, as what it was made from has not changed: moving a context then takes no simulation.
struct PlanBefore {
    const core::Plan* plan = nullptr;
    bool capacity = true;
    bool cost = true;
};

/// A plan from values in memory, with capacity and running cost from the decisions "load" and "prices".
core::Result<core::Plan> makePlan(planning::PlanInput input, const PlanData& data, const PlanBefore& before, core::Job& job);

/// Results that a plan is made from, as a caller holds them; the split and the code must be there.
struct PlanParts {
    const core::CodeModel* code = nullptr;
    const core::Partition* split = nullptr;
    const core::FunctionPointCount* count = nullptr;
    const core::Estimate* estimate = nullptr;
    const core::AuditReport* audit = nullptr;
    const core::SourceHistory* history = nullptr; ///< none: the changes that an earlier plan counted are taken over
};

/// makePlan from results at hand and decisions of the area "plan"; stores nothing.
core::Result<core::Plan> planOf(const PlanParts& parts, std::vector<core::Decision> decisions, const PlanData& data,
                                const PlanBefore& before, core::Job& job);

/// The values of the decisions "load" and "prices" as read from a person's file. Errors: those of the files and of checkLoad.
core::Result<nlohmann::json> readLoadDecision(const std::filesystem::path& file);
core::Result<nlohmann::json> readPricesDecision(const std::filesystem::path& file, const std::filesystem::path& resources);

} // namespace naru::service
