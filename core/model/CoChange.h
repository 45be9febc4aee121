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

/// What version control tells the split. Empty when there is no history or it was not asked for.
struct ChangeHistory {
    std::vector<CoChange> pairs; ///< by first, second
    std::uint32_t commits = 0;   ///< commits looked at
};

} // namespace naru::core
