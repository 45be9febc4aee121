#include "tests/arch/SourceFiles.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace naru::tests {

namespace fs = std::filesystem;

const std::vector<std::string>& productFolders()
{
    static const std::vector<std::string> kFolders = {"core", "analyzers", "checklist", "costing", "planning", "reports", "app"};
    return kFolders;
}

namespace {

template <typename Wanted> std::vector<ProjectFile> filesBelow(const std::vector<std::string>& folders, Wanted wanted)
{
    const fs::path root(NARU_SOURCE_DIR);
    std::vector<ProjectFile> files;
    for (const std::string& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (!entry.is_regular_file() || !wanted(entry.path()))
                continue;
            std::ostringstream text;
            text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            files.push_back({fs::relative(entry.path(), root).generic_string(), text.str()});
        }
    std::ranges::sort(files, {}, &ProjectFile::path);
    return files;
}

} // namespace

std::vector<ProjectFile> projectFiles(const std::vector<std::string>& folders)
{
    return filesBelow(folders, [](const fs::path& path) { return path.extension() == ".h" || path.extension() == ".cpp"; });
}

std::vector<ProjectFile> targetLists(const std::vector<std::string>& folders)
{
    return filesBelow(folders, [](const fs::path& path) { return path.filename() == "CMakeLists.txt"; });
}

std::vector<std::string> listed(const std::string& name)
{
    std::ifstream in(fs::path(NARU_SOURCE_DIR) / "tests" / "arch" / name);
    std::vector<std::string> paths;
    for (std::string line; std::getline(in, line);) {
        std::string path;
        if (std::istringstream(line) >> path && path[0] != '#')
            paths.push_back(path);
    }
    return paths;
}

std::size_t lineAt(const std::string& text, std::size_t position)
{
    return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

} // namespace naru::tests
