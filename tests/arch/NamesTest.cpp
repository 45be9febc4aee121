#include "tests/arch/SourceFiles.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <map>
#include <set>
#include <sstream>

namespace naru::tests {

namespace {

/// The source files of each target of a CMakeLists.txt, by the name of the target.
std::map<std::string, std::set<std::string>> targetsOf(const ProjectFile& list)
{
    static const RE2 target(R"re((?s)(?:naru_library|naru_test|add_executable)\((\w[\w-]*)\s(.*?)\))re");
    static const RE2 source(R"re(([\w./-]+\.cpp))re");
    const std::string folder = list.path.substr(0, list.path.rfind('/') + 1);
    std::map<std::string, std::set<std::string>> out;
    re2::StringPiece rest(list.text);
    for (std::string name, body; RE2::FindAndConsume(&rest, target, &name, &body);) {
        re2::StringPiece files(body);
        for (std::string file; RE2::FindAndConsume(&files, source, &file);)
            out[name].insert(folder + file);
    }
    return out;
}

/// What a line declares: a type, a constant or a function that stands at its beginning.
std::string declaredIn(const std::string& line)
{
    static const RE2 type(R"re(^(?:template <.*> )?(?:struct|class|enum class|enum) (\w+))re");
    static const RE2 constant(R"re(^(?:static |inline |constexpr |const )+[^=(]*?(\w+)(?:\[\w*\])*(?: =|\{))re");
    static const RE2 function(R"re(^(?:template <.*> )?\w[\w:<>,&* ]*[ &*>](\w+)\()re");
    std::string name;
    return RE2::PartialMatch(line, type, &name) || RE2::PartialMatch(line, constant, &name) || RE2::PartialMatch(line, function, &name)
               ? name
               : "";
}

/// The names that a file declares for itself alone, in namespaces without a name.
std::set<std::string> ownNames(const ProjectFile& file)
{
    static const RE2 raw(R"re((?s)R"(\w*)\(.*?\)\w*")re"); // other languages in tests
    std::string own = file.text;
    RE2::GlobalReplace(&own, raw, "");
    std::set<std::string> out;
    std::istringstream text(own);
    bool inside = false;
    for (std::string line; std::getline(text, line);) {
        if (line == "namespace {" || line == "} // namespace")
            inside = line == "namespace {";
        else if (const std::string name = inside ? declaredIn(line) : std::string(); !name.empty())
            out.insert(name);
    }
    return out;
}

// Several files of a target are compiled as one (CMAKE_UNITY_BUILD), and what two files call the same should be the same.
TEST(Names, WhatAFileKeepsForItselfHasANameOfItsOwn)
{
    std::vector<std::string> folders = productFolders();
    folders.emplace_back("tests");
    std::map<std::string, std::set<std::string>> names;
    for (const ProjectFile& file : projectFiles(folders))
        names[file.path] = ownNames(file);
    std::size_t known = 0;
    for (const ProjectFile& list : targetLists(folders))
        for (const auto& [target, files] : targetsOf(list)) {
            std::map<std::string, std::string> first;
            for (const std::string& file : files)
                for (const std::string& name : names[file]) {
                    const auto [at, is] = first.emplace(name, file);
                    EXPECT_TRUE(is) << target << ": " << name << " is declared in " << at->second << " and in " << file
                                    << ": share it in a header, or rename one";
                    ++known;
                }
        }
    EXPECT_GT(known, 1000U);
}

} // namespace

} // namespace naru::tests
