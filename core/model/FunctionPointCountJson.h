#pragma once

#include "core/base/Error.h"
#include "core/model/FunctionPointCount.h"

#include <nlohmann/json.hpp>

namespace naru::core {

/// The object that `naru count --json` prints.
nlohmann::json toJson(const FunctionPointCount& count);
/// Errors: Malformed (not such an object).
Result<FunctionPointCount> functionPointCountFromJson(const nlohmann::json& json);

} // namespace naru::core
