#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace naru::core {

/// Two files that were changed in the same commits.
struct CoChange {
    std::string first; ///< path below the root; first < second
    std::string second;
    std::uint32_t commits = 0; ///< commits that changed both
    double weight = 0;         ///< sum over those commits of 1/(files in the commit - 1)
    friend auto operator<=>(const CoChange&, const CoChange&) = default;
};

/// How often one person changed a file. People are numbers here: the split asks whether they are the same, not who they are.
struct FileAuthor {
    std::string path; ///< below the root
    std::uint32_t author = 0;
    std::uint32_t commits = 0; ///< bulk commits left out
    friend auto operator<=>(const FileAuthor&, const FileAuthor&) = default;
};

/// What version control tells the split. Empty when there is no history or it was not asked for.
struct ChangeHistory {
    std::vector<CoChange> pairs;     ///< by first, second
    std::vector<FileAuthor> authors; ///< by path, author
    std::uint32_t commits = 0;       ///< commits looked at
};

} // namespace naru::core
