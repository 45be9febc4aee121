#include "tests/unit/planning/PlannedShop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace naru;
using namespace naru::planning;
using namespace naru::tests;
using core::Plan;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

TEST(Planner, ThePilotIsEasyAndValuable)
{
    const Shop shop;
    const Plan plan = planned(shop.input());
    EXPECT_EQ(waveOf(plan, "review"), 1);
    ASSERT_GE(plan.waves.size(), 3U);
    EXPECT_TRUE(plan.waves[1].pilot);
    EXPECT_EQ(plan.waves[1].contexts.size(), 1U);
    EXPECT_FALSE(plan.waves[0].steps.empty());
    EXPECT_TRUE(plan.waves[0].contexts.empty());
}

TEST(Planner, APilotWithoutTablesLeavesOutTheData)
{
    Shop shop;
    shop.split.contexts[2].owns.clear(); // the review has no tables any more: its way would leave out the data
    EXPECT_NE(waveOf(planned(shop.input()), "review"), 1);
    EXPECT_EQ(waveOf(planned(shop.input({{.area = "plan", .key = "weight/pilotData", .value = 0}})), "review"), 1);
    EXPECT_EQ(waveOf(planned(shop.input({{.area = "plan", .key = "pilot", .value = "review"}})), "review"), 1) << "a person may";
}

TEST(Planner, APilotProvesTheWayFromTheRouteToTheData)
{
    Shop shop;
    const auto pilotOf = [](const Plan& plan) { return plan.waves.at(1).contexts.at(0); };
    EXPECT_EQ(pilotOf(planned(shop.input())).reasonKey, "planning.reason.pilot");
    EXPECT_THAT(pilotOf(planned(shop.input())).reasonArgs, Contains(std::pair<std::string, std::string>("points", "60")));

    // Many entry points and nothing that holds, but neither data nor functions: easy, and proves nothing.
    shop.split.contexts.push_back({.id = "ping", .name = "ping", .kind = core::SubdomainKind::Core});
    for (int i = 0; i < 40; ++i)
        shop.split.contexts.back().entryPoints.push_back("GET /ping/" + std::to_string(i));
    EXPECT_EQ(waveOf(planned(shop.input()), "review"), 1);
    EXPECT_EQ(pilotOf(planned(shop.input({decided("pilot", "ping")}))).reasonKey, "planning.reason.pilot-chosen");

    // Data alone is not enough either: no function of the count lies in it.
    shop.split.contexts.back().owns = {"PING"};
    EXPECT_EQ(waveOf(planned(shop.input()), "review"), 1);
    EXPECT_EQ(pilotOf(planned(shop.input({decided("weight/pilotFunctions", 0)}))).reasonKey, "planning.reason.pilot-no-functions");

    // Where nothing better is there, the reason says what it does not prove.
    shop.split.contexts.erase(shop.split.contexts.begin(), shop.split.contexts.begin() + 4);
    shop.split.contexts.back().owns.clear();
    shop.split.interfaces.clear();
    shop.split.sharedTables.clear();
    shop.split.distributedTransactions.clear();
    EXPECT_EQ(pilotOf(planned(shop.input())).reasonKey, "planning.reason.pilot-no-data") << "nothing is counted, so only the data is missing";
}

TEST(Planner, TheContextThatHasATableMovesIt)
{
    Shop shop; // orders write the stock most, so the split proposes to hand it over; as long as nobody does, the stock moves it
    shop.split.sharedTables.front().proposedOwner = "order";
    const Plan plan = planned(shop.input({decided("wave/order", 2), decided("wave/stock", 3)}));
    const auto& breaks = plan.waves.at(2).breaks;
    const auto found = std::ranges::find(breaks, "planning.break.before-owner", &core::PlanBreak::textKey);
    ASSERT_NE(found, breaks.end());
    EXPECT_THAT(found->contexts, ElementsAre("order", "stock"));
}

TEST(Planner, APilotThatIsHeldSaysSo)
{
    Shop shop;
    shop.split.contexts.erase(shop.split.contexts.begin() + 2, shop.split.contexts.end()); // order and stock, tied to each other
    const Plan plan = planned(shop.input({decided("weight/value", 0)}));
    EXPECT_EQ(plan.waves.at(1).contexts.at(0).reasonKey, "planning.reason.pilot-tied");
}

