#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace naru::analyzers::sql {

/// Where the directive of Velocity that begins at `at` ends: #if (...), #elseif (...), #else, #end, #foreach (...), #set (...), also as
/// #{else}, and comments behind ##. `at` itself when none begins there.
std::size_t directiveEnd(std::string_view text, std::size_t at);

/// True where SQL may hold directives of Velocity: cheap, and asked for each statement.
bool mayHoldDirectives(std::string_view text);

/// The text with branches as alternatives of which one runs and all other directives blank; every character keeps its place.
std::string withoutDirectives(std::string_view text);

} // namespace naru::analyzers::sql
