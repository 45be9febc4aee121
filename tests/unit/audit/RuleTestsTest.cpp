#include "analyzers/audit/RuleTests.h"

#include "analyzers/graph/AnalysisPipeline.h"

#include <gtest/gtest.h>

namespace {

using namespace naru;
using namespace naru::analyzers;
using namespace naru::analyzers::audit;

std::string listed(const std::vector<std::string>& all)
{
    std::string out;
    for (const std::string& one : all)
        out += " " + one;
    return out;
}

bool readsJava(core::Job& job)
{
    const auto analysis = graph::analyzeTree(std::filesystem::path(NARU_RESOURCES) / "sample" / "gams", {}, job);
    return analysis && !analysis->index.model.types.empty();
}

TEST(RuleTests, everyShippedRulePassesTheTestsBesideIt)
{
    const auto rules = loadRules(std::filesystem::path(NARU_RESOURCES) / "rules");
    ASSERT_TRUE(rules);
    core::Job job;
    if (!readsJava(job))
        GTEST_SKIP() << "the Java front end is not connected";
    const auto report = runRuleTests(*rules, job);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->withoutTests.empty()) << listed(report->withoutTests);
    EXPECT_GE(report->tests, 2 * report->rules);
    for (const RuleTestFailure& failure : report->failures)
        ADD_FAILURE() << failure.rule << " " << failure.test << ", found:" << listed(failure.found);
}

TEST(RuleTests, aTestThatDoesNotHoldIsReported)
{
    auto rules = loadRules(std::filesystem::path(NARU_RESOURCES) / "rules");
    ASSERT_TRUE(rules);
    std::erase_if(rules->rules, [](const Rule& rule) { return rule.id != "config.hardcoded-ip"; });
    ASSERT_EQ(rules->rules.size(), 1U);
    rules->rules[0].tests = {{true, "", {{"a.properties", "host=none\n"}}, {}, true},
                             {false, "", {{"a.properties", "host=10.1.2.3\n"}}, {}, true}};
    core::Job job;
    const auto report = runRuleTests(*rules, job);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->failures.size(), 2U);
    EXPECT_TRUE(report->failures[0].positive);
    EXPECT_EQ(report->failures[1].found, (std::vector<std::string>{"a.properties:1"}));
}

} // namespace
