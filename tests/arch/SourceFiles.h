#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace naru::tests {

/// A source file of the project.
struct ProjectFile {
    std::string path; ///< below the project root
    std::string text;
};

/// All C++ files of the project below the given folders, by path.
std::vector<ProjectFile> projectFiles(const std::vector<std::string>& folders);

/// All CMakeLists.txt below the given folders, by path.
std::vector<ProjectFile> targetLists(const std::vector<std::string>& folders);

/// The folders whose code is part of the product.
const std::vector<std::string>& productFolders();

/// Lines of a list file in tests/arch: "path reason", '#' starts a comment. Gives the paths.
std::vector<std::string> listed(const std::string& name);

/// Line of a position in a text, 1-based.
std::size_t lineAt(const std::string& text, std::size_t position);

} // namespace naru::tests