TEST(Planner, AWaveHasEffortThatCanBeTendered)
{
    Shop shop;
    for (int i = 0; i < 6; ++i) // go before the others, none of them counted
        shop.split.contexts.push_back({.id = "page" + std::to_string(i),
                                       .name = "p",
                                       .kind = core::SubdomainKind::Core,
                                       .entryPoints = {"GET /a" + std::to_string(i), "GET /b", "GET /c", "GET /d", "GET /e", "GET /f"}});
    const Plan plan = planned(shop.input());
    for (const core::Wave& wave : plan.waves)
        EXPECT_GT(wave.personMonths, 0) << wave.number;
    EXPECT_THAT(plan.gaps, Contains("planning.gap.count-some"));
    // A person may put them into a wave of their own: then it is said.
    std::vector<core::Decision> own;
    for (int i = 0; i < 6; ++i)
        own.push_back(decided("wave/page" + std::to_string(i), 9));
    EXPECT_THAT(planned(shop.input(own)).waves.back().warnings, Contains("planning.warning.no-effort"));
    EXPECT_THAT(planned(Shop().input()).gaps, Not(Contains("planning.gap.count-some")));
}

TEST(Planner, AWaveHasOnlySoManyContexts)
{
    Shop shop;
    for (int i = 0; i < 12; ++i)
        shop.split.contexts.push_back(
            {.id = "small" + std::to_string(i), .name = "s", .owns = {"T" + std::to_string(i)}, .entryPoints = {"GET /s"}});
    for (int i = 0; i < 12; ++i)
        shop.count.functions.push_back({.id = "s" + std::to_string(i), .fp = "5", .context = "small" + std::to_string(i)});
    const Plan four = planned(shop.input());
    for (const core::Wave& wave : four.waves)
        EXPECT_LE(wave.contexts.size(), 4U) << wave.number;
    const Plan two = planned(shop.input({{.area = "plan", .key = "weight/contextsPerWave", .value = 2}}));
    EXPECT_GT(two.waves.size(), four.waves.size());
}

TEST(Planner, TheProductivityNamesItsSource)
{
    const Shop shop;
    const Plan plan = planned(shop.input());
    EXPECT_DOUBLE_EQ(plan.fpPerManMonth, 20);
    EXPECT_EQ(plan.productivity.kind, "tariff");
    EXPECT_EQ(plan.productivity.source, "2024");
    PlanInput bare = shop.input({{.area = "plan", .key = "weight/fpPerManMonth", .value = 25, .who = "홍길동"}});
    bare.estimate = nullptr;
    EXPECT_DOUBLE_EQ(planned(bare).fpPerManMonth, 25);
    EXPECT_EQ(planned(bare).productivity.source, "홍길동");
}

TEST(Planner, ReasonsAddUpToPullAndHold)
{
    const Shop shop;
    const Plan plan = planned(shop.input());
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& context : wave.contexts) {
            double pull = 0;
            double hold = 0;
            for (const auto& [part, value] : context.parts)
                (value > 0 ? pull : hold) += value;
            EXPECT_NEAR(pull, context.pull, 1e-9) << context.name;
            EXPECT_NEAR(-hold, context.hold, 1e-9) << context.name;
        }
}

TEST(Planner, StepsNeverWaitInARing)
{
    const Shop shop;
    for (const int wave : {1, 2, 3, 9}) {
        const Plan plan = planned(shop.input({decided("wave/order", wave), decided("wave/stock", 10 - wave)}));
        EXPECT_EQ(sorted(plan).size(), stepCount(plan)) << wave;
        for (const core::Wave& one : plan.waves)
            for (const core::PlannedContext& context : one.contexts)
                for (const core::PlanStep& step : context.steps)
                    EXPECT_FALSE(step.rollbackKey.empty()) << step.id;
    }
}

