#pragma once

#include "analyzers/cpp/CompileCommands.h"
#include "analyzers/cpp/ForwardHeaders.h"
#include "analyzers/spi/FrontEnd.h"

#include <memory>
#include <string>
#include <vector>

namespace naru::analyzers::cpp {

struct CommandPlan {
    std::string root; ///< absolute, normal, without a slash at the end
    std::vector<UnitCommand> units;
    std::vector<core::FileId> precompiled; ///< made of embedded SQL beside them, which is read instead
    std::vector<core::Diagnostic> diagnostics;
    std::shared_ptr<ForwardHeaders> forwards; ///< for as long as units are read
};

/// How every source of C, C++ and embedded SQL of the tree is read: by its compile commands where there are some, by those of the
/// nearest unit or by a guess elsewhere. Commands of another machine are mapped to the tree by the ends of their paths.
CommandPlan planUnits(const FrontEndInput& input);

/// True for a header, which is read with the units that include it.
bool isHeader(std::string_view path);

} // namespace naru::analyzers::cpp
