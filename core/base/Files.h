#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace naru::core {

/// Reads a whole file. Errors: NotFound, NotReadable, LimitExceeded (larger than `limit` bytes).
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t limit = std::uintmax_t{256} << 20);

/// Writes a file whole or not at all: sibling, fsync, rename. Errors: NotWritable.
Result<void> writeFile(const std::filesystem::path& path, std::string_view bytes);

/// Reads and parses a JSON file. Errors: as readFile, and Malformed with the line.
Result<nlohmann::json> readJson(const std::filesystem::path& path);

/// Parses JSON text; `origin` is the path named in an error.
Result<nlohmann::json> parseJson(std::string_view text, const std::string& origin);

/// A path as text to be shown: UTF-8, with bytes that are none written as `\xNN`.
std::string toUtf8(const std::filesystem::path& path);

} // namespace naru::core
