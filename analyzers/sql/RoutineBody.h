#pragma once

#include "analyzers/sql/RoutineReader.h"
#include "analyzers/sql/SqlTokens.h"

#include <span>
#include <string>
#include <string_view>

namespace naru::analyzers::sql {

/// Adds what a body does to `out`. The lines of its tables are offsets in `text` until the caller has counted the lines.
/// `package`: the package of the routine, upper case, or empty; unqualified calls are then also noted with it.
void readRoutineBody(std::string_view text, std::span<const Token> body, const std::string& package, Routine& out);

} // namespace naru::analyzers::sql
