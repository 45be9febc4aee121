#pragma once

#include "core/base/Texts.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace naru::cli {

/// The studies that stand beside an estimate (sensitivity, ISP table, running cost, man-month method) as tables to read, from the JSON
/// that --json prints; each where it was asked for.
std::string studyTexts(const nlohmann::json& estimate, const core::Texts& texts);

} // namespace naru::cli