TEST(Planner, EffortDurationAndCostComeFromTheCount)
{
    const Shop shop;
    const Plan plan = planned(shop.input());
    double months = 0;
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& context : wave.contexts)
            months += context.personMonths;
    EXPECT_NEAR(months, 20, 1e-9); // 400 FP by 20
    EXPECT_NEAR(plan.waves[0].personMonths, 2, 1e-9);
    EXPECT_NEAR(plan.waves[1].startMonth, plan.waves[0].durationMonths, 1e-9);
    for (const core::Wave& wave : plan.waves)
        for (const core::PlannedContext& context : wave.contexts)
            if (context.context == "order") {
                EXPECT_EQ(context.functionPoints, "200");
                EXPECT_EQ(context.cost, "120000000");
            }
    EXPECT_THAT(plan.gaps, Not(Contains("planning.gap.count")));
    EXPECT_THAT(plan.gaps, Contains("planning.gap.audit"));
}

TEST(Planner, MovingAContextShowsWhatBreaks)
{
    const Shop shop;
    const Plan plan =
        planned(shop.input({decided("wave/order", 1), decided("wave/stock", 3), decided("wave/gone", 1), decided("wave/review", "x")}));
    EXPECT_EQ(waveOf(plan, "order"), 1);
    EXPECT_THAT(plan.waves[1].warnings, Contains("planning.warning.transaction-across-waves"));
    EXPECT_THAT(plan.waves[1].warnings, Contains("planning.warning.before-owner"));
    EXPECT_THAT(plan.unmatched, ElementsAre("gone", "review"));
    const Plan together = planned(shop.input({decided("wave/order", 2), decided("wave/stock", 2)}));
    EXPECT_EQ(waveOf(together, "order"), waveOf(together, "stock"));
    for (const core::Wave& wave : together.waves)
        EXPECT_THAT(wave.warnings, Not(Contains("planning.warning.transaction-across-waves")));
}

TEST(Planner, OwnersMoveBeforeThoseWhoUseTheirTables)
{
    Shop shop;
    shop.split.distributedTransactions.clear();
    shop.split.interfaces.clear();
    for (const char* user : {"order", "review"})
        shop.split.sharedTables.push_back({.table = std::string("T_") + user, .proposedOwner = "code", .readers = {user}});
    const Plan plan = planned(shop.input({decided("weight/ownerFirst", 50), decided("weight/longestWaveMonths", 0.5)}));
    EXPECT_LT(waveOf(plan, "code"), waveOf(plan, "order"));
    EXPECT_LT(waveOf(plan, "stock"), waveOf(plan, "order"));
    for (const core::Wave& wave : plan.waves)
        EXPECT_THAT(wave.warnings, Not(Contains("planning.warning.before-owner")));
}

TEST(Planner, BreaksNameWhatIsTorn)
{
    const Shop shop;
    const Plan plan = planned(shop.input({decided("wave/order", 1), decided("wave/stock", 3)}));
    bool transaction = false;
    bool table = false;
    for (const core::PlanBreak& one : plan.waves[1].breaks) {
        transaction = transaction || (one.textKey == "planning.break.transaction" && one.args[0].second == "GET /order/0");
        table = table || (one.textKey == "planning.break.before-owner" && one.args[1].second == "STOCK");
    }
    EXPECT_TRUE(transaction);
    EXPECT_TRUE(table);
}

TEST(Planner, ContextsInARingStillGetAnOrder)
{
    Shop shop;
    shop.split.cycles = {{"order", "stock"}};
    const Plan plan = planned(shop.input());
    EXPECT_THAT(plan.notes, Contains("planning.note.cycles"));
    EXPECT_EQ(sorted(plan).size(), stepCount(plan));
    EXPECT_THAT(plan.waves[static_cast<std::size_t>(waveOf(plan, "order"))].warnings, Contains("planning.warning.cycle"));
}

TEST(Planner, WeightsAndFactsOfAPersonCount)
{
    const Shop shop;
    const Plan plan =
        planned(shop.input({decided("weight/distributedTransactions", 0), decided("weight/sharedTables", 0),
                            decided("weight/interfacesIn", 0), decided("weight/interfacesOut", 0), decided("weight/size", 0)}));
    EXPECT_NE(waveOf(plan, "review"), 1);
    EXPECT_THAT(plan.weights, Contains(std::pair<std::string, double>("sharedTables", -0.0)));
    const Plan loaded = planned(shop.input({decided("fact/code", {{"load", 1}, {"changeRate", 1}})}));
    EXPECT_EQ(waveOf(loaded, "code"), 1);
    EXPECT_THAT(loaded.gaps, Not(Contains("planning.gap.load")));
}

