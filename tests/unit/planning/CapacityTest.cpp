#include "planning/RunningCosts.h"
#include "planning/capacity/CapacityPlan.h"

#include "core/base/Files.h"
#include "core/model/CapacityJson.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace naru;
using namespace naru::planning;
using ::testing::Contains;
namespace fs = std::filesystem;

namespace {

CapacityDefaults defaults()
{
    const auto loaded = CapacityDefaults::load(NARU_RESOURCES);
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().key);
    return loaded.value_or(CapacityDefaults());
}

LoadProfile profile(const std::string& id, std::vector<double> hours, double serviceMs = 100)
{
    LoadProfile out{.id = id, .name = id, .serviceMs = serviceMs};
    for (const double value : hours)
        out.hourly.emplace_back(value);
    return out;
}

core::Result<core::Capacity> simulated(const LoadSet& load)
{
    core::Job job;
    return simulateCapacity(load, nullptr, defaults(), job);
}

core::Result<LoadSet> csv(const std::string& text)
{
    const fs::path file = fs::temp_directory_path() / ("naru-load-" + std::to_string(::getpid()) + ".csv");
    EXPECT_TRUE(core::writeFile(file, text));
    auto out = readLoadCsv(file);
    fs::remove(file);
    return out;
}

} // namespace

TEST(Queue, ErlangCOfTextbooks)
{
    // M/M/1: W = rho / (mu - lambda).
    EXPECT_NEAR(erlangC(0.5, 1, 1).meanWait, 1.0, 1e-12);
    // Two servers at rho = 3/4: C = 9/14, Wq = C / (c mu - lambda) = 9/7.
    const QueueAnswer two = erlangC(1.5, 1, 2);
    EXPECT_NEAR(two.waitProbability, 9.0 / 14, 1e-12);
    EXPECT_NEAR(two.meanWait, 9.0 / 7, 1e-12);
    EXPECT_FALSE(erlangC(2, 1, 2).stable);
    EXPECT_TRUE(erlangC(0, 1, 2).stable);
    EXPECT_EQ(erlangC(0, 1, 2).meanResponse, 1);
    EXPECT_TRUE(erlangC(500, 1, 600).stable); // many servers do not overflow
}

