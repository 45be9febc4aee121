#pragma once

#include "core/model/CoChange.h"

#include <cstdint>
#include <string>
#include <vector>

namespace naru::core {

/// How often a file was changed, and by how many people.
struct FileHistory {
    std::string path; ///< below the root, as it is called now
    std::uint32_t commits = 0;
    std::uint32_t authors = 0;
    std::int64_t first = 0; ///< seconds since 1970, UTC
    std::int64_t last = 0;
    friend auto operator<=>(const FileHistory&, const FileHistory&) = default;
};

struct AuthorHistory {
    std::string name;
    std::uint32_t commits = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    friend auto operator<=>(const AuthorHistory&, const AuthorHistory&) = default;
};

struct ReleaseTag {
    std::string name;
    std::int64_t time = 0; ///< of the commit that it names
    friend auto operator<=>(const ReleaseTag&, const ReleaseTag&) = default;
};

/// What version control says of a source tree. Times come from the commits, so the
/// same tree gives the same history whenever it is read.
struct SourceHistory {
    bool found = false;                 ///< false: no version control; all else is empty
    ChangeHistory changes;              ///< which files change together
    std::vector<FileHistory> files;     ///< by path
    std::vector<AuthorHistory> authors; ///< most commits first, then by name
    std::vector<ReleaseTag> tags;       ///< oldest first
    std::int64_t first = 0;             ///< time of the oldest commit looked at
    std::int64_t last = 0;
    std::uint32_t activeMonths = 0; ///< months with at least one commit
    double medianTagDays = 0;       ///< days between releases, in the middle; 0 with fewer than two tags
};

} // namespace naru::core