TEST(Planner, SplitsThatCannotBePlanned)
{
    Shop shop;
    core::Job job;
    EXPECT_EQ(plan({}, {}, {}, job).error().key, "planning.no-split");
    shop.split.contexts.resize(1);
    const Plan one = planned(shop.input());
    EXPECT_EQ(one.waves.size(), 2U);
    EXPECT_THAT(one.notes, Contains("planning.note.one-context"));
    std::stop_source stop;
    stop.request_stop();
    core::Job stopped(1, stop.get_token());
    EXPECT_EQ(plan(shop.input(), {}, {}, stopped).error().code, core::ErrorCode::Cancelled);
}

TEST(Planner, ArchitectureFollowsTheEvidence)
{
    Shop shop;
    const auto ids = [](const Plan& plan) {
        std::set<std::string> out;
        for (const auto& element : plan.architecture)
            out.insert(element.id);
        return out;
    };
    const auto tied = ids(planned(shop.input()));
    EXPECT_THAT(tied, Contains("saga"));
    EXPECT_THAT(tied, Contains("change-capture"));
    EXPECT_THAT(tied, Not(Contains("session-store")));
    core::AuditReport audit;
    audit.findings = {{.rule = "java.session-state", .factor = 6, .file = "A.java", .line = 3}};
    PlanInput input = shop.input();
    input.audit = &audit;
    const Plan audited = planned(input);
    EXPECT_THAT(ids(audited), Contains("session-store"));
    std::vector<std::string> kinds;
    for (const core::PlanStep& step : audited.waves[0].steps)
        kinds.push_back(step.kind);
    EXPECT_THAT(kinds, Contains("session"));
    EXPECT_THAT(kinds, Not(Contains("logs")));
    shop.split.distributedTransactions.clear();
    shop.split.sharedTables.clear();
    EXPECT_THAT(ids(planned(shop.input())), Not(Contains("saga")));
}

TEST(Planner, JsonRoundTripAndTexts)
{
    const Shop shop;
    const Plan plan = planned(shop.input());
    const auto json = core::toJson(plan);
    const auto back = core::planFromJson(json);
    ASSERT_TRUE(back);
    EXPECT_EQ(core::toJson(*back), json);
    const auto texts = core::Texts::load(NARU_RESOURCES, "en");
    ASSERT_TRUE(texts);
    for (const core::Wave& wave : plan.waves) {
        EXPECT_TRUE(texts->has(wave.nameKey));
        for (const auto& step : wave.steps) {
            EXPECT_TRUE(texts->has(step.textKey)) << step.textKey;
            EXPECT_TRUE(texts->has(step.rollbackKey)) << step.rollbackKey;
        }
        for (const auto& context : wave.contexts)
            for (const auto& step : context.steps) {
                EXPECT_TRUE(texts->has(step.textKey)) << step.textKey;
                EXPECT_TRUE(texts->has(step.rollbackKey)) << step.rollbackKey;
                EXPECT_THAT(texts->text(step.textKey, step.args), Not(::testing::HasSubstr("{"))) << step.textKey;
            }
    }
    for (const auto& key : plan.gaps)
        EXPECT_TRUE(texts->has(key)) << key;
}

TEST(Planner, TwoHundredContextsStayQuick)
{
    Shop shop;
    shop.split = {};
    shop.count = {};
    for (int i = 0; i < 200; ++i) {
        const std::string id = "c" + std::to_string(i);
        shop.split.contexts.push_back({.id = id, .name = id, .owns = {"T" + id}, .entryPoints = {"GET /" + id}});
        shop.split.interfaces.push_back(
            {.from = id, .to = "c" + std::to_string((i * 7 + 1) % 200), .functions = {{.from = "a", .to = id}}});
        shop.split.sharedTables.push_back({.table = "T" + id, .proposedOwner = id, .readers = {"c" + std::to_string((i + 3) % 200)}});
        shop.count.functions.push_back({.id = id, .fp = "20", .context = id});
    }
    const Plan plan = planned(shop.input());
    EXPECT_EQ(sorted(plan).size(), stepCount(plan));
    EXPECT_GT(plan.waves.size(), 5U);
}
