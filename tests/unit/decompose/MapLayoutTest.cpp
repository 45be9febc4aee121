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

TEST(MapLayout, NothingAndOneAreNoTrouble)
{
    EXPECT_TRUE(layoutMap({}, {}).empty());
    const auto one = layoutMap({{10, 10}}, {});
    ASSERT_EQ(one.size(), 1u);
    EXPECT_TRUE(std::isfinite(one.front().x));
}

} // namespace
} // namespace naru::analyzers::decompose