TEST(Queue, SimulationAgreesWithTheFormulaWithinTwoPercent)
{
    struct Setting {
        double arrivals, rate;
        int servers;
    };
    for (const Setting& one : {Setting{0.5, 1, 1},
                               {0.7, 1, 1},
                               {0.8, 1, 1},
                               {1.2, 1, 2},
                               {1.6, 1, 2},
                               {2.1, 1, 3},
                               {20, 5, 5},
                               {88, 17.6, 6},
                               {140, 17.6, 10},
                               {16, 1, 20}}) {
        const QueueAnswer formula = erlangC(one.arrivals, one.rate, one.servers);
        const QueueRun run = simulateQueue(one.arrivals, one.rate, one.servers, 1'500'000, 0, 7);
        EXPECT_NEAR(run.meanResponse / formula.meanResponse, 1, 0.02) << one.arrivals << " " << one.servers;
        EXPECT_NEAR(run.utilisation / formula.utilisation, 1, 0.02) << one.arrivals << " " << one.servers;
        const QueueRun again = simulateQueue(one.arrivals, one.rate, one.servers, 20'000, 0, 7);
        EXPECT_EQ(again.meanWait, simulateQueue(one.arrivals, one.rate, one.servers, 20'000, 0, 7).meanWait);
        EXPECT_NE(again.meanWait, simulateQueue(one.arrivals, one.rate, one.servers, 20'000, 0, 8).meanWait);
    }
}

TEST(Queue, UsersAreServedByLittlesLaw)
{
    const UserTestRun run =
        simulateUsers({.users = 50, .thinkSeconds = 1, .serviceSeconds = 0.1, .seconds = 2000, .least = 4, .most = 4}, 3);
    EXPECT_NEAR(run.perSecond * (run.meanResponse + 1), 50, 1); // users = throughput x (response + think)
    EXPECT_LE(run.perSecond, 40.5);
    EXPECT_EQ(simulateUsers({}, 1).requests, 0);
}

TEST(Capacity, ThePublishedTestsAreMetByTheStatedAssumptions)
{
    const auto out = simulated({.profiles = {profile("a", {1000, 2000})}});
    ASSERT_TRUE(out) << out.error().key;
    ASSERT_EQ(out->cases.size(), 3U);
    for (const core::TestCaseAnswer& one : out->cases) {
        EXPECT_NEAR(one.modelRequests / one.requests, 1, 0.06) << one.id;
        EXPECT_NEAR(one.modelResponseMs / one.responseMs, 1, 0.12) << one.id;
    }
    EXPECT_EQ(out->cases[1].modelInstances, 10);
    EXPECT_NEAR(out->modelThroughput, 1.7, 0.1);
    EXPECT_NEAR(out->modelResponse, 2.5, 0.3);
    EXPECT_FALSE(out->caseAssumptions.empty());
}

TEST(Capacity, PeaksAtDifferentTimesShareAPool)
{
    std::vector<double> morning(240, 3600);
    std::vector<double> evening(240, 3600);
    for (std::size_t hour = 0; hour < 240; ++hour) {
        if (hour % 24 == 9)
            morning[hour] = 360000; // 100 a second of 0.1 s: 10 instances busy
        if (hour % 24 == 18)
            evening[hour] = 360000;
    }
    LoadSet load{.profiles = {profile("morning", morning), profile("evening", evening)}, .pool = 16};
    load.profiles[0].fixed = load.profiles[1].fixed = 8; // too few for a peak
    const auto out = simulated(load);
    ASSERT_TRUE(out);
    for (const core::ServiceCapacity& one : out->services) {
        EXPECT_GT(one.fixed.refused, 0) << one.name;
        EXPECT_EQ(one.scaled.most, 15) << one.name; // ceil(10 / 0.7)
        EXPECT_LT(one.scaled.refused, one.fixed.refused / 8) << one.name;
        EXPECT_LT(one.scaled.worstResponseMs, one.fixed.worstResponseMs) << one.name;
        EXPECT_NEAR(one.fixed.served + one.fixed.refused, one.requests, one.requests * 0.05);
    }
    EXPECT_LT(out->scaledInstanceHours, out->fixedInstanceHours / 3);
    EXPECT_LE(out->scaledPeak, 16);
    EXPECT_EQ(out->weekRequests.size(), 168U);
    const auto again = simulated(load);
    EXPECT_EQ(core::toJson(*again), core::toJson(*out)); // same seed, same result
    load.seed = 5;
    EXPECT_NE(core::toJson(*simulated(load)), core::toJson(*out));
    EXPECT_EQ(core::toJson(core::capacityFrom(core::toJson(*out))), core::toJson(*out));
}

TEST(Capacity, BeyondCapacityForEver)
{
    LoadSet load{.profiles = {profile("a", std::vector<double>(100, 1e7))}, .pool = 3};
    load.profiles[0].fixed = 2;
    const auto out = simulated(load);
    ASSERT_TRUE(out);
    const core::ServiceCapacity& one = out->services[0];
    EXPECT_THAT(one.warnings, Contains("planning.load.warning.beyond-fixed"));
    EXPECT_THAT(one.warnings, Contains("planning.load.warning.beyond-scaled"));
    EXPECT_FALSE(one.fixedPeak.stable);
    EXPECT_NEAR(one.fixed.served, 100 * 2 * 36000, 1);
    EXPECT_LE(one.fixed.worstResponseMs, 30'100 + 1); // waits as long as patience lasts, not for ever
    EXPECT_NEAR(one.fixed.utilisation, 1, 1e-9);
}

TEST(Capacity, LoadsThatCannotBeUsed)
{
    EXPECT_EQ(simulated({}).error().key, "planning.load.empty");
    EXPECT_EQ(simulated({.profiles = {profile("a", {})}}).error().key, "planning.load.no-hours");
    EXPECT_EQ(simulated({.profiles = {profile("a", {1}, 0)}}).error().key, "planning.load.service-time");
    LoadSet limits{.profiles = {profile("a", {1})}};
    limits.profiles[0].least = 5;
    limits.profiles[0].most = 2;
    EXPECT_EQ(simulated(limits).error().key, "planning.load.limits");
    EXPECT_EQ(simulated({.profiles = {profile("a", {1})}, .targetUtilisation = 0}).error().key, "planning.load.options");
    core::Job job;
    std::stop_source stop;
    stop.request_stop();
    core::Job stopped(1, stop.get_token());
    EXPECT_EQ(simulateCapacity({.profiles = {profile("a", {1})}}, nullptr, defaults(), stopped).error().code, core::ErrorCode::Cancelled);
}

TEST(LoadFile, CsvWithGapsAndSettings)
{
    const auto load = csv("hour,a,b\nserviceMs,100,50\nfixed,2,\n0,10,5\n1,,6\n\n4,20,7\n");
    ASSERT_TRUE(load) << load.error().key;
    ASSERT_EQ(load->profiles.size(), 2U);
    EXPECT_EQ(load->profiles[0].serviceMs, 100);
    EXPECT_EQ(load->profiles[0].fixed, 2);
    ASSERT_EQ(load->profiles[0].hourly.size(), 5U);
    EXPECT_FALSE(load->profiles[0].hourly[1]);
    EXPECT_FALSE(load->profiles[1].hourly[2]);
    EXPECT_EQ(load->profiles[1].hourly[4], 7);
    const auto out = simulated(*load);
    ASSERT_TRUE(out);
    EXPECT_EQ(out->services[0].missing, 3);
    EXPECT_THAT(out->services[0].warnings, Contains("planning.load.warning.gaps"));
    EXPECT_EQ(csv("").error().key, "planning.load.empty");
    EXPECT_EQ(csv("hour,a,a\n").error().key, "planning.load.header");
    const auto bad = csv("hour,a\n0,1\n1,many\n");
    EXPECT_EQ(bad.error().key, "planning.load.number");
    EXPECT_EQ(bad.error().line, 3);
    EXPECT_EQ(csv("hour,a\n0,-1\n").error().key, "planning.load.number");
    EXPECT_EQ(csv("hour,a\n0,1,2\n").error().key, "planning.load.columns");
    EXPECT_EQ(csv("hour,a\n99999999,1\n").error().key, "planning.load.too-long");
}

TEST(LoadFile, ATypedShapeIsKeptAndChecked)
{
    const auto typed = [](const char* shape) {
        return loadFromJson({{"hours", 24 * 8}, {"profiles", {{{"id", "a"}, {"serviceMs", 10}, {"shape", nlohmann::json::parse(shape)}}}}},
                            "typed");
    };
    const auto load = typed(R"({"average": 100, "peakHours": [9, 10], "peakFactor": 3, "nightFactor": 0.5, "weekendFactor": 0.2,
                               "surgeDays": [7], "surgeFactor": 10})");
    ASSERT_TRUE(load) << load.error().key;
    const auto& hourly = load->profiles[0].hourly;
    ASSERT_EQ(hourly.size(), 192U);
    EXPECT_EQ(hourly[0], 50);            // Monday, night
    EXPECT_EQ(hourly[9], 300);           // peak
    EXPECT_EQ(hourly[5 * 24 + 12], 20);  // Saturday
    EXPECT_EQ(hourly[7 * 24 + 9], 3000); // the next Monday is a day of a surge
    const nlohmann::json kept = toJson(*load);
    EXPECT_FALSE(kept["profiles"][0].contains("hourly")) << "what was typed is kept as it was typed";
    const auto back = loadFromJson(kept, "kept");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->profiles[0].shape, load->profiles[0].shape);
    EXPECT_EQ(back->profiles[0].hourly, hourly);
    for (const auto& [shape, part] : {std::pair{R"({"average": -1})", "average"},
                                      {R"({"average": 1, "peakHours": [24]})", "peakHours"},
                                      {R"({"average": 1, "nightFactor": -2})", "nightFactor"},
                                      {R"({"average": 1, "surgeDays": [8]})", "surgeDays"}}) {
        const auto bad = typed(shape);
        ASSERT_FALSE(bad) << shape;
        EXPECT_EQ(bad.error().key, "planning.load.shape");
        EXPECT_EQ(bad.error().args.back().second, part);
        EXPECT_EQ(bad.error().path, "typed");
    }
}

TEST(LoadFile, TheShippedExampleRuns)
{
    const auto load = readLoadFile(fs::path(NARU_RESOURCES) / "planning" / "load-example.json");
    ASSERT_TRUE(load) << load.error().key;
    ASSERT_EQ(load->profiles.size(), 2U);
    EXPECT_EQ(load->profiles[0].hourly.size(), 8760U);
    EXPECT_EQ(load->profiles[0].hourly[10], 315000); // a Monday at ten
    const auto back = loadFromJson(toJson(*load), "test");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->profiles[1].hourly, load->profiles[1].hourly);
    const auto out = simulated(*load);
    ASSERT_TRUE(out);
    EXPECT_LT(out->scaledInstanceHours, out->fixedInstanceHours);
}

namespace {

core::RunningCost compared(const char* text)
{
    const auto catalog = RunningCostCatalog::load(NARU_RESOURCES);
    EXPECT_TRUE(catalog) << (catalog ? "" : catalog.error().key);
    const auto prices = pricesFromJson(nlohmann::json::parse(text), *catalog, "test");
    EXPECT_TRUE(prices) << (prices ? "" : prices.error().key);
    return prices ? compareRunningCost(*prices, *catalog) : core::RunningCost();
}

constexpr const char* kPrices = R"({"years": 3, "items": {
  "vm.server": {"quantity": "10", "price": "300000"}, "vm.guest-os": {"price": 500000}, "vm.middleware": {"quantity": "0"},
  "vm.agents": {"price": "200000"}, "vm.care": {"quantity": 0}, "container.care": {"quantity": 0},
  "vm.operation": {"quantity": "12", "price": "1000000.5"},
  "container.node": {"quantity": 4, "price": "400000"}, "container.host-os": {"price": "0"}, "container.platform": {"price": "1000000"},
  "container.agents": {"price": "200000"}, "container.operation": {"quantity": "6", "price": "1000000"},
  "container.transition": {"quantity": "1", "price": "20000000"}}})";

} // namespace

