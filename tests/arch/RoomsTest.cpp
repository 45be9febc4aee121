#include "tests/arch/SourceFiles.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>

namespace naru::tests {

namespace {

constexpr std::ptrdiff_t kLines = 400;

std::vector<ProjectFile> allFiles()
{
    std::vector<std::string> folders = productFolders();
    folders.emplace_back("tests");
    return projectFiles(folders);
}

TEST(Rooms, FilesAreSmall)
{
    const std::vector<std::string> allowed = listed("large-files.txt");
    for (const ProjectFile& file : allFiles()) {
        const std::ptrdiff_t lines = std::ranges::count(file.text, '\n');
        const bool known = std::ranges::find(allowed, file.path) != allowed.end();
        EXPECT_TRUE(lines <= kLines || known) << file.path << " has " << lines << " lines: divide it, or say in large-files.txt why not";
        EXPECT_FALSE(lines <= kLines && known) << file.path << " is small now: take it out of large-files.txt";
    }
}

TEST(Rooms, NamesSayWhatAThingIs)
{
    static const RE2 vague(R"re((?m)^(?:class|struct)\s+(\w*(?:Manager|Helper|Utils?))\b)re");
    for (const ProjectFile& file : allFiles()) {
        re2::StringPiece name;
        EXPECT_FALSE(RE2::PartialMatch(file.text, vague, &name)) << file.path << ": " << name;
    }
}

TEST(Rooms, HeadersAreGuardedOnce)
{
    for (const ProjectFile& file : allFiles())
        if (file.path.ends_with(".h")) {
            EXPECT_TRUE(file.text.starts_with("#pragma once") || file.text.find("\n#pragma once\n") < 600) << file.path;
        }
}

TEST(Rooms, NoUsingNamespaceInHeaders)
{
    static const RE2 use(R"re((?m)^using namespace )re");
    for (const ProjectFile& file : projectFiles(productFolders()))
        if (file.path.ends_with(".h")) {
            EXPECT_FALSE(RE2::PartialMatch(file.text, use)) << file.path;
        }
}

} // namespace

} // namespace naru::tests
