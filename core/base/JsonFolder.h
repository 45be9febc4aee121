#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <vector>

namespace naru::core {

/// The *.json files that lie in a folder itself, by name. Errors: NotFound.
Result<std::vector<std::filesystem::path>> jsonFiles(const std::filesystem::path& folder);

} // namespace naru::core
