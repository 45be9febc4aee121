#include "analyzers/decompose/Metrics.h"

#include "tests/unit/decompose/ModelMaker.h"

#include <cmath>
#include <gmock/gmock.h>

namespace naru::analyzers::decompose {

using core::AccessMode;
using core::StatementKind;

namespace {

/// Classes A, B | C, D, E; calls A-B (2), C-D (1), D-E (1), B-C (3).
ModelMaker fiveClasses()
{
    ModelMaker maker;
    maker.call("A", "B", "x");
    maker.call("A", "B", "y");
    maker.call("C", "D", "x");
    maker.call("D", "E", "x");
    for (const char* name : {"x", "y", "z"})
        maker.call("B", "C", name);
    return maker;
}

const std::map<std::string, std::string> kHalves{{"A", "1"}, {"B", "1"}, {"C", "2"}, {"D", "2"}, {"E", "2"}};

} // namespace

TEST(Metrics, StructuralOnesByHand)
{
    const auto result = metricsOf(fiveClasses().code, kHalves);
    const auto& m = result.metrics;
    EXPECT_NEAR(m.at("SM"), (1.0 / 4 + 2.0 / 9) / 2 - 1.0 / 6, 1e-12);
    EXPECT_NEAR(m.at("SM.half"), (1.0 / 4 + 2.0 / 9) / 2 - 1.0 / 12, 1e-12);
    const double across = std::log(3.0) + 1;
    EXPECT_NEAR(m.at("ICP"), across / (across + std::log(2.0) + 1 + 1 + 1), 1e-12);
    EXPECT_NEAR(m.at("ICP.raw"), 3.0 / 7, 1e-12);
    EXPECT_NEAR(m.at("IFN"), 0.5, 1e-12);
    EXPECT_NEAR(m.at("MQ"), 2.0 / 3 + 4.0 / 5, 1e-12);
    EXPECT_NEAR(m.at("NED"), 1, 1e-12);
    EXPECT_NEAR(m.at("coupling"), 3.0 / 7, 1e-12);
    EXPECT_NEAR(m.at("cohesion"), (4.0 / 7 + 4.0 / 7) / 2, 1e-12);
    EXPECT_DOUBLE_EQ(m.at("contexts"), 2);
    EXPECT_EQ(result.placed, 5U);
}

TEST(Metrics, DatabasePurityIsOneMinusTheEntropyOfTables)
{
    ModelMaker maker = fiveClasses();
    maker.access("A", "T", StatementKind::Select);
    maker.access("B", "T", StatementKind::Update);
    maker.access("C", "T", StatementKind::Select);
    maker.access("D", "S", StatementKind::Select);
    const auto m = metricsOf(maker.code, kHalves).metrics;
    const double entropy = -(2.0 / 3 * std::log(2.0 / 3) + 1.0 / 3 * std::log(1.0 / 3));
    EXPECT_NEAR(m.at("DTP"), 1 - entropy / 2, 1e-12);
}

TEST(Metrics, UseCasesPerCluster)
{
    ModelMaker maker = fiveClasses();
    maker.entry("A", "/a"); // A, B, C ... but use() of B calls C: reaches cluster 2 only through B.use, which nobody calls
    maker.entry("C", "/c");
    maker.entry("D", "/d");
    const auto m = metricsOf(maker.code, kHalves).metrics;
    EXPECT_NEAR(m.at("BCP"), (std::log(1.0) + std::log(2.0)) / 2, 1e-12);
}

TEST(Metrics, TransactionsByHand)
{
    ModelMaker maker;
    const auto f = maker.entry("A", "/f");
    const auto g = maker.entry("B", "/g");
    maker.transaction(f, {{"S", AccessMode::Read}, {"T", AccessMode::Write}});
    maker.transaction(g, {{"T", AccessMode::Read}});
    const auto m =
        metricsOf(maker.code, std::map<std::string, std::string>{{"A", "1"}, {"S", "1"}, {"B", "2"}, {"T", "2"}, {"table:T", "2"}}).metrics;
    // f: local transactions {S}, {T}; g reads T, which f writes: 1. g stays in one cluster: 0.
    EXPECT_NEAR(m.at("INESC.complexity"), 0.5, 1e-12);
    EXPECT_NEAR(m.at("INESC.cohesion"), 1, 1e-12);
}

TEST(Metrics, ForeignPartitionsMayNameUnknownAmbiguousAndDoubledMembers)
{
    ModelMaker maker = fiveClasses();
    maker.type("x.Twin");
    maker.type("y.Twin");
    const std::vector<std::pair<std::string, std::string>> partition{{"A", "1"},      {"class:A", "2"}, {"B", "1"},     {"B", "1"},
                                                                     {"Nobody", "1"}, {"Twin", "1"},    {"x.Twin", "1"}};
    const auto result = metricsOf(maker.code, partition);
    EXPECT_THAT(result.unknown, testing::ElementsAre("Nobody"));
    EXPECT_THAT(result.ambiguous, testing::ElementsAre("Twin"));
    EXPECT_THAT(result.doubled, testing::ElementsAre("class:A"));
    EXPECT_EQ(result.placed, 3U);
    EXPECT_EQ(result.members, 7U);
}

TEST(Metrics, NothingPlacedGivesNumbersAllTheSame)
{
    const auto result = metricsOf(fiveClasses().code, std::map<std::string, std::string>{});
    for (const auto& [name, value] : result.metrics)
        EXPECT_TRUE(std::isfinite(value)) << name;
    const auto nothing = metricsOf(core::CodeModel(), std::map<std::string, std::string>{{"A", "1"}});
    EXPECT_THAT(nothing.unknown, testing::ElementsAre("A"));
}

} // namespace naru::analyzers::decompose
