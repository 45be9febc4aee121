#include "planning/portfolio/PortfolioPlan.h"

#include "core/base/Files.h"
#include "core/base/Texts.h"
#include "core/model/PortfolioJson.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace naru;
using namespace naru::planning;
using core::PortfolioSystem;
using ::testing::Contains;
namespace fs = std::filesystem;

namespace {

PortfolioRules rules()
{
    const auto loaded = PortfolioRules::load(NARU_RESOURCES);
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().key);
    return loaded.value_or(PortfolioRules());
}

SystemFacts facts(core::SystemId id, double readiness, double value, const std::string& verdict, const std::string& cost)
{
    return {.system = id,
            .name = "S" + std::to_string(id),
            .measures = {{"diagnosis", readiness}, {"typed", value}},
            .verdict = verdict,
            .cost = cost};
}

core::Portfolio planned(const std::vector<SystemFacts>& systems, std::vector<core::Decision> decisions = {})
{
    const auto out = planPortfolio(systems, rules(), decisions);
    EXPECT_TRUE(out) << (out ? "" : out.error().key);
    return out.value_or(core::Portfolio());
}

const PortfolioSystem& find(const core::Portfolio& portfolio, core::SystemId id)
{
    return *std::ranges::find(portfolio.systems, id, &PortfolioSystem::system);
}

} // namespace

TEST(Portfolio, SegmentsFollowReadinessAndValue)
{
    const auto out = planned({facts(1, 80, 90, "adopt", "100"), facts(2, 20, 10, "keep", ""), facts(3, 30, 40, "keep", "5"),
                              facts(4, 45, 40, "review", "7"), facts(5, 20, 35, "review", "9")});
    EXPECT_EQ(find(out, 1).segment, "refactor");
    EXPECT_EQ(find(out, 2).segment, "retire");
    EXPECT_EQ(find(out, 3).segment, "keep");
    EXPECT_EQ(find(out, 4).segment, "replatform");
    EXPECT_EQ(find(out, 5).segment, "rehost");
    EXPECT_EQ(find(out, 1).rank, 1);
    EXPECT_THAT(find(out, 2).gaps, Contains("planning.portfolio.gap.cost"));
    const auto texts = core::Texts::load(NARU_RESOURCES, "ko");
    ASSERT_TRUE(texts);
    for (const PortfolioSystem& one : out.systems) {
        EXPECT_TRUE(texts->has(one.reasonKey)) << one.reasonKey;
        EXPECT_THAT(texts->text(one.reasonKey, one.reasonArgs), ::testing::Not(::testing::HasSubstr("{")));
        EXPECT_TRUE(texts->has("planning.segment." + one.segment));
    }
}

TEST(Portfolio, AnUnknownSystemIsNotClassified)
{
    const auto out = planned({{.system = 1, .name = "x"}});
    EXPECT_EQ(out.systems[0].segment, "");
    EXPECT_FALSE(out.systems[0].readiness);
    EXPECT_EQ(out.systems[0].reasonKey, "planning.portfolio.reason.unknown");
    EXPECT_EQ(out.systems[0].year, 0);
    EXPECT_EQ(planPortfolio({}, rules(), {}).error().key, "planning.portfolio.none");
}

TEST(Portfolio, TheRoadmapMeetsTheTargetsAndSumsTheBudgetExactly)
{
    std::vector<SystemFacts> systems;
    for (int i = 1; i <= 100; ++i)
        systems.push_back(facts(i, 90 - i / 10.0, 80, "adopt", i == 1 ? "" : "123456789012345678"));
    const auto late = planned(systems);
    ASSERT_FALSE(late.roadmap.empty());
    EXPECT_EQ(late.roadmap.front().year, 2026);
    EXPECT_EQ(late.roadmap.front().systems, 70); // what should have moved by then moves then
    const auto out = planned(systems, {{.area = "portfolio", .key = "startYear", .value = 2024}});
    ASSERT_EQ(out.roadmap.size(), 7U);
    EXPECT_EQ(out.roadmap[0].systems, 10);
    EXPECT_EQ(out.roadmap[0].withoutCost, 1);
    EXPECT_EQ(out.roadmap[0].budget, "1111111101111111102"); // nine of them
    EXPECT_EQ(out.roadmap[1].systems, 20);
    EXPECT_EQ(out.roadmap[2].systems, 40);
    int all = 0;
    for (const auto& year : out.roadmap)
        all += year.systems;
    EXPECT_EQ(all, 100);
    EXPECT_EQ(find(out, 1).year, 2024); // the best first
    EXPECT_NEAR(out.roadmap.back().reachedPercent, 100, 1e-9);
    const auto raised = planned(
        systems, {{.area = "portfolio", .key = "startYear", .value = 2024}, {.area = "portfolio", .key = "target/2024", .value = 25}});
    EXPECT_EQ(raised.roadmap[0].systems, 25);
}

