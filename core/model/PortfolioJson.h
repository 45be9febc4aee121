#pragma once

#include "core/model/Portfolio.h"

#include <nlohmann/json.hpp>

namespace naru::core {

/// The object of `naru portfolio`.
nlohmann::json toJson(const Portfolio& portfolio);

} // namespace naru::core
