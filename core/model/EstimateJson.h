#pragma once

#include "core/base/Error.h"
#include "core/model/Estimate.h"

#include <nlohmann/json.hpp>

namespace naru::core {

/// The object that `naru estimate --json` prints. Money is a whole number of won; amounts beyond 64 bits are texts of digits.
nlohmann::json toJson(const Estimate& estimate);
/// Errors: Malformed (not such an object).
Result<Estimate> estimateFromJson(const nlohmann::json& json);

nlohmann::json toJson(const EstimateFactors& factors);
/// Missing members keep their defaults. Errors: Malformed.
Result<EstimateFactors> estimateFactorsFromJson(const nlohmann::json& json);

} // namespace naru::core
