#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/GlobTable.h"
#include "analyzers/audit/RuleConditions.h"

#include "core/base/Files.h"
#include "tests/support/TempFile.h"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace naru;
using namespace naru::analyzers::audit;
namespace fs = std::filesystem;

core::Result<RuleSet> loadText(const std::string& text)
{
    const fs::path folder = tests::tempFile("rules");
    fs::remove_all(folder);
    fs::create_directories(folder);
    EXPECT_TRUE(core::writeFile(folder / "r.json", text));
    return loadRules(folder);
}

std::string ruleText(const std::string& when)
{
    return "{\"schema\":\"naru.rules/1\",\"edition\":\"e\",\"source\":\"s\",\"rules\":[{\"id\":\"a\",\"factor\":3,\"risk\":\"low\",\n"
           "\"title\":{\"ko\":\"가\",\"en\":\"a\"},\"message\":{\"ko\":\"가\",\"en\":\"a\"},\"why\":{\"ko\":\"가\",\"en\":\"a\"},"
           "\"remedy\":{\"ko\":\"가\",\"en\":\"a\"},\n"
           "\"effort\":{\"low\":1,\"high\":2},\"tests\":{\"positive\":[],\"negative\":[]},\n\"when\":" +
           when + "}]}";
}

TEST(RuleLoader, shippedRulesLoadAndAreComplete)
{
    const auto rules = loadRules(fs::path(NARU_RESOURCES) / "rules");
    ASSERT_TRUE(rules) << rules.error().path << ":" << rules.error().line << " " << rules.error().key << " "
                       << rules.error().args.back().second;
    EXPECT_GE(rules->rules.size(), 60U);
    ASSERT_EQ(rules->factors.size(), 12U);
    std::set<int> factors;
    for (const Rule& rule : rules->rules) {
        factors.insert(rule.factor);
        EXPECT_FALSE(rule.iso5055.empty()) << rule.id;
        EXPECT_GT(rule.effort.high, 0) << rule.id;
    }
    for (int factor = 1; factor <= 12; ++factor) {
        EXPECT_TRUE(factors.contains(factor)) << "no rule for factor " << factor;
        EXPECT_EQ(rules->factors[static_cast<std::size_t>(factor) - 1].id, factor);
    }
}

TEST(RuleLoader, faultsNameFileLineAndKey)
{
    const auto unknown = loadText(ruleText("[{\"cal\":{}}]"));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().line, 4);
    EXPECT_NE(unknown.error().args[1].second.find("call"), std::string::npos);
    const auto pattern = loadText(ruleText("[{\"string\":{\"matches\":\"(\"}}]"));
    ASSERT_FALSE(pattern);
    EXPECT_EQ(pattern.error().key, "audit.rule.bad-pattern");
    EXPECT_EQ(pattern.error().args[0].second, "/rules/0/when/0/string/matches");
    EXPECT_FALSE(loadText(ruleText("[]")));
    EXPECT_TRUE(loadText(ruleText("[{\"call\":{\"receiver\":\"a.B\"}}]")));
    const auto none = loadRules(fs::path("/no/such/folder"));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, core::ErrorCode::NotFound);
}

TEST(RuleLoader, bracesGiveEverySpelling)
{
    EXPECT_EQ(expandBraces("{javax,jakarta}.ejb.*"), (std::vector<std::string>{"javax.ejb.*", "jakarta.ejb.*"}));
    EXPECT_EQ(expandBraces("*.{a,b}.{c,d}"), (std::vector<std::string>{"*.a.c", "*.a.d", "*.b.c", "*.b.d"}));
    EXPECT_EQ(expandBraces("plain"), (std::vector<std::string>{"plain"}));
}

TEST(RuleLoader, globs)
{
    const auto matches = [](const char* glob, const char* path) { return RE2::FullMatch(path, globPattern(glob)); };
    EXPECT_TRUE(matches("*.xml", "a/b/c.xml"));
    EXPECT_TRUE(matches("*.xml", "c.XML"));
    EXPECT_FALSE(matches("*.xml", "c.xmlx"));
    EXPECT_TRUE(matches("**/META-INF/ra.xml", "META-INF/ra.xml"));
    EXPECT_TRUE(matches("**/META-INF/ra.xml", "x/y/META-INF/ra.xml"));
    EXPECT_FALSE(matches("/pom.xml", "sub/pom.xml"));
    EXPECT_TRUE(matches(".github/workflows/*.yml", ".github/workflows/ci.yml"));
    EXPECT_FALSE(matches("a?.sql", "abc.sql"));
}

TEST(RuleLoader, importsOfAJavaHeader)
{
    const auto imports =
        readImports("/* import no.No; */\npackage a;\n// import no.No;\nimport java.util.*;\n/*\nimport no.No;\n*/\nimport static a.B.c;\n"
                    "public class A {\n import not.Here;\n}\n");
    ASSERT_EQ(imports.all.size(), 2U);
    EXPECT_EQ(imports.all[0].name, "java.util.*");
    EXPECT_EQ(imports.all[0].line, 4);
    EXPECT_EQ(imports.all[1].name, "a.B.c");
    EXPECT_EQ(imports.all[1].line, 8);
}

} // namespace
