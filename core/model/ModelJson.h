#pragma once

// JSON forms of the small shared values. Each result type has its own file beside it
// (AuditReportJson.h, PartitionJson.h ...); the keys are those of the command line.

#include "core/model/Evidence.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::core {

void to_json(nlohmann::json& json, const Evidence& evidence);
void from_json(const nlohmann::json& json, Evidence& evidence);
void to_json(nlohmann::json& json, const LocalText& text);
void from_json(const nlohmann::json& json, LocalText& text);

/// What stands at `key` of an object, or an empty list; a reference, for lists of results are long. Throws nlohmann::json::type_error for
/// what is no object.
[[nodiscard]] const nlohmann::json& listIn(const nlohmann::json& object, const char* key);

/// The value whose name this is, of names in the order of their values; `fallback` for any other text and for what is no text.
template <typename Enum, std::size_t N>
[[nodiscard]] Enum fromName(const nlohmann::json& value, const std::array<std::string_view, N>& names, Enum fallback)
{
    if (value.is_string())
        for (std::size_t i = 0; i < N; ++i)
            if (names[i] == value.get_ref<const std::string&>())
                return static_cast<Enum>(i);
    return fallback;
}

/// Named values in their order: [{"name": ..., "value": ...}].
template <typename Value> [[nodiscard]] nlohmann::json pairs(const std::vector<std::pair<std::string, Value>>& values)
{
    nlohmann::json out = nlohmann::json::array();
    for (const auto& [name, value] : values)
        out.push_back({{"name", name}, {"value", value}});
    return out;
}

} // namespace naru::core
