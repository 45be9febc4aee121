#pragma once

#include "costing/Allocation.h"
#include "costing/Comparison.h"
#include "costing/EstimateComparison.h"
#include "costing/FactorProposals.h"
#include "costing/IspTable.h"
#include "costing/ManMonths.h"
#include "costing/RequirementFunctions.h"
#include "costing/Sensitivity.h"

#include <nlohmann/json.hpp>

namespace naru::costing {

// The studies beside an estimate as JSON, in the form of the command line's contract. Amounts are numbers as in the estimate.

nlohmann::json toJson(const Sensitivity& study);
nlohmann::json toJson(const CountComparison& comparison);
nlohmann::json toJson(const EstimateComparison& comparison);
nlohmann::json toJson(const IspTable& table);
nlohmann::json toJson(const ManMonthEstimate& estimate, const ManMonthRules& rules);
nlohmann::json toJson(const std::vector<FactorProposal>& proposals);
nlohmann::json toJson(const std::vector<CostShare>& shares);
/// As a functions file ({"method", "functions"}), each with the line and the word that asked for it.
nlohmann::json toJson(const std::vector<RequirementFunction>& functions, core::CountMethod method);

} // namespace naru::costing
