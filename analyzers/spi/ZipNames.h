#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace naru::analyzers {

/// The names of the files in a zip archive as its directory at the end lists them, in that order; folders are left out. Reads that
/// directory alone, not what the archive holds: of a folder of libraries most are opened for no more than this. `bytes` is the archive
/// itself, or null to read `file`.
/// Nothing where readArchive() has to be asked: the archive is damaged, has more than `most` entries, is larger than the plain format can
/// tell, is split, signed before its end, or has names that are not plain ASCII. (.ZIP File Format Specification 6.3, 4.3.12 and 4.3.16)
[[nodiscard]] std::optional<std::vector<std::string>> zipNames(const std::filesystem::path& file, const std::string* bytes,
                                                               std::size_t most);

} // namespace naru::analyzers
