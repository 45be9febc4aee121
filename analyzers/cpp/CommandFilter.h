#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

/// A command line split at blanks as a shell would: quotes and backslashes. Nothing is expanded.
std::vector<std::string> splitCommand(std::string_view command);

/// What clang needs of the arguments of any compiler: include paths, macros, language and standard. Flags of vendors and cross-compilers,
/// outputs, the compiler and the sources are left out; with `microsoft`, /I and /D become -I and -D. Linear.
std::vector<std::string> filterArguments(const std::vector<std::string>& arguments, bool microsoft = false);

/// Flags that keep old and foreign code readable; they stand before those of the command.
std::vector<std::string> tolerantFlags(bool cplusplus);

} // namespace naru::analyzers::cpp
