#pragma once

#include "core/base/Error.h"
#include "core/model/AuditReport.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace naru::core {

/// The object of `naru audit --json`.
nlohmann::json toJson(const AuditReport& report);
Result<AuditReport> auditReportFromJson(const nlohmann::json& json);

/// info, low, medium, high, critical.
std::string_view nameOf(Risk risk);
std::optional<Risk> riskFromName(std::string_view name);
/// met, violated, partly, notDetectable.
std::string_view nameOf(FactorState state);

} // namespace naru::core
