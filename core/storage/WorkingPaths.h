#pragma once

#include <filesystem>

namespace naru::core {

/// Name of the entry of meta that says which save a file comes from.
inline constexpr const char* kSaveId = "saveId";

/// Absolute path with links resolved, as far as it exists.
std::filesystem::path resolved(const std::filesystem::path& file);

/// Where Save writes before it renames: on the same file system as the file.
std::filesystem::path siblingOf(const std::filesystem::path& file);

} // namespace naru::core
