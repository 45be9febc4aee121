#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

/// How strongly two functions of one file belong together.
struct FunctionTie {
    std::size_t a = 0;
    std::size_t b = 0;
    double weight = 0;
};

/// The groups that a large file falls into: for each function the number of its group, 0 the one that keeps the name of the file.
/// A file that holds one subject, or is small, has group 0 only. Greedy modularity; the same ties give the same groups.
std::vector<std::size_t> functionGroups(std::size_t functions, const std::vector<FunctionTie>& ties);

/// The word that tells the functions of each group from those of the others; empty for group 0.
std::vector<std::string> groupNames(const std::vector<std::string_view>& functions, const std::vector<std::size_t>& groups);

} // namespace naru::analyzers::cpp