TEST(RunningCosts, ExactToTheWonWithFormulasAndBreakEven)
{
    const core::RunningCost cost = compared(kPrices);
    ASSERT_EQ(cost.perYear.size(), 3U);
    // 10 x 300,000 x 12 + 10 x 500,000 + 10 x 200,000 + 12 x 1,000,000.5 = 55,000,006
    EXPECT_EQ(cost.perYear[0].machines, "55000006");
    // 4 x 400,000 x 12 + 4 x 1,000,000 + 4 x 200,000 + 6 x 1,000,000 = 30,000,000, and 20,000,000 once
    EXPECT_EQ(cost.perYear[0].containers, "50000000");
    EXPECT_EQ(cost.perYear[1].containers, "30000000");
    EXPECT_EQ(cost.machines, "165000018");
    EXPECT_EQ(cost.difference, "55000018");
    // 20,000,000 / ((55,000,006 - 30,000,000) / 12) = 9.6 months
    EXPECT_EQ(cost.breakEvenMonth, 10);
    EXPECT_EQ(cost.items.front().formula, "10 x 300000 x 12");
    EXPECT_EQ(core::toJson(core::runningCostFrom(core::toJson(cost))), core::toJson(cost));
}

TEST(RunningCosts, GrowthRoundsUpWholeMachines)
{
    std::string text = kPrices;
    text.replace(text.find("\"items\""), 7, "\"growthPercent\": \"5\", \"items\"");
    const core::RunningCost cost = compared(text.c_str());
    // Second year 10.5 machines: 11 x (3,600,000 + 700,000) + 12,000,006
    EXPECT_EQ(cost.perYear[1].machines, "59300006");
}

