#include "analyzers/audit/GlobTable.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <random>

namespace {

using namespace naru::analyzers::audit;

std::vector<std::uint32_t> sorted(std::vector<std::uint32_t> sets)
{
    std::ranges::sort(sets);
    return sets;
}

/// What the table should say, by the patterns themselves.
std::vector<std::uint32_t> byPatterns(const std::vector<Globs>& sets, const std::string& path)
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < sets.size(); ++i) {
        bool in = false;
        bool excluded = false;
        for (const std::string& glob : sets[i].patterns) {
            const bool excludes = glob.starts_with('!');
            const std::string plain = glob.substr(excludes ? 1 : 0);
            if (RE2::FullMatch(path, globPattern(plain)))
                (excludes ? excluded : in) = true;
        }
        if (in && !excluded)
            out.push_back(i);
    }
    return out;
}

TEST(GlobTable, TakesWhatOneGlobFitsAndNoneExcludes)
{
    GlobTable table({{{"*.xml", "!pom.xml"}}, {{"**/WEB-INF/**"}}, {{"/ci/*.yml"}}, {{"자료?.sql"}}, {{"**"}}});
    EXPECT_EQ(sorted(table.match("a/b.XML")), (std::vector<std::uint32_t>{0, 4}));
    EXPECT_EQ(sorted(table.match("a/pom.xml")), (std::vector<std::uint32_t>{4}));
    EXPECT_EQ(sorted(table.match("web/WEB-INF/x/web.xml")), (std::vector<std::uint32_t>{0, 1, 4}));
    EXPECT_EQ(sorted(table.match("ci/a.yml")), (std::vector<std::uint32_t>{2, 4}));
    EXPECT_EQ(sorted(table.match("x/ci/a.yml")), (std::vector<std::uint32_t>{4}));
    EXPECT_EQ(sorted(table.match("자료집.sql")), (std::vector<std::uint32_t>{3, 4}));
    EXPECT_EQ(sorted(table.match("자료.sql")), (std::vector<std::uint32_t>{4}));
}

TEST(GlobTable, SaysWhatThePatternsSay)
{
    std::mt19937 random(20261129);
    const auto oneOf = [&random](std::initializer_list<const char*> all) { return std::string(all.begin()[random() % all.size()]); };
    const auto glob = [&] {
        std::string out = oneOf({"", "", "", "!"}) + oneOf({"", "", "", "/", "**/", "a/", "**/b/", "a/**/", "*-x/", "b?/", "**/a*/b/**/", "/a/", "/**/b/", "/a/**/b/", "**/**/a/", "a**b/", "/*/a/", "**/x/**/y/**/", "B*/"});
        return out + oneOf({"*.x", "c.x", "c*.y", "*c*", "?.x", "*.x.y", "**", "c**x", "C.X", "*", "c*.*"});
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<Globs> sets(1 + random() % 5);
        for (Globs& set : sets)
            for (std::size_t i = 0; i < 1 + random() % 4; ++i)
                set.patterns.push_back(glob());
        GlobTable table(sets);
        for (int i = 0; i < 40; ++i) {
            const std::string path = oneOf({"", "a/", "b/", "a/b/", "x/a/", "q-x/a/b/", "A/bc/", "a/x/y/b/", "aa/b/"}) +
                                     oneOf({"c.x", "d.x", "cc.y", "c", "c.x.y", "C.x", "xcx", ".x"});
            ASSERT_EQ(sorted(table.match(path)), byPatterns(sets, path)) << path << " in round " << round;
        }
    }
}

} // namespace
