#pragma once

#include "core/base/Error.h"
#include "core/model/Assessment.h"

#include <nlohmann/json.hpp>

namespace naru::core {

/// The object of `naru assess --json`.
nlohmann::json toJson(const Assessment& assessment);
/// Errors: Malformed.
Result<Assessment> assessmentFromJson(const nlohmann::json& json);

/// An answer as kept in a decision of area "answer": {"value","note","who","when","attached"}.
nlohmann::json toJson(const GivenAnswer& answer);
Result<GivenAnswer> givenAnswerFromJson(const nlohmann::json& json);

/// yes, no, unknown; unanswered.
std::string_view nameOf(Answer answer);
std::string_view nameOf(Verdict verdict);

} // namespace naru::core