TEST(Portfolio, APersonOverridesSegmentAndYear)
{
    const auto out = planned({facts(1, 80, 90, "adopt", "100"), facts(2, 80, 80, "adopt", "50")},
                             {{.system = 1, .area = "portfolio", .key = "segment", .value = {{"segment", "keep"}, {"note", "법정 시스템"}}},
                              {.system = 2, .area = "portfolio", .key = "year", .value = 2028},
                              {.system = 2, .area = "portfolio", .key = "segment", .value = "burn"}});
    EXPECT_EQ(find(out, 1).segment, "keep");
    EXPECT_EQ(find(out, 1).proposedSegment, "refactor");
    EXPECT_TRUE(find(out, 1).overridden);
    EXPECT_EQ(find(out, 1).note, "법정 시스템");
    EXPECT_EQ(find(out, 1).year, 0);
    EXPECT_EQ(find(out, 2).year, 2028);
    EXPECT_EQ(find(out, 2).segment, "refactor");
    EXPECT_EQ(out.unmatched.size(), 1U);
    const auto year = std::ranges::find(out.roadmap, 2028, &core::RoadmapYear::year);
    ASSERT_NE(year, out.roadmap.end());
    EXPECT_EQ(year->budget, "50");
}

TEST(Portfolio, EffectsAreTiedToFindings)
{
    SystemFacts one = facts(1, 80, 90, "adopt", "100");
    one.findings = {{6, 4}, {3, 2}};
    const auto out = planned({one, facts(2, 50, 50, "adopt", "")});
    const auto scalability = std::ranges::find(out.effects, "scalability", &core::ExpectedEffect::id);
    ASSERT_NE(scalability, out.effects.end());
    EXPECT_EQ(scalability->findings, 4);
    ASSERT_EQ(scalability->systems.size(), 1U);
    EXPECT_EQ(scalability->systems[0].first, "S1");
    EXPECT_EQ(out.contract.size(), 5U);
    EXPECT_EQ(core::toJson(out)["systems"].size(), 2U);
}

TEST(Portfolio, SystemsFromAList)
{
    const fs::path file = fs::temp_directory_path() / ("naru-systems-" + std::to_string(::getpid()) + ".csv");
    const auto read = [&](const std::string& text) {
        EXPECT_TRUE(core::writeFile(file, text));
        auto out = readSystemsCsv(file);
        fs::remove(file);
        return out;
    };
    const auto systems = read("name,yes,value,cost\n\"민원, 상담\",8,70,1200000000\n내부포털,2,,\n");
    ASSERT_TRUE(systems) << systems.error().key;
    ASSERT_EQ(systems->size(), 2U);
    EXPECT_EQ(systems->front().name, "민원, 상담");
    EXPECT_EQ(systems->front().verdict, "adopt");
    EXPECT_EQ(systems->front().cost, "1200000000");
    EXPECT_EQ((*systems)[1].verdict, "keep");
    EXPECT_FALSE((*systems)[1].measures.contains("typed"));
    EXPECT_EQ(read("").error().key, "planning.portfolio.csv-empty");
    EXPECT_EQ(read("name,colour\na,b\n").error().key, "planning.portfolio.csv");
    const auto twice = read("name\na\na\n");
    EXPECT_EQ(twice.error().line, 3);
    EXPECT_EQ(read("name,yes\na,many\n").error().line, 2);
}
