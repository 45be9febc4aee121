#include "analyzers/decompose/MapLayout.h"

#include <gtest/gtest.h>

#include <cmath>

namespace naru::analyzers::decompose {
namespace {

bool overlap(const MapPoint& a, const MapSize& sizeA, const MapPoint& b, const MapSize& sizeB)
{
    return std::abs(a.x - b.x) < (sizeA.width + sizeB.width) / 2 && std::abs(a.y - b.y) < (sizeA.height + sizeB.height) / 2;
}

TEST(MapLayout, AreasNeverOverlap)
{
    std::vector<MapSize> sizes;
    std::vector<MapTie> ties;
    for (int i = 0; i < 40; ++i) {
        sizes.push_back({200.0 + 37 * (i % 7), 90.0 + 61 * (i % 5)});
        ties.push_back({i, (i * 7 + 3) % 40, 1.0 + i % 4});
    }
    const auto at = layoutMap(sizes, ties);
    ASSERT_EQ(at.size(), sizes.size());
    for (std::size_t a = 0; a < at.size(); ++a)
        for (std::size_t b = a + 1; b < at.size(); ++b)
            EXPECT_FALSE(overlap(at[a], sizes[a], at[b], sizes[b])) << a << " and " << b;
}

TEST(MapLayout, TheSameInputGivesTheSamePlaces)
{
    const std::vector<MapSize> sizes(9, MapSize{240, 120});
    const std::vector<MapTie> ties{{0, 1, 4}, {1, 2, 1}, {5, 8, 2}};
    EXPECT_EQ(layoutMap(sizes, ties), layoutMap(sizes, ties));
}

TEST(MapLayout, WhatIsTiedStandsNearerThanWhatIsNot)
{
    const std::vector<MapSize> sizes(8, MapSize{240, 120});
    const std::vector<MapTie> ties{{0, 4, 50}, {4, 0, 50}};
    const auto at = layoutMap(sizes, ties);
    const auto distance = [&](std::size_t a, std::size_t b) { return std::hypot(at[a].x - at[b].x, at[a].y - at[b].y); };
    double sum = 0;
    for (const std::size_t other : {1, 2, 3, 5, 6, 7})
        sum += distance(0, other);
    EXPECT_LT(distance(0, 4), sum / 6);
}

TEST(MapLayout, WhatIsTiedToNothingStandsBelowTheRest)
{
    const std::vector<MapSize> sizes(7, MapSize{240, 120});
    const auto at = layoutMap(sizes, {{0, 1, 3}, {1, 2, 1}, {2, 0, 1}});
    double lowest = -1e9;
    for (const std::size_t tied : {0, 1, 2})
        lowest = std::max(lowest, at[tied].y + sizes[tied].height / 2);
    for (const std::size_t alone : {3, 4, 5, 6})
        EXPECT_GT(at[alone].y - sizes[alone].height / 2, lowest) << alone;
    for (std::size_t a = 0; a < at.size(); ++a)
        for (std::size_t b = a + 1; b < at.size(); ++b)
            EXPECT_FALSE(overlap(at[a], sizes[a], at[b], sizes[b])) << a << " and " << b;
}

TEST(MapLayout, NothingAndOneAreNoTrouble)
{
    EXPECT_TRUE(layoutMap({}, {}).empty());
    const auto one = layoutMap({{10, 10}}, {});
    ASSERT_EQ(one.size(), 1u);
    EXPECT_TRUE(std::isfinite(one.front().x));
}

TEST(MapLayout, WhatWasKnownStaysAndWhatIsNewStandsBesideItsTies)
{
    const std::vector<MapSize> sizes(4, {200, 100});
    const std::vector<MapTie> ties{{0, 1, 1}, {2, 3, 5}};
    const std::vector<std::optional<MapPoint>> known{MapPoint{0, 0}, MapPoint{900, 0}, MapPoint{0, 900}, std::nullopt};
    const auto at = layoutMap(sizes, ties, known);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(at[i], *known[i]);
    EXPECT_LT(std::hypot(at[3].x - at[2].x, at[3].y - at[2].y), 400);
    EXPECT_LT(std::hypot(at[2].x, at[2].y - 900), 250);
}

TEST(MapLayout, RoomIsMadeWithoutOverlapAndNearby)
{
    const std::vector<MapSize> sizes{{900, 600}, {200, 100}, {200, 100}};
    const auto at = makeRoom(sizes, {{0, 0}, {300, 0}, {2000, 0}});
    EXPECT_GE(std::max(std::abs(at[0].x - at[1].x) - 550, std::abs(at[0].y - at[1].y) - 350), 0);
    EXPECT_EQ(at[2], (MapPoint{2000, 0}));
}

} // namespace
} // namespace naru::analyzers::decompose
