#pragma once

#include "core/base/Error.h"
#include "core/model/AuditReport.h"

#include <nlohmann/json.hpp>

namespace naru::core {

/// The object of `naru maturity --json`.
nlohmann::json toJson(const Maturity& maturity);
Result<Maturity> maturityFromJson(const nlohmann::json& json);

/// met, unmet, unknown.
std::string_view nameOf(CriterionState state);

} // namespace naru::core
