#pragma once

#include <string_view>

namespace naru::core {

// Parts of the paths of files as the model names them, below the root of a system and divided by `/`, and of qualified names. Views into
// what is given.

/// Behind the last `/`.
constexpr std::string_view fileName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

/// Before the last `/`; empty for a file of the root.
constexpr std::string_view folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// Behind the last `.` of a qualified name.
constexpr std::string_view simpleName(std::string_view qualified)
{
    return qualified.substr(qualified.rfind('.') + 1); // npos + 1 is 0
}

} // namespace naru::core
