#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace naru::service {

/// The rows of a partition file, in its order: member as written there, context. JSON or CSV as readSplitFile() takes them; a member that
/// stands there twice comes twice. Errors: as readFile; Malformed (with line where there is one).
core::Result<std::vector<std::pair<std::string, std::string>>> readMembership(const std::filesystem::path& file);

} // namespace naru::service
