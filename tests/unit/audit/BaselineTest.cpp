#include "analyzers/audit/Baseline.h"

#include "core/base/Files.h"
#include "tests/support/TempFile.h"

#include <gtest/gtest.h>

namespace {

using namespace naru;
using namespace naru::analyzers::audit;

std::filesystem::path write(const std::string& text)
{
    const auto file = tests::tempFile("baseline.json");
    EXPECT_TRUE(core::writeFile(file, text));
    return file;
}

core::AuditReport oneFinding()
{
    core::AuditReport report;
    report.findings.push_back({});
    report.findings[0].rule = "r";
    report.findings[0].fingerprint = "abc";
    return report;
}

TEST(Baseline, whatItWritesIsReadAndHolds)
{
    core::AuditReport report = oneFinding();
    const auto entries = loadBaseline(write(baselineOf(report, "accepted by the architect", "2027-01-31", "kim")));
    ASSERT_TRUE(entries);
    applySuppressions(*entries, "2027-01-31", report);
    EXPECT_TRUE(report.findings[0].suppressed);
    EXPECT_EQ(report.findings[0].suppressedWhy, "accepted by the architect");
    EXPECT_TRUE(report.diagnostics.empty());
}

TEST(Baseline, expiredEntriesCountAgainAndUnusedOnesAreSaid)
{
    core::AuditReport report = oneFinding();
    applySuppressions({{"abc", "why", "2026-01-31", ""}, {"gone", "why", "", ""}}, "2026-02-01", report);
    EXPECT_FALSE(report.findings[0].suppressed);
    ASSERT_EQ(report.diagnostics.size(), 2U);
    EXPECT_EQ(report.diagnostics[0].code, "audit.baseline.expired");
    EXPECT_EQ(report.diagnostics[1].code, "audit.baseline.unused");
}

TEST(Baseline, anEntryNeedsAReasonAndARealDate)
{
    for (const char* entry :
         {R"({"fingerprint":"a"})", R"({"fingerprint":"a","reason":" "})", R"({"fingerprint":"a","reason":"x","expires":"tomorrow"})",
          R"({"fingerprint":"a","reason":"x","expires":"2026-13-01"})",
          R"({"fingerprint":"a","reason":"x","expires":"2027-02-29"})"}) {
        const auto read = loadBaseline(write(std::string(R"({"schema":"naru.baseline/1","suppressions":[)") + entry + "]}"));
        EXPECT_FALSE(read) << entry;
    }
}

} // namespace
