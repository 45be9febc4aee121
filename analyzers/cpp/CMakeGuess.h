#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

/// -I and -D that the CMake file of a folder gives, as far as they can be told without running it: include_directories,
/// target_include_directories, add_definitions, add_compile_definitions, target_compile_definitions. `folder` and `root` are absolute.
std::vector<std::string> cmakeFlags(std::string_view text, const std::string& folder, const std::string& root);

} // namespace naru::analyzers::cpp
