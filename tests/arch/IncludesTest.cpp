#include "tests/arch/SourceFiles.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>

namespace naru::tests {

namespace fs = std::filesystem;

namespace {

using Rooms = std::vector<std::string>;

/// What each room of the house may include beside itself. The longest name that fits a path decides.
const std::map<std::string, Rooms>& allowedIncludes()
{
    static const Rooms kCore = {"core/base", "core/model", "core/storage", "core/edit"};
    static const Rooms kStages = {"checklist", "costing", "planning", "analyzers"};
    static const auto with = [](Rooms rooms, const Rooms& more) {
        rooms.insert(rooms.end(), more.begin(), more.end());
        return rooms;
    };
    static const Rooms kFrontEnd = with(kCore, {"analyzers/spi"});
    static const Rooms kBelowApp = with(with(kCore, kStages), {"reports"});
    static const std::map<std::string, Rooms> kRules = {
        {"core/base", {}},
        {"core/model", {"core/base"}},
        {"core/storage", {"core/base", "core/model"}},
        {"core/edit", {"core/base", "core/model", "core/storage"}},
        {"analyzers/spi", kCore},
        {"analyzers/java", kFrontEnd},
        {"analyzers/bytecode", with(kFrontEnd, {"analyzers/java"})},
        {"analyzers/cpp", kFrontEnd},
        {"analyzers/sql", kFrontEnd},
        {"analyzers/web", kFrontEnd},
        {"analyzers/config", kFrontEnd},
        {"analyzers/history", kFrontEnd},
        {"analyzers/clones", kFrontEnd},
        {"analyzers/graph",
         with(kFrontEnd, {"analyzers/java", "analyzers/bytecode", "analyzers/cpp", "analyzers/sql", "analyzers/web", "analyzers/config"})},
        {"analyzers/audit", with(kFrontEnd, {"analyzers/graph"})},
        {"analyzers/decompose", with(kFrontEnd, {"analyzers/graph"})},
        {"checklist", kCore},
        {"costing", kCore},
        {"planning", kCore},
        {"reports", with(kCore, kStages)},
        {"app/service", kBelowApp},
        {"app/worker", {"analyzers/cpp"}},
        {"app/cli", with(kBelowApp, {"app/service"})},
        {"app/gui", with(kBelowApp, {"app/service"})},
    };
    return kRules;
}

bool within(const std::string& path, const std::string& room)
{
    return path.starts_with(room + "/");
}

std::optional<std::string> roomOf(const std::string& path)
{
    std::optional<std::string> best;
    for (const auto& [room, rooms] : allowedIncludes())
        if (within(path, room) && (!best || room.size() > best->size()))
            best = room;
    return best;
}

struct Include {
    std::string name;
    std::size_t line = 0;
};

std::vector<Include> includesOf(const ProjectFile& file, const char* pattern)
{
    static std::map<std::string, std::unique_ptr<RE2>> patterns;
    auto& regex = patterns[pattern];
    if (!regex)
        regex = std::make_unique<RE2>(pattern);
    std::vector<Include> includes;
    re2::StringPiece rest(file.text);
    re2::StringPiece name;
    while (RE2::FindAndConsume(&rest, *regex, &name))
        includes.push_back({std::string(name), lineAt(file.text, static_cast<std::size_t>(name.data() - file.text.data()))});
    return includes;
}

constexpr const char* kQuoted = R"re((?m)^\s*#\s*include\s*"([^"]+)")re";
constexpr const char* kAngled = R"re((?m)^\s*#\s*include\s*<([^>]+)>)re";

TEST(Architecture, EveryFileHasARoom)
{
    for (const ProjectFile& file : projectFiles(productFolders()))
        EXPECT_TRUE(roomOf(file.path)) << file.path << ": add its folder to the rules of the house";
}

TEST(Architecture, IncludesPointDown)
{
    for (const ProjectFile& file : projectFiles(productFolders())) {
        const auto room = roomOf(file.path);
        if (!room)
            continue;
        for (const Include& include : includesOf(file, kQuoted)) {
            if (!fs::exists(fs::path(NARU_SOURCE_DIR) / include.name)) {
                // Generated beside the source (ui_*.h, *.moc) or a header of a library; never one of ours by a relative path.
                EXPECT_EQ(include.name.find('/'), std::string::npos)
                    << file.path << ":" << include.line << " includes " << include.name << ", which is not there from the project root";
                continue;
            }
            const Rooms& allowed = allowedIncludes().at(*room);
            const bool down = within(include.name, *room) ||
                              std::ranges::any_of(allowed, [&](const std::string& other) { return within(include.name, other); });
            EXPECT_TRUE(down) << file.path << ":" << include.line << " must not include " << include.name;
        }
    }
}

TEST(Architecture, IncludesAreFromTheProjectRoot)
{
    for (const ProjectFile& file : projectFiles(productFolders()))
        for (const Include& include : includesOf(file, kQuoted)) {
            const bool beside =
                !include.name.contains('/') && fs::exists(fs::path(NARU_SOURCE_DIR) / fs::path(file.path).parent_path() / include.name);
            EXPECT_FALSE(beside) << file.path << ":" << include.line << " includes " << include.name << " without its folder";
            EXPECT_FALSE(include.name.contains("..")) << file.path << ":" << include.line << " climbs out of its folder";
        }
}

TEST(Architecture, QtStaysInTheWindowAndInThePdfWriter)
{
    static const RE2 qt(R"re(Q[A-Z]\w*|Qt\w*/.*|qt?[a-z]+\.h)re");
    for (const ProjectFile& file : projectFiles(productFolders())) {
        if (within(file.path, "app/gui") || within(file.path, "reports/qt"))
            continue;
        for (const Include& include : includesOf(file, kAngled))
            EXPECT_FALSE(RE2::FullMatch(include.name, qt)) << file.path << ":" << include.line << " includes Qt: " << include.name;
    }
}

TEST(Architecture, NoIncludeCyclesInOneDirection)
{
    // Header cycles hide a missing room: a depth-first walk over our own headers finds them.
    std::map<std::string, std::vector<std::string>> includes;
    for (const ProjectFile& file : projectFiles(productFolders()))
        if (file.path.ends_with(".h"))
            for (const Include& include : includesOf(file, kQuoted))
                includes[file.path].push_back(include.name);
    std::map<std::string, int> state; // 1: on the way, 2: done
    std::vector<std::string> way;
    const auto visit = [&](const auto& self, const std::string& header) -> void {
        if (state[header] == 2)
            return;
        way.push_back(header);
        if (state[header] == 1) {
            std::string cycle;
            for (auto at = std::ranges::find(way, header); at != way.end(); ++at)
                cycle += *at + " ";
            ADD_FAILURE() << "headers include each other: " << cycle;
        } else {
            state[header] = 1;
            for (const std::string& next : includes[header])
                self(self, next);
            state[header] = 2;
        }
        way.pop_back();
    };
    const auto all = includes;
    for (const auto& [header, names] : all)
        visit(visit, header);
}

} // namespace

} // namespace naru::tests
