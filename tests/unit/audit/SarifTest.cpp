#include "analyzers/audit/Sarif.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace naru;
using namespace naru::analyzers::audit;

TEST(Sarif, resultsRulesFingerprintsAndSuppressions)
{
    const auto rules = loadRules(std::filesystem::path(NARU_RESOURCES) / "rules");
    ASSERT_TRUE(rules);
    core::AuditReport report;
    core::Finding finding;
    finding.rule = "config.hardcoded-ip";
    finding.factor = 3;
    finding.file = "src/한글 a.properties";
    finding.line = 7;
    finding.quote = "h=10.1.1.1";
    finding.message = {"주소", "address"};
    finding.fingerprint = "f1";
    report.findings.push_back(finding);
    finding.file.clear();
    finding.suppressed = true;
    finding.suppressedWhy = "because";
    report.findings.push_back(finding);
    const auto json = sarif(report, *rules, "en", "0.1.0");
    EXPECT_EQ(json.at("version"), "2.1.0");
    const auto& run = json.at("runs").at(0);
    const auto& driver = run.at("tool").at("driver");
    EXPECT_EQ(driver.at("rules").size(), rules->rules.size());
    const auto& result = run.at("results").at(0);
    EXPECT_EQ(driver.at("rules").at(result.at("ruleIndex").get<std::size_t>()).at("id"), "config.hardcoded-ip");
    EXPECT_EQ(result.at("message").at("text"), "address");
    EXPECT_EQ(result.at("level"), "warning");
    EXPECT_EQ(result.at("partialFingerprints").at("naruFinding/v1"), "f1");
    const auto& place = result.at("locations").at(0).at("physicalLocation");
    EXPECT_EQ(place.at("artifactLocation").at("uri"), "src/%ED%95%9C%EA%B8%80%20a.properties");
    EXPECT_EQ(place.at("region").at("startLine"), 7);
    const auto& accepted = run.at("results").at(1);
    EXPECT_FALSE(accepted.contains("locations"));
    EXPECT_EQ(accepted.at("suppressions").at(0).at("justification"), "because");
}

} // namespace
