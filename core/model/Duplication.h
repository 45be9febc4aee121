#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace naru::core {

/// The same run of tokens at two places. Lines are 1-based and both ends belong to it.
struct DuplicateBlock {
    std::string file; ///< where it stands first, in the order of paths
    int line = 0;
    int endLine = 0;
    std::string otherFile;
    int otherLine = 0;
    int otherEndLine = 0;
    int tokens = 0;
    friend bool operator==(const DuplicateBlock&, const DuplicateBlock&) = default;
};

/// How much of the system's own program code is written twice. Comments, blank lines, imports, test code and generated code count neither
/// as lines nor as duplicates.
struct Duplication {
    int minimumTokens = 0;      ///< shorter runs are no duplicates; 0: duplication was not looked at
    std::int64_t lines = 0;     ///< lines of code that were compared
    std::int64_t duplicated = 0; ///< those of them that lie in a duplicate
    std::int64_t blockCount = 0; ///< all duplicates; `blocks` may hold only the longest
    std::vector<DuplicateBlock> blocks; ///< the longest first
    [[nodiscard]] double share() const { return lines == 0 ? 0 : static_cast<double>(duplicated) / static_cast<double>(lines); }
};

} // namespace naru::core
