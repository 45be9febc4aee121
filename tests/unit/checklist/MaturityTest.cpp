#include "checklist/Ladder.h"

#include "core/model/MaturityJson.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace naru;
using namespace naru::checklist;
using core::CriterionState;

const std::filesystem::path kMaturityResources(NARU_RESOURCES);

std::vector<Ladder> ladders()
{
    auto all = loadLadders(kMaturityResources / "ladders");
    EXPECT_TRUE(all) << (all ? "" : all.error().path + ":" + std::to_string(all.error().line));
    return *all;
}

/// A report in which all twelve factors have one state.
core::AuditReport reportWith(core::FactorState state)
{
    core::AuditReport report;
    report.filesScanned = 10;
    report.sourcesScanned = 10;
    for (int id = 1; id <= 12; ++id) {
        core::FactorResult factor;
        factor.id = id;
        factor.state = state;
        report.factors.push_back(factor);
    }
    return report;
}

AnswerSheet allYes()
{
    const auto catalog = findCatalog(kMaturityResources / "questionnaires", "platform-facts");
    EXPECT_TRUE(catalog);
    AnswerSheet sheet;
    sheet.catalog = catalog->id;
    for (const Item& item : catalog->items)
        sheet.answers[item.id].value = core::Answer::Yes;
    return sheet;
}

CriterionState stateOf(const core::LadderResult& ladder, const std::string& id)
{
    const auto found = std::ranges::find(ladder.criteria, id, &core::CriterionResult::id);
    EXPECT_NE(found, ladder.criteria.end()) << id;
    return found->state;
}

TEST(Ladders, bothShippedOnesAndTheirLevels)
{
    const auto all = ladders();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, "public-sector");
    EXPECT_EQ(all[0].levels.front().level, 1);
    EXPECT_EQ(all[0].levels.back().level, 3);
    EXPECT_EQ(all[1].id, "four-level");
    EXPECT_EQ(all[1].levels.front().level, 0);
    EXPECT_EQ(all[1].levels.back().level, 3);
}

TEST(Ladders, everyAnswerTheyAskForIsInTheQuestionnaire)
{
    const auto catalog = findCatalog(kMaturityResources / "questionnaires", "platform-facts");
    ASSERT_TRUE(catalog);
    const auto check = [&](const auto& self, const CriterionTest& test) -> void {
        if (test.kind == CriterionTest::Kind::Answer) {
            EXPECT_EQ(test.catalog, catalog->id);
            EXPECT_NE(catalog->find(test.item), nullptr) << test.item;
        }
        for (const CriterionTest& part : test.parts)
            self(self, part);
    };
    for (const Ladder& ladder : ladders())
        for (const Criterion& criterion : ladder.criteria)
            check(check, criterion.test);
}

TEST(Maturity, nothingLookedAtIsUnknownAndReachesNothing)
{
    const auto result = judgeMaturity(ladders(), {});
    for (const core::LadderResult& ladder : result.ladders) {
        EXPECT_EQ(ladder.level, ladder.lowest - 1);
        EXPECT_FALSE(ladder.levelName.ko.empty());
        EXPECT_FALSE(ladder.missingForNext.empty());
        for (const core::CriterionResult& criterion : ladder.criteria)
            EXPECT_EQ(criterion.state, CriterionState::Unknown) << criterion.id;
    }
}

TEST(Maturity, aTreeWithoutProgramCodeIsNotReady)
{
    core::AuditReport report = reportWith(core::FactorState::NotDetectable);
    report.sourcesScanned = 0;
    MaturityInput input;
    input.audit = &report;
    EXPECT_EQ(stateOf(judgeMaturity(ladders(), input).ladders[0], "ready.standard"), CriterionState::Unknown);
}

TEST(Maturity, allMetReachesTheTop)
{
    const core::AuditReport report = reportWith(core::FactorState::Met);
    MaturityInput input;
    input.audit = &report;
    input.answers["platform-facts"] = allYes();
    for (const core::LadderResult& ladder : judgeMaturity(ladders(), input).ladders) {
        EXPECT_EQ(ladder.level, 3) << ladder.id;
        EXPECT_TRUE(ladder.missingForNext.empty());
    }
}

TEST(Maturity, aLevelAboveAGapDoesNotCount)
{
    core::AuditReport report = reportWith(core::FactorState::Met);
    report.factors[5].state = core::FactorState::Violated;
    report.factors[5].evidence.push_back({"violation", "a/B.java", 3, "x", "state.http-session"});
    core::Finding finding;
    finding.rule = "state.http-session";
    finding.file = "a/B.java";
    finding.line = 3;
    report.findings.push_back(finding);
    MaturityInput input;
    input.audit = &report;
    input.answers["platform-facts"] = allYes();
    const auto result = judgeMaturity(ladders(), input);
    EXPECT_EQ(result.ladders[0].level, 1);
    EXPECT_EQ(result.ladders[0].missingForNext, (std::vector<std::string>{"friendly.factor-6"}));
    EXPECT_EQ(stateOf(result.ladders[0], "native.light"), CriterionState::Unmet);
    EXPECT_EQ(result.ladders[1].level, 0);
    EXPECT_EQ(result.ladders[1].missingForNext, (std::vector<std::string>{"l1.factor-6", "l1.scalable"}));
    const auto factor = std::ranges::find(result.ladders[0].criteria, "friendly.factor-6", &core::CriterionResult::id);
    ASSERT_EQ(factor->evidence.size(), 1U);
    EXPECT_EQ(factor->evidence[0].file, "a/B.java");

    report.findings[0].suppressed = true;
    EXPECT_EQ(stateOf(judgeMaturity(ladders(), input).ladders[0], "native.light"), CriterionState::Met);
}

TEST(Maturity, anOpenFactorIsDecidedByTheAnswerOfAPerson)
{
    const core::AuditReport report = reportWith(core::FactorState::NotDetectable);
    MaturityInput input;
    input.audit = &report;
    EXPECT_EQ(stateOf(judgeMaturity(ladders(), input).ladders[0], "friendly.factor-6"), CriterionState::Unknown);
    input.answers["platform-facts"].answers["factor-6"].value = core::Answer::Yes;
    EXPECT_EQ(stateOf(judgeMaturity(ladders(), input).ladders[0], "friendly.factor-6"), CriterionState::Met);
    input.answers["platform-facts"].answers["factor-6"].value = core::Answer::Unknown;
    EXPECT_EQ(stateOf(judgeMaturity(ladders(), input).ladders[0], "friendly.factor-6"), CriterionState::Unknown);
}

TEST(MaturityJson, keysOfTheContractAndBack)
{
    const auto before = judgeMaturity(ladders(), {});
    const auto json = core::toJson(before);
    EXPECT_EQ(json.at("ladders")[0].at("criteria")[0].at("state"), "unknown");
    for (const char* key : {"id", "level", "criteria", "missingForNext"})
        EXPECT_TRUE(json.at("ladders")[1].contains(key)) << key;
    const auto back = core::maturityFromJson(json);
    ASSERT_TRUE(back);
    EXPECT_EQ(core::toJson(*back), json);
}

} // namespace
