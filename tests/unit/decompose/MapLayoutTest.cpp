#include "app/gui/splitmap/MapLayout.h"

#include <gtest/gtest.h>

#include <QRectF>

#include <cmath>

namespace naru::test {
namespace {

QRectF areaOf(const QPointF& centre, const QSizeF& size)
{
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

TEST(MapLayout, AreasNeverOverlap)
{
    std::vector<QSizeF> sizes;
    std::vector<gui::MapTie> ties;
    for (int i = 0; i < 40; ++i) {
        sizes.emplace_back(200 + 37 * (i % 7), 90 + 61 * (i % 5));
        ties.push_back({i, (i * 7 + 3) % 40, 1.0 + i % 4});
    }
    const auto at = gui::layoutMap(sizes, ties);
    ASSERT_EQ(at.size(), sizes.size());
    for (std::size_t a = 0; a < at.size(); ++a)
        for (std::size_t b = a + 1; b < at.size(); ++b)
            EXPECT_FALSE(areaOf(at[a], sizes[a]).intersects(areaOf(at[b], sizes[b]))) << a << " and " << b;
}

TEST(MapLayout, TheSameInputGivesTheSamePlaces)
{
    const std::vector<QSizeF> sizes(9, QSizeF(240, 120));
    const std::vector<gui::MapTie> ties{{0, 1, 4}, {1, 2, 1}, {5, 8, 2}};
    EXPECT_EQ(gui::layoutMap(sizes, ties), gui::layoutMap(sizes, ties));
}

TEST(MapLayout, WhatIsTiedStandsNearerThanWhatIsNot)
{
    const std::vector<QSizeF> sizes(8, QSizeF(240, 120));
    const std::vector<gui::MapTie> ties{{0, 4, 50}, {4, 0, 50}};
    const auto at = gui::layoutMap(sizes, ties);
    const auto distance = [&](std::size_t a, std::size_t b) { return std::hypot(at[a].x() - at[b].x(), at[a].y() - at[b].y()); };
    double sum = 0;
    for (const std::size_t other : {1, 2, 3, 5, 6, 7})
        sum += distance(0, other);
    EXPECT_LT(distance(0, 4), sum / 6);
}

TEST(MapLayout, NothingAndOneAreNoTrouble)
{
    EXPECT_TRUE(gui::layoutMap({}, {}).empty());
    const auto one = gui::layoutMap({QSizeF(10, 10)}, {});
    ASSERT_EQ(one.size(), 1u);
    EXPECT_TRUE(std::isfinite(one.front().x()));
}

} // namespace
} // namespace naru::test
