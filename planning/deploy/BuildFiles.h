#pragma once

#include "planning/deploy/SourceFacts.h"

#include <filesystem>
#include <string>
#include <vector>

namespace naru::planning {

/// Reads pom.xml, build.gradle, build.xml and container files near the root; `paths` are all files of the system that were looked
/// at, sorted. Versions are followed through properties and parents inside the tree only.
BuildFacts readBuildFacts(const std::filesystem::path& root, const std::vector<std::string>& paths);

} // namespace naru::planning
