#include "analyzers/decompose/Density.h"

#include "analyzers/decompose/Leiden.h"

#include <gtest/gtest.h>
#include <random>

namespace naru::analyzers::decompose {

namespace {

/// Groups of `size` that are tied all to all, with weak ties in a ring between the groups and one at the end that is tied to all of them
/// alike.
WeightedGraph groups(std::uint32_t count, std::uint32_t size)
{
    std::vector<WeightedGraph::Edge> edges;
    for (std::uint32_t g = 0; g < count; ++g) {
        for (std::uint32_t i = 0; i < size; ++i)
            for (std::uint32_t j = i + 1; j < size; ++j)
                edges.push_back({g * size + i, g * size + j, 1.0 + 0.01 * ((i * 7 + j) % 5)});
        edges.push_back({g * size, (g + 1) % count * size, 0.5});
    }
    for (std::uint32_t g = 0; g < count; ++g) // tied to all, dense with none
        edges.push_back({g * size + 1, count * size, 0.01});
    return WeightedGraph::from(count * size + 1, std::move(edges));
}

} // namespace

TEST(Density, FindsDenseGroupsAndLeavesLonersOut)
{
    const Division found = densityClusters(groups(4, 6), 4);
    for (std::uint32_t g = 0; g < 4; ++g)
        for (std::uint32_t i = 0; i < 6; ++i)
            EXPECT_EQ(found[g * 6 + i], g);
    EXPECT_EQ(found[24], kNoMember);
}

TEST(Density, HasNoOpinionWithoutTiesOrWhenAllIsOne)
{
    const Division none = densityClusters(WeightedGraph::from(5, {}), 4);
    EXPECT_EQ(none, Division(5, kNoMember));
    std::vector<WeightedGraph::Edge> all;
    for (std::uint32_t i = 0; i < 8; ++i)
        for (std::uint32_t j = i + 1; j < 8; ++j)
            all.push_back({i, j, 1});
    EXPECT_EQ(densityClusters(WeightedGraph::from(8, all), 4), Division(8, kNoMember));
    EXPECT_TRUE(densityClusters(WeightedGraph::from(0, {}), 4).empty());
    EXPECT_EQ(densityClusters(WeightedGraph::from(1, {}), 4), Division(1, kNoMember));
}

TEST(Density, AgreementIsTheShareOfThoseItPutsTogether)
{
    const Division division{0, 0, 0, 1, 1, kNoMember};
    const Division opinion{0, 0, kNoMember, 0, 1, 1};
    const auto opinions = opinionsOf(division, opinion);
    EXPECT_DOUBLE_EQ(opinions[0].agreement, 0.5);
    EXPECT_EQ(opinions[0].context, 0U); // of equals its own
    EXPECT_DOUBLE_EQ(opinions[2].agreement, -1);
    EXPECT_DOUBLE_EQ(opinions[3].agreement, 0);
    EXPECT_EQ(opinions[3].context, 0U);
    EXPECT_DOUBLE_EQ(opinions[3].share, 1);
    EXPECT_DOUBLE_EQ(opinions[4].agreement, -1); // alone with one that is in no context
    EXPECT_DOUBLE_EQ(opinions[5].agreement, -1);
}

TEST(Ladder, CoarserStepsFromTheFinestKeepItsClustersWhole)
{
    const WeightedGraph graph = groups(12, 5);
    core::Job job(1);
    const std::vector<double> resolutions{0.5, 1, 2, 4};
    const auto steps = leidenLadder(graph, resolutions, {}, true, job).value();
    ASSERT_EQ(steps.size(), 4U);
    for (std::size_t s = 0; s + 1 < steps.size(); ++s)
        for (std::size_t i = 0; i < graph.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_TRUE(steps.back()[i] != steps.back()[j] || steps[s][i] == steps[s][j]);
    const auto free = leidenLadder(graph, resolutions, {}, false, job).value();
    EXPECT_EQ(free.back(), steps.back());
}

TEST(Ladder, ConsensusIsTheOneThatAgreesMostWithAll)
{
    const Labels a{0, 0, 0, 1, 1, 1};
    const Labels near{0, 0, 1, 1, 1, 1};
    const Labels far{0, 1, 0, 1, 0, 1};
    EXPECT_EQ(consensusOf({far, a, near, a}), 1U);
    EXPECT_EQ(consensusOf({a}), 0U);
}

TEST(Ladder, StopsWhenCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    core::Job job(1, stop.get_token());
    const std::vector<double> resolutions{1, 2};
    const auto result = leidenLadder(groups(2, 5), resolutions, {}, false, job);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, core::ErrorCode::Cancelled);
}

} // namespace naru::analyzers::decompose
