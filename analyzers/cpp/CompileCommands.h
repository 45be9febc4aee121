#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace naru::analyzers::cpp {

/// How one unit is read.
struct UnitCommand {
    std::string file;                   ///< absolute, normal
    std::string directory;              ///< absolute
    std::vector<std::string> arguments; ///< filtered
    bool embeddedSql = false;
    bool guessed = false; ///< no compile command named it
};

/// The commands of a compile_commands.json, in the order of the file. Entries that cannot be used are left out.
/// Errors: as readJson, and Malformed when it is no list.
core::Result<std::vector<UnitCommand>> readCompileCommands(const std::filesystem::path& file);

/// The compile_commands.json of a tree: at the root or in a folder below that looks like one of a build; empty when there is none.
std::filesystem::path findCompileCommands(const std::filesystem::path& root);

} // namespace naru::analyzers::cpp
