#pragma once

#include "analyzers/web/ScriptScanner.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::web {

/// Where a function, class, object or constant with a name stands.
struct RegionSpan {
    std::string name;
    std::uint32_t first = 0; ///< tokens: its parameters or its value
    std::uint32_t last = 0;
    std::uint32_t parent = 0;
    std::vector<std::string_view> parameters; ///< empty names for those that are taken apart
    bool ofClass = false;
};

/// All of a script in the order of the text; the first is the whole of it.
std::vector<RegionSpan> moduleRegions(const ScannedScript& script);

/// Behind the expression that begins at a token.
std::uint32_t expressionEnd(const ScannedScript& script, std::uint32_t at);

/// Behind type arguments (`<A, B>`) at a token where a call follows them, else the token itself.
std::uint32_t behindTypes(const ScannedScript& script, std::uint32_t at);

/// The `=` behind the type of a declared name; kNowhere when there is no value. `at`: behind the name.
std::uint32_t valueSign(const ScannedScript& script, std::uint32_t at);

} // namespace naru::analyzers::web
