#pragma once

#include "analyzers/cpp/CompileCommands.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

/// The compiler commands in what a build printed: `make -n`, `make V=1`, `ninja -v`, a log. Folders follow "Entering directory" and
/// `cd`; wrappers (ccache, libtool) and the quotes of automake are seen through. Nothing is run. Commands come in the order of the text.
std::vector<UnitCommand> readBuildLog(std::string_view text, const std::filesystem::path& folder);

} // namespace naru::analyzers::cpp
