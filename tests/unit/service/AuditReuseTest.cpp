#include "app/service/Services.h"
#include "core/model/AuditReportJson.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace naru::tests {
namespace {

namespace fs = std::filesystem;

/// An audit that is taken from an earlier run must be the one that a run without it would give.
class AuditReuse : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_root = fs::temp_directory_path() / ("naru-audit-reuse-" + std::to_string(std::random_device{}()));
        const char* before = std::getenv("XDG_CACHE_HOME");
        m_before = before == nullptr ? "" : before;
        ::setenv("XDG_CACHE_HOME", (m_root / "cache").c_str(), 1);
        write("src/A.java", "class A {\n  void f() { System.out.println(1); }\n}\n");
        write("rules/own.json", rules("ownCall"));
        for (const char* file : {"src/A.java", "rules/own.json"}) // a date so young is not believed
            fs::last_write_time(m_root / file, fs::file_time_type::clock::now() - std::chrono::hours(1));
    }
    void TearDown() override
    {
        if (m_before.empty())
            ::unsetenv("XDG_CACHE_HOME");
        else
            ::setenv("XDG_CACHE_HOME", m_before.c_str(), 1);
        fs::remove_all(m_root);
    }

    void write(const std::string& path, std::string_view text) const
    {
        fs::create_directories((m_root / path).parent_path());
        std::ofstream(m_root / path) << text;
    }
    static std::string rules(const std::string& word)
    {
        return R"x({"schema": "naru.rules/1", "edition": "own.1", "source": "test", "rules": [{"id": "own.call", "factor": 11, "risk": "low", "cwe": [],
 "iso5055": "Reliability", "title": {"ko": "가", "en": "a"}, "message": {"ko": "가", "en": "a"}, "why": {"ko": "가", "en": "a"},
 "remedy": {"ko": "가", "en": "a"}, "effort": {"low": 1, "high": 2}, "rootCause": "{rule}",
 "when": [{"text": {"files": ["*.java"], "matches": ")x" +
               word + R"x("}}], "tests": {"positive": [], "negative": []}}]})x";
    }
    [[nodiscard]] core::AuditReport audit(bool cache = true, const std::string& baseline = {}) const
    {
        service::AnalyzeOptions options;
        options.history = false;
        options.cache = cache;
        options.rules = {m_root / "rules"};
        options.today = "2026-11-29";
        if (!baseline.empty())
            options.baseline = m_root / baseline;
        core::Job job(1);
        auto analysis = service::analyze(m_root / "src", NARU_RESOURCES, options, job);
        EXPECT_TRUE(analysis.has_value());
        return analysis ? std::move(analysis->audit) : core::AuditReport();
    }
    static std::string text(const core::AuditReport& report) { return core::toJson(report).dump(); }
    static bool finds(const core::AuditReport& report, std::string_view rule)
    {
        return std::ranges::any_of(report.findings, [&](const core::Finding& one) { return one.rule == rule; });
    }
    /// The only report that is kept.
    [[nodiscard]] fs::path kept() const
    {
        for (const fs::directory_entry& entry : fs::directory_iterator(m_root / "cache/naru/source"))
            if (entry.path().extension() == ".audit")
                return entry.path();
        return {};
    }

    fs::path m_root;
    std::string m_before;
};

TEST_F(AuditReuse, TheSameInputIsNotAuditedAgainAndGivesTheSameBytes)
{
    const std::string first = text(audit());
    ASSERT_FALSE(kept().empty());
    const auto written = fs::last_write_time(kept());
    fs::last_write_time(kept(), written - std::chrono::hours(1));
    EXPECT_EQ(first, text(audit()));
    EXPECT_EQ(fs::last_write_time(kept()), written - std::chrono::hours(1)); // a new audit would have written it
    EXPECT_EQ(first, text(audit(false)));
}

TEST_F(AuditReuse, ChangedRulesCountThoughTheirEditionIsTheSame)
{
    EXPECT_FALSE(finds(audit(), "own.call"));
    write("rules/own.json", rules("println"));
    const core::AuditReport changed = audit();
    EXPECT_TRUE(finds(changed, "own.call"));
    EXPECT_EQ(text(changed), text(audit(false)));
}

TEST_F(AuditReuse, ChangedSourceAndVersionControlCount)
{
    EXPECT_TRUE(finds(audit(), "logs.console-output"));
    write("src/A.java", "class A {\n  void f() { }\n}\n");
    const core::AuditReport changed = audit();
    EXPECT_FALSE(finds(changed, "logs.console-output"));
    EXPECT_TRUE(finds(changed, "tree.no-version-control"));
    fs::create_directory(m_root / "src/.git");
    EXPECT_FALSE(finds(audit(), "tree.no-version-control"));
}

TEST_F(AuditReuse, BaselinesArePutOnTopAndNeverKept)
{
    const core::AuditReport plain = audit();
    ASSERT_FALSE(plain.findings.empty());
    ASSERT_TRUE(service::writeBaseline(plain, "accepted", "", "test", m_root / "baseline.json").has_value());
    const core::AuditReport accepted = audit(true, "baseline.json");
    EXPECT_TRUE(std::ranges::all_of(accepted.findings, &core::Finding::suppressed));
    EXPECT_EQ(text(accepted), text(audit(false, "baseline.json")));
    EXPECT_EQ(text(plain), text(audit()));
}

TEST_F(AuditReuse, DamageCostsTimeOnly)
{
    const std::string first = text(audit());
    std::string bytes;
    {
        std::ifstream in(kept(), std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    for (const std::size_t at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        std::ofstream(kept(), std::ios::binary) << damaged;
        EXPECT_EQ(first, text(audit()));
    }
    std::ofstream(kept(), std::ios::binary) << bytes.substr(0, bytes.size() / 3);
    EXPECT_EQ(first, text(audit()));
}

} // namespace
} // namespace naru::tests