TEST(RunningCosts, CareCountsByMachineHourAndRate)
{
    std::string text = kPrices;
    const std::string none = "\"vm.care\": {\"quantity\": 0}, \"container.care\": {\"quantity\": 0}";
    text.replace(text.find(none), none.size(), R"("vm.care": {"factor": "4", "price": "40000"}, "container.care": {"factor": "6"})");
    const core::RunningCost cost = compared(text.c_str());
    ASSERT_EQ(cost.perYear.size(), 3U);
    EXPECT_EQ(cost.perYear[0].machines, "74200006");   // 10 machines x 4 hours x 40,000 x 12 more
    EXPECT_EQ(cost.perYear[1].containers, "41520000"); // 4 nodes x 6 hours x 40,000 x 12 more: the rate is entered once
    const auto care = std::ranges::find(cost.items, "vm.care", &core::RunningCostItem::id);
    ASSERT_NE(care, cost.items.end());
    EXPECT_EQ(care->formula, "10 x 4 x 40000 x 12");
    text.replace(text.find("\"factor\": \"4\", "), 15, "");
    EXPECT_THAT(compared(text.c_str()).missing, ::testing::ElementsAre("vm.care"));
}

TEST(RunningCosts, WhatIsMissingIsNamedAndNothingInvented)
{
    const core::RunningCost cost = compared(R"({"items": {"vm.server": {"quantity": "3"}}})");
    EXPECT_THAT(cost.missing, Contains("vm.server"));
    EXPECT_THAT(cost.missing, Contains("container.node"));
    EXPECT_EQ(cost.machines, "");
    EXPECT_TRUE(cost.perYear.empty());
    const auto catalog = RunningCostCatalog::load(NARU_RESOURCES);
    const auto fault = [&](const char* text) { return pricesFromJson(nlohmann::json::parse(text), *catalog, "t").error().key; };
    EXPECT_EQ(fault("[]"), "planning.prices.form");
    EXPECT_EQ(fault(R"({"years": 9})"), "planning.prices.years");
    EXPECT_EQ(fault(R"({"months": 36})"), "planning.prices.key");
    EXPECT_EQ(fault(R"({"items": {"vm.what": {}}})"), "planning.prices.item");
    EXPECT_EQ(fault(R"({"items": {"vm.server": {"price": "-1"}}})"), "planning.prices.item");
    EXPECT_EQ(fault(R"({"items": {"vm.server": {"price": "1,000"}}})"), "planning.prices.item");
}
