// The readiness audit on the sample system, against its answer sheet: every 'yes' is found
// with its factor, no 'no' is reported.

#include "analyzers/audit/Audit.h"

#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace {

using namespace naru;
using namespace naru::analyzers;
namespace fs = std::filesystem;

struct Expected {
    std::string file;
    int line = 0;
    int factor = 0;
    std::string what;
    bool yes = false;
};

std::vector<std::string> cells(const std::string& row)
{
    std::vector<std::string> out(1);
    bool quoted = false;
    for (const char c : row) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

std::vector<Expected> answerSheet(const fs::path& file)
{
    std::istringstream in(core::readFile(fs::path(NARU_RESOURCES) / file).value());
    std::vector<Expected> out;
    std::string row;
    std::getline(in, row);
    while (std::getline(in, row)) {
        const auto one = cells(row);
        if (one.size() == 5)
            out.push_back({one[0] == "." ? "" : one[0], std::stoi(one[1]), std::stoi(one[2]), one[3], one[4].starts_with("yes")});
    }
    return out;
}

/// How many lines of the sheet are to be found; each that is not as the sheet says fails the test.
int compare(const fs::path& system, const fs::path& answers, bool versionControl)
{
    const auto rules = audit::loadRules(fs::path(NARU_RESOURCES) / "rules");
    EXPECT_TRUE(rules);
    core::Job job;
    graph::AnalysisOptions options;
    options.native.headers = fs::path(NARU_RESOURCES) / "cpp" / "headers";
    const auto analysis = graph::analyzeTree(fs::path(NARU_RESOURCES) / system, options, job);
    EXPECT_TRUE(analysis);
    if (!rules || !analysis)
        return 0;
    const auto report = audit::audit({&analysis->index, &analysis->texts, versionControl}, *rules, {}, job);
    EXPECT_TRUE(report);
    if (!report)
        return 0;
    int yes = 0;
    for (const Expected& expected : answerSheet(answers)) {
        const bool found = std::ranges::any_of(report->findings, [&](const core::Finding& one) {
            return one.file == expected.file && one.line == expected.line && one.factor == expected.factor;
        });
        yes += expected.yes ? 1 : 0;
        EXPECT_EQ(found, expected.yes) << expected.file << ":" << expected.line << " factor " << expected.factor << ", " << expected.what;
    }
    return yes;
}

TEST(AuditSample, findsEveryFaultOfTheAnswerSheetAndNoneOfItsTraps)
{
    EXPECT_GT(compare(fs::path("sample") / "gams", fs::path("sample") / "answers" / "findings.csv", true), 80);
}

TEST(AuditSample, theSystemInCHasItsSheetToo)
{
    EXPECT_GT(compare(fs::path("sample-c") / "fees", fs::path("sample-c") / "findings.csv", true), 80);
}

/// Beyond the sheet nothing is reported in C code: it was read whole when the sheet was written.
TEST(AuditSample, theSheetOfTheSystemInCIsWhole)
{
    const auto rules = audit::loadRules(fs::path(NARU_RESOURCES) / "rules");
    ASSERT_TRUE(rules);
    core::Job job;
    graph::AnalysisOptions options;
    options.native.headers = fs::path(NARU_RESOURCES) / "cpp" / "headers";
    const auto analysis = graph::analyzeTree(fs::path(NARU_RESOURCES) / "sample-c" / "fees", options, job);
    ASSERT_TRUE(analysis);
    const auto report = audit::audit({&analysis->index, &analysis->texts, true}, *rules, {}, job);
    ASSERT_TRUE(report);
    const auto sheet = answerSheet(fs::path("sample-c") / "findings.csv");
    for (const core::Finding& one : report->findings)
        EXPECT_TRUE(std::ranges::any_of(sheet, [&](const Expected& expected) {
            return expected.yes && one.file == expected.file && one.line == expected.line && one.factor == expected.factor;
        })) << one.rule
            << " " << one.file << ":" << one.line;
}

} // namespace
