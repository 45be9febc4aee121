#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Error.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers {

/// A file of an archive.
struct ArchiveEntry {
    std::string path; ///< inside the archive: '/' as separator, valid UTF-8, never absolute, without `.` and `..`
    std::string bytes;
};

/// Limits against archives that were made to do harm. Bytes are those after unpacking.
struct ArchiveLimits {
    std::uint64_t entryBytes = std::uint64_t{32} << 20U;   ///< larger files are left out
    std::uint64_t archiveBytes = std::uint64_t{32} << 20U; ///< the same for archives inside
    std::uint64_t totalBytes = std::uint64_t{1} << 30U;    ///< of one archive; what comes after is left out
    std::size_t entries = 500'000;
};

/// Archives in archives are read down to this many.
inline constexpr int kDeepestNesting = 4;

/// .war .ear .jar .zip .rar .sar .har: packages of Java applications and plain zip files, by their name.
[[nodiscard]] bool isArchiveName(std::string_view path);

/// Reads the files of a zip archive that `wanted` accepts, in the order of the archive. `bytes` is the archive itself, or null to read
/// `file`. Faults of single entries become diagnostics with `origin` as their path.
/// Errors: NotReadable, Malformed when it is no archive.
core::Result<std::vector<ArchiveEntry>> readArchive(const std::filesystem::path& file, const std::string* bytes, const std::string& origin,
                                                    const ArchiveLimits& limits, const std::function<bool(std::string_view)>& wanted,
                                                    std::vector<core::Diagnostic>& diagnostics);

/// `path` without `.`; empty when it is absolute, has `..`, a drive letter or control characters.
[[nodiscard]] std::string safeEntryPath(std::string_view path);

} // namespace naru::analyzers
