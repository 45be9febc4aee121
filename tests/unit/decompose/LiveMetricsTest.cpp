#include "analyzers/decompose/LiveMetrics.h"

#include "tests/unit/decompose/ModelMaker.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace naru::analyzers::decompose {

namespace {

/// A system with every kind of tie between its parts.
core::CodeModel tangled()
{
    ModelMaker maker;
    const std::vector<std::string> words{"order", "product", "customer", "invoice", "stock"};
    for (const std::string& word : words)
        maker.slice(word);
    const auto service = [](std::string word) {
        std::string big = word;
        big[0] = static_cast<char>(big[0] - 32);
        return "shop." + word + "." + big + "Service";
    };
    std::mt19937 random(7);
    for (int i = 0; i < 30; ++i)
        maker.call(service(words[random() % 5]), service(words[random() % 5]), "m" + std::to_string(i % 4));
    for (int i = 0; i < 6; ++i) {
        const auto entry = maker.entry("shop.batch.Job" + std::to_string(i), "/batch/" + std::to_string(i));
        std::vector<std::pair<std::string, core::AccessMode>> accesses;
        for (int k = 0; k < 4; ++k) {
            std::string table = words[random() % 5];
            for (char& c : table)
                c = static_cast<char>(c - 32);
            accesses.emplace_back(table, random() % 2 == 0 ? core::AccessMode::Read : core::AccessMode::Write);
        }
        maker.transaction(entry, accesses);
        maker.call("shop.batch.Job" + std::to_string(i), service(words[random() % 5]));
    }
    return maker.code;
}

void expectSame(const std::map<std::string, double>& live, const std::map<std::string, double>& full, const std::string& when)
{
    ASSERT_EQ(live.size(), full.size());
    for (const auto& [name, value] : full)
        EXPECT_NEAR(live.at(name), value, 1e-9) << name << " " << when;
}

} // namespace

TEST(LiveMetrics, AfterEveryMoveTheyEqualTheFullComputation)
{
    const core::CodeModel code = tangled();
    const MemberSet set = collectMembers(code);
    const MetricInput input = metricInput(code, set);
    ASSERT_FALSE(input.calls.empty());
    ASSERT_FALSE(input.transactions.empty());
    std::mt19937 random(42);
    std::vector<std::uint32_t> division(set.size());
    for (std::uint32_t& c : division)
        c = random() % 4;
    LiveMetrics live(input, set, division);
    expectSame(live.metrics(), metricsOf(input, set, division), "at the start");
    for (int step = 0; step < 400; ++step) {
        const std::uint32_t m = random() % set.size();
        const std::uint32_t to = random() % 8; // new clusters come up, old ones run empty
        division[m] = to == 7 ? kNoMember : to;
        live.move(m, division[m]);
        expectSame(live.metrics(), metricsOf(input, set, division), "after move " + std::to_string(step));
    }
    EXPECT_EQ(live.division(), division);
}

TEST(LiveMetrics, EverythingInOneClusterLeavesNoRestBehind)
{
    const core::CodeModel code = tangled();
    const MemberSet set = collectMembers(code);
    const MetricInput input = metricInput(code, set);
    LiveMetrics live(input, set, std::vector<std::uint32_t>(set.size(), kNoMember));
    for (std::uint32_t m = 0; m < set.size(); ++m)
        live.move(m, m % 3);
    for (std::uint32_t m = 0; m < set.size(); ++m)
        live.move(m, 0);
    const auto metrics = live.metrics();
    EXPECT_EQ(metrics.at("ICP"), 0);
    EXPECT_EQ(metrics.at("IFN"), 0);
    EXPECT_EQ(metrics.at("contexts"), 1);
    EXPECT_NEAR(metrics.at("DTP"), 1, 1e-12);
}

TEST(LiveMetrics, AskingWhatWouldBeMovesNothing)
{
    const core::CodeModel code = tangled();
    const MemberSet set = collectMembers(code);
    const MetricInput input = metricInput(code, set);
    std::vector<std::uint32_t> division(set.size());
    for (std::uint32_t m = 0; m < set.size(); ++m)
        division[m] = m % 3;
    LiveMetrics live(input, set, division);
    const std::vector<std::uint32_t> dragged{0, 1, 4};
    std::vector<std::uint32_t> moved = division;
    for (const std::uint32_t m : dragged)
        moved[m] = 5;
    expectSame(live.ifMoved(dragged, 5), metricsOf(input, set, moved), "if moved");
    EXPECT_EQ(live.division(), division);
    expectSame(live.metrics(), metricsOf(input, set, division), "afterwards");
}

TEST(LiveMetrics, AnAlternativeOfOlderSourceGivesTheMembersThatAreStillThere)
{
    const core::CodeModel code = tangled();
    const MemberSet set = collectMembers(code);
    core::Alternative alternative;
    alternative.contexts.resize(2);
    alternative.contexts[1].members = {set.members[0], {"class:gone.Away", core::MemberRole::Class, "gone.Away"}};
    const auto division = divisionOf(alternative, set);
    EXPECT_EQ(division[0], 1U);
    EXPECT_EQ(std::ranges::count(division, kNoMember), static_cast<std::ptrdiff_t>(set.size()) - 1);
}

} // namespace naru::analyzers::decompose
