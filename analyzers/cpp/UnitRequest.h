#pragma once

#include <string>
#include <vector>

namespace naru::analyzers::cpp {

/// What it takes to read one unit.
struct UnitRequest {
    std::string file;                   ///< absolute path
    std::string directory;              ///< the command runs here; absolute
    std::vector<std::string> arguments; ///< filtered, without the compiler and the file
    bool embeddedSql = false;
};

/// What all units of a system share.
struct SystemSettings {
    std::string root;                ///< absolute, normal, without a slash at the end
    std::vector<std::string> recode; ///< absolute paths of files that are no UTF-8
};

} // namespace naru::analyzers::cpp
