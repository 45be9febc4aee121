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

/// What stands at `key` of an object, or an empty list; a reference, for lists of results are long. Throws nlohmann::json::type_error for
/// what is no object.
[[nodiscard]] const nlohmann::json& listIn(const nlohmann::json& object, const char* key);

} // namespace naru::core
