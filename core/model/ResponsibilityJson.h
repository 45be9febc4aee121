#pragma once

#include "core/model/Responsibility.h"

#include <nlohmann/json.hpp>

namespace naru::core {

nlohmann::json toJson(const Responsibility& responsibility);
/// Throws nlohmann's exceptions on a value of another form; the caller turns them into an error.
Responsibility responsibilityFrom(const nlohmann::json& value);

} // namespace naru::core
