#pragma once

#include "core/model/FunctionPointCount.h"
#include "costing/Estimator.h"

namespace naru::costing {

/// What is estimated when a count is: its functions that were not rejected, and the API links of its split when that is known.
EstimateInput inputOf(const core::FunctionPointCount& count, FactorChoices choices);

} // namespace naru::costing
