// Wishes of a person about the order, and what version control says of it.

#include "tests/unit/planning/PlannedShop.h"

#include <gmock/gmock.h>

using namespace naru;
using namespace naru::planning;
using namespace naru::tests;
using core::Plan;
using ::testing::Contains;
using ::testing::Not;

TEST(Planner, WishesForTheOrderAreKeptAndContradictionsSaid)
{
    const Shop shop;
    const Plan kept = planned(shop.input({decided("before/order", nlohmann::json::array({"review"})), decided("pilot", "order")}));
    EXPECT_EQ(waveOf(kept, "order"), 1);
    EXPECT_GE(waveOf(kept, "review"), waveOf(kept, "order"));
    EXPECT_TRUE(kept.conflicts.empty());
    const Plan ring = planned(shop.input({decided("before/order", "stock"), decided("before/stock", "order")}));
    ASSERT_EQ(ring.conflicts.size(), 1U);
    EXPECT_EQ(ring.conflicts[0].textKey, "planning.conflict.ring");
    const Plan torn = planned(shop.input({decided("before/order", "stock"), decided("wave/order", 3), decided("wave/stock", 1)}));
    ASSERT_EQ(torn.conflicts.size(), 1U);
    EXPECT_EQ(torn.conflicts[0].textKey, "planning.conflict.wave");
    EXPECT_GT(waveOf(torn, "order"), waveOf(torn, "stock")); // the chosen waves stand
    const Plan pilot = planned(shop.input({decided("pilot", "order"), decided("wave/order", 2), decided("before/gone", "order")}));
    EXPECT_EQ(pilot.conflicts[0].textKey, "planning.conflict.pilot");
    EXPECT_THAT(pilot.unmatched, Contains("gone"));
    EXPECT_EQ(sorted(ring).size(), stepCount(ring));
    const auto texts = core::Texts::load(NARU_RESOURCES, "ko");
    for (const Plan* plan : {&ring, &torn, &pilot})
        for (const core::PlanBreak& one : plan->conflicts)
            EXPECT_TRUE(texts->has(one.textKey)) << one.textKey;
}

TEST(Planner, AWishHoldsAgainstChosenWavesAndThePilot)
{
    const Shop shop;
    // `code` would move last; what is wished before a context that a person put into wave 1 moves no later.
    const Plan capped = planned(shop.input({decided("wave/stock", 1), decided("before/code", "stock")}));
    EXPECT_EQ(waveOf(capped, "code"), 1);
    EXPECT_TRUE(capped.conflicts.empty());
    const Plan pilot = planned(shop.input({decided("pilot", "review"), decided("before/code", "review")}));
    EXPECT_EQ(waveOf(pilot, "review"), 1);
    EXPECT_EQ(waveOf(pilot, "code"), 1);
    EXPECT_TRUE(pilot.conflicts.empty());
    // order (wave 3) -> code -> stock (wave 2): no wave of code meets both, which is said.
    const Plan torn = planned(
        shop.input({decided("wave/order", 3), decided("wave/stock", 2), decided("before/order", "code"), decided("before/code", "stock")}));
    ASSERT_EQ(torn.conflicts.size(), 1U);
    EXPECT_EQ(torn.conflicts[0].textKey, "planning.conflict.wave");
    EXPECT_EQ(torn.conflicts[0].contexts, (std::vector<std::string>{"code", "stock"}));
    EXPECT_EQ(sorted(torn).size(), stepCount(torn));
    EXPECT_TRUE(core::Texts::load(NARU_RESOURCES, "ko")->has("planning.reason.wished"));
}

TEST(Planner, TheHistoryGivesTheChangeRateUnlessAPersonSaysIt)
{
    Shop shop;
    for (const auto& [type, path] : {std::pair{"OrderService", "a/OrderService.java"}, {"Review", "a/Review.java"}}) {
        core::Type added;
        added.name = shop.code.intern(type);
        added.at.file = core::FileId{static_cast<std::uint32_t>(shop.code.files.size())};
        core::SourceFile file;
        file.path = shop.code.intern(path);
        shop.code.files.push_back(file);
        shop.code.types.push_back(added);
    }
    shop.split.contexts[0].members = {{.id = "class:OrderService", .role = core::MemberRole::Class, .name = "OrderService"}};
    shop.split.contexts[2].members = {{.id = "class:Review", .role = core::MemberRole::Class, .name = "Review"}};
    core::SourceHistory history{.found = true,
                                .files = {{.path = "a/OrderService.java", .commits = 40}, {.path = "a/Review.java", .commits = 10}}};
    PlanInput input = shop.input({decided("fact/review", {{"changeRate", 1}})});
    input.history = &history;
    const Plan plan = planned(input);
    std::map<std::string, double> rates;
    std::map<std::string, int> changes;
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& one : wave.contexts) {
            for (const auto& [part, value] : one.parts)
                if (part == "changeRate")
                    rates[one.context] = value;
            for (const auto& [fact, value] : one.facts)
                if (fact == kChangesFact)
                    changes[one.context] = value;
        }
    EXPECT_NEAR(rates["order"], 2, 1e-9) << "most changes: the whole weight";
    EXPECT_NEAR(rates["review"], 2, 1e-9) << "a person said 1";
    EXPECT_EQ(rates["stock"], 0);
    EXPECT_EQ(changes, (std::map<std::string, int>{{"order", 40}, {"review", 10}}));
    EXPECT_THAT(plan.gaps, Not(Contains("planning.gap.change-rate")));
    PlanInput later = shop.input();
    later.changes = changes; // what an earlier plan counted stands in for the history
    EXPECT_THAT(planned(later).gaps, Not(Contains("planning.gap.change-rate")));
    EXPECT_THAT(planned(shop.input()).gaps, Contains("planning.gap.change-rate"));
}
