#pragma once

#include <filesystem>
#include <string>

namespace naru::core {

/// Line of a JSON file on which a quoted word first stands, to say where a value is that cannot be used; 0 when it is not there or the
/// file cannot be read. A word that is itself a list of quoted words is looked for by its first.
int lineOfWord(const std::filesystem::path& file, std::string word);

} // namespace naru::core
