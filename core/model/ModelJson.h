#pragma once

// JSON forms of the small shared values. Each result type has its own file beside it
// (AuditReportJson.h, PartitionJson.h ...); the keys are those of the command line.

#include "core/model/Evidence.h"

#include <nlohmann/json.hpp>

namespace naru::core {

void to_json(nlohmann::json& json, const Evidence& evidence);
void from_json(const nlohmann::json& json, Evidence& evidence);
void to_json(nlohmann::json& json, const LocalText& text);
void from_json(const nlohmann::json& json, LocalText& text);

} // namespace naru::core
