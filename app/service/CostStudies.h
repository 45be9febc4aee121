#pragma once

// What people ask of a cost beside the cost itself: how sure it is, what a budget buys, where it stands among the other costs
// of a project, what running the system costs, what each context and wave takes.

#include "core/base/Error.h"
#include "core/edit/ProjectSession.h"
#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"
#include "core/model/Project.h"
#include "costing/Estimator.h"
#include "costing/IspTable.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace naru::service {

/// Reads an inventory of functions by the ending of the file: .csv, .xlsx (the first sheet that has one), else a functions
/// file. The method is that of CSV and XLSX; a functions file names its own. Errors name the field and the place.
core::Result<costing::Inventory> readInventory(const std::filesystem::path& file, core::CountMethod method, const costing::Tariff& tariff);

/// Decisions of the area "function.manual" that enter an imported inventory: by name, so that importing twice changes, never doubles.
std::vector<std::pair<std::string, nlohmann::json>> manualFunctions(const costing::Inventory& inventory);

/// The studies that were asked for; empty paths and texts: not asked for.
struct CostStudyRequest {
    bool sensitivity = false;
    std::string budget;              ///< won; what size it buys
    std::filesystem::path isp;       ///< amounts of the ISP cost table
    std::filesystem::path running;   ///< prices of the running cost, the form of `naru plan --prices`
    std::filesystem::path manMonths; ///< people of a man-month estimate
};

/// Adds the studies to the JSON of an estimate, each under its own key. Errors: those of the inputs.
core::Result<void> addStudies(const CostStudyRequest& request, const costing::EstimateInput& input, const core::Estimate& estimate,
                              const costing::Tariff& tariff, const std::filesystem::path& resources, nlohmann::json& out);

/// Contexts and waves with their share of size and cost, under "contexts" and "waves".
void addParts(const core::FunctionPointCount& count, const core::Alternative& split, const std::optional<core::Plan>& plan,
              const core::Estimate& estimate, nlohmann::json& out);

/// The functions that a requirements text asks for, as a functions file.
core::Result<nlohmann::json> functionsOfText(const std::filesystem::path& file, core::CountMethod method,
                                             const std::filesystem::path& resources);

/// The same as an inventory; each function proposed until a person confirms it.
core::Result<costing::Inventory> inventoryOfText(const std::filesystem::path& file, core::CountMethod method,
                                                 const std::filesystem::path& resources);

/// What changed since a count that was kept as JSON; under "comparison".
core::Result<void> addComparison(const std::filesystem::path& before, const core::FunctionPointCount& count, nlohmann::json& out);

/// Why the cost moved since an estimate, or a count, that was kept as JSON; under "costComparison". An earlier count is estimated with
/// the present choices, and what changed in the inventory stands under "comparison" (`count`: the present one, where there is one).
core::Result<void> addCostComparison(const std::filesystem::path& before, const core::FunctionPointCount* count,
                                     const costing::EstimateInput& input, const core::Estimate& estimate, const costing::Tariff& tariff,
                                     nlohmann::json& out);

/// What a person chose for the estimate of a project: levels, profit and the others, maintenance and operation.
costing::FactorChoices choicesOf(const core::ProjectSession& session, core::SystemId system, core::EstimateFactors factors,
                                 const costing::Tariff& tariff);

/// Estimates a count at hand with the person's choices as they stand and stores the result; within a frame, as the stored count is
/// not read. Errors: those of the estimate.
core::Result<void> keepEstimate(core::ProjectSession& session, core::SystemId system, const core::FunctionPointCount& count,
                                const std::filesystem::path& resources);

/// An empty ISP table with what is known of a project: amounts of the area "isp" and the development cost.
costing::IspTable ispTableOf(costing::IspTable table, const std::vector<core::Decision>& decisions,
                             const std::optional<core::Estimate>& estimate);

} // namespace naru::service
