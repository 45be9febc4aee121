#pragma once

#include <filesystem>
#include <iosfwd>
#include <stop_token>
#include <string>
#include <vector>

namespace naru::cli {

/// Runs one command line (without the program's name) and returns the exit code. Results go to `out`,
/// progress and trouble to `err`. `executable` tells where the data files are.
int runCommandLine(const std::vector<std::string>& arguments, const std::filesystem::path& executable, std::ostream& out, std::ostream& err,
                   const std::stop_token& stop);

} // namespace naru::cli
