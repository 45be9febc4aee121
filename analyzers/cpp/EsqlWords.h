#pragma once

#include <string>
#include <string_view>

namespace naru::analyzers::cpp {

/// A character of a name in C or SQL.
bool wordChar(char c);
/// Without blanks, quotes and angle brackets around it.
std::string_view trimmed(std::string_view text);
/// Where the query of DECLARE ... CURSOR FOR starts, in upper case; npos when there is none.
std::size_t queryOf(std::string_view upperText);
/// A host variable stands behind `at`.
bool hostFollows(std::string_view text, std::size_t at);
/// The cursor that OPEN names, in upper case.
std::string cursorName(std::string_view sql);
/// The C expression of the host variable whose colon stands at `i`, which moves behind it and its indicator.
std::string hostVariable(std::string_view text, std::size_t& i);

} // namespace naru::analyzers::cpp
