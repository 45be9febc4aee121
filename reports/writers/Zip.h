#pragma once

#include "core/base/Error.h"

#include <string>
#include <vector>

namespace naru::reports {

/// One file of a ZIP archive.
struct ZipEntry {
    std::string name;
    std::string bytes;
    bool stored = false; ///< not compressed
};

/// The archive with its entries in the order given. Every entry carries the same fixed time, so that the
/// same entries give the same bytes. Errors: Internal.
core::Result<std::string> packZip(const std::vector<ZipEntry>& entries);

/// Reads an archive from memory, entries in the order of its directory; `limit` bounds the bytes unpacked.
/// Errors: Malformed, LimitExceeded.
core::Result<std::vector<ZipEntry>> unpackZip(const std::string& bytes, std::size_t limit = std::size_t{256} << 20U);

} // namespace naru::reports
