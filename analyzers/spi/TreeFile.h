#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace naru::analyzers {

/// The text (UTF-8) of a file of a system as its places name it: below the root, inside an archive on the way
/// (`lib/tax.jar/META-INF/beans.xml`, archives in archives), or inside the root when that is an archive itself.
/// `limit`: the largest number of bytes. Errors: NotFound, NotReadable, LimitExceeded, Malformed, and Unsupported for a class file, which
/// has no text (`analysis.source.compiled`).
core::Result<std::string> readTreeFile(const std::filesystem::path& root, std::string_view path, std::uintmax_t limit);

} // namespace naru::analyzers
