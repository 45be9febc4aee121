#pragma once

#include "analyzers/web/ViewReader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::web {

/// A named function of a script. The first of a file stands for the code outside of all of them.
struct ScriptFunction {
    std::string name;
    std::vector<std::uint64_t> words; ///< wordHash() of the names in its code, sorted; functions within it not included
};

struct ScriptLink {
    ViewLink link;
    std::uint32_t function = 0; ///< in ScriptFile::functions
};

/// What a JavaScript file says: the URLs in it and the functions in which they stand.
struct ScriptFile {
    std::vector<ScriptFunction> functions; ///< empty when there is no link
    std::vector<ScriptLink> links;
    std::vector<ScriptWrapper> wrappers; ///< of libraries of X-internet clients
    ScriptModule module;                 ///< empty where nothing is imported or exported
};

/// Reads a script; tolerant, linear in time, never fails. `asked`: links that others found in it, and their offsets.
ScriptFile readScript(std::string_view text, std::vector<std::pair<ViewLink, std::size_t>> asked = {});

} // namespace naru::analyzers::web
