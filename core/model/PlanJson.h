#pragma once

#include "core/base/Error.h"
#include "core/model/Plan.h"

#include <nlohmann/json.hpp>

namespace naru::core {

/// The object that `naru plan --json` prints.
nlohmann::json toJson(const Plan& plan);
/// Errors: Malformed (not such an object).
Result<Plan> planFromJson(const nlohmann::json& json);

} // namespace naru::core
