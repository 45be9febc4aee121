#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace naru::core {

/// A decimal text as JSON: a number when JSON's numbers hold it exactly (64-bit integers, and fractions
/// whose shortest form is the text), else the text itself, so that no digit is ever lost.
nlohmann::json numberFromText(const std::string& text);

/// The decimal text of a number or text written by numberFromText; empty for anything else.
std::string textFromNumber(const nlohmann::json& value);

/// The member `key` of an object in that form; empty when it is missing.
std::string textFromNumber(const nlohmann::json& object, const char* key);

} // namespace naru::core
