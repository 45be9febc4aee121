#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace naru::planning {

using Yaml = nlohmann::ordered_json;

/// A place of a generated file that a person must fill in.
struct FillMark {
    std::string id; ///< ends a text key: planning.fill.<id>
    int line = 0;   ///< 1-based
};

/// A value that a person must look at: it is written with the mark "FILL-IN: <id>" behind it.
Yaml fillIn(Yaml value, const std::string& id);

/// Block style YAML of a value, keys in their order. Marks are appended to `marks` with their lines.
std::string yamlText(const Yaml& value, std::vector<FillMark>& marks);

} // namespace naru::planning
