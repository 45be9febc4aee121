#pragma once

#include "core/model/FunctionPointCount.h"
#include "costing/Estimator.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace naru::costing {

/// What is estimated when a count is: its functions that were not rejected, and the API links of its split when that is known.
EstimateInput inputOf(const core::FunctionPointCount& count, FactorChoices choices);

/// The levels with the maintenance and the operation that a project keeps, each as in a factors file. What the edition does not have,
/// or cannot read, is left out: a person may have changed the edition since.
FactorChoices choicesWith(core::EstimateFactors factors, const std::optional<nlohmann::json>& maintenance,
                          const std::optional<nlohmann::json>& operation, const Tariff& tariff);

} // namespace naru::costing
