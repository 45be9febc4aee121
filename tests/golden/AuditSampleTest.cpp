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

std::vector<Expected> answerSheet()
{
    std::istringstream in(core::readFile(fs::path(NARU_RESOURCES) / "sample" / "answers" / "findings.csv").value());
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

TEST(AuditSample, findsEveryFaultOfTheAnswerSheetAndNoneOfItsTraps)
{
    const auto rules = audit::loadRules(fs::path(NARU_RESOURCES) / "rules");
    ASSERT_TRUE(rules);
    core::Job job;
    const auto analysis = graph::analyzeTree(fs::path(NARU_RESOURCES) / "sample" / "gams", {}, job);
    ASSERT_TRUE(analysis);
    const auto report = audit::audit({&analysis->index, &analysis->texts, true}, *rules, {}, job);
    ASSERT_TRUE(report);
    const auto sheet = answerSheet();
    ASSERT_GT(sheet.size(), 100U);
    int yes = 0;
    for (const Expected& expected : sheet) {
        const bool found = std::ranges::any_of(report->findings, [&](const core::Finding& one) {
            return one.file == expected.file && one.line == expected.line && one.factor == expected.factor;
        });
        yes += expected.yes ? 1 : 0;
        EXPECT_EQ(found, expected.yes) << expected.file << ":" << expected.line << " factor " << expected.factor << ", " << expected.what;
    }
    EXPECT_GT(yes, 80);
}

} // namespace
