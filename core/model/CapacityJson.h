#pragma once

#include "core/base/Error.h"
#include "core/model/Capacity.h"
#include "core/model/RunningCost.h"

#include <nlohmann/json.hpp>

namespace naru::core {

nlohmann::json toJson(const Capacity& capacity);
nlohmann::json toJson(const RunningCost& cost);
/// Throw nlohmann's exceptions on values of another form; the caller turns them into an error.
Capacity capacityFrom(const nlohmann::json& value);
RunningCost runningCostFrom(const nlohmann::json& value);

} // namespace naru::core
