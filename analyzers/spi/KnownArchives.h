#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers {

/// Whose classes an archive holds.
struct ArchiveOwners {
    std::vector<std::string> owners; ///< leading parts of their packages, each once
    bool unknownPackage = false;     ///< some are in a package, and in none of a known library
};

/// What earlier runs found in the archives of a tree: one of the same size and date need not be opened again.
class KnownArchives {
public:
    /// `young`: how long before now a change counts as so late that another could have the same date.
    explicit KnownArchives(std::chrono::nanoseconds young = std::chrono::seconds(2));

    /// Takes what bytes() gave; false, with nothing taken, when it cannot be that.
    bool restore(std::string_view bytes);
    /// Of those that this run asked for or kept, when it did.
    [[nodiscard]] std::string bytes() const;
    /// More is known than was restored.
    [[nodiscard]] bool worthKeeping() const { return m_changed; }

    /// Null when nothing is known of it in this size and date (0: unknown).
    [[nodiscard]] const ArchiveOwners* find(std::string_view path, std::uint64_t size, std::int64_t changed);
    void keep(std::string_view path, std::uint64_t size, std::int64_t changed, ArchiveOwners owners);

private:
    struct Archive {
        std::uint64_t size = 0;
        std::int64_t changed = 0;
        ArchiveOwners owners;
        bool used = false; ///< in this run
    };

    std::int64_t m_old; ///< dates before this are believed
    bool m_asked = false;
    bool m_changed = false;
    std::map<std::string, Archive, std::less<>> m_archives;
};

} // namespace naru::analyzers
