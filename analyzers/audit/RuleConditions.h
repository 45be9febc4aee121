#pragma once

#include "analyzers/audit/Rule.h"
#include "core/base/JsonDocument.h"

namespace naru::analyzers::audit {

/// Reads one condition of a rule, adds it to the set and gives its index. Throws JsonFault.
std::size_t readCondition(const core::JsonCursor& at, RuleSet& rules);

/// Reads an array of conditions.
std::vector<std::size_t> readConditions(const core::JsonCursor& at, RuleSet& rules);

/// "{javax,jakarta}.ejb.*" -> both spellings.
std::vector<std::string> expandBraces(const std::string& text);

} // namespace naru::analyzers::audit
