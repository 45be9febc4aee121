#include "analyzers/decompose/MapLayout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace naru::analyzers::decompose {
namespace {

MapPoint operator-(const MapPoint& a, const MapPoint& b)
{
    return {a.x - b.x, a.y - b.y};
}

MapPoint operator*(const MapPoint& a, double factor)
{
    return {a.x * factor, a.y * factor};
}

MapPoint& operator+=(MapPoint& a, const MapPoint& b)
{
    a.x += b.x;
    a.y += b.y;
    return a;
}

MapPoint& operator-=(MapPoint& a, const MapPoint& b)
{
    a.x -= b.x;
    a.y -= b.y;
    return a;
}

constexpr double kGap = 54; ///< free room between areas
constexpr int kRounds = 300;
constexpr int kSeparations = 400;
constexpr double kWide = 1.5; ///< screens are wider than high

struct Field {
    const std::vector<MapSize>& sizes;
    std::vector<MapPoint> at;

    /// Pushes two areas apart along the axis on which they overlap least. True when they overlapped.
    bool separate(std::size_t a, std::size_t b)
    {
        const double wantX = (sizes[a].width + sizes[b].width) / 2 + kGap;
        const double wantY = (sizes[a].height + sizes[b].height) / 2 + kGap;
        const MapPoint d = at[b] - at[a];
        const double overX = wantX - std::abs(d.x);
        const double overY = wantY - std::abs(d.y);
        if (overX <= 0.01 || overY <= 0.01)
            return false;
        if (overX < overY) {
            const double push = overX / 2 * (d.x < 0 ? -1 : 1);
            at[a].x -= push;
            at[b].x += push;
        } else {
            const double push = overY / 2 * (d.y < 0 ? -1 : 1);
            at[a].y -= push;
            at[b].y += push;
        }
        return true;
    }
};

} // namespace

std::vector<MapPoint> layoutMap(const std::vector<MapSize>& sizes, const std::vector<MapTie>& ties)
{
    const std::size_t n = sizes.size();
    Field field{sizes, std::vector<MapPoint>(n)};
    double length = 0;
    for (const MapSize& size : sizes)
        length += std::max(size.width, size.height) + kGap;
    length = n > 0 ? length / static_cast<double>(n) : 1;
    const double radius = length * std::sqrt(static_cast<double>(n)) / 1.6;
    for (std::size_t i = 0; i < n; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
        field.at[i] = {kWide * radius * std::cos(angle), radius * std::sin(angle)};
    }
    double strongest = 1e-9;
    for (const MapTie& tie : ties)
        strongest = std::max(strongest, tie.weight);
    const double ideal = length * 0.6; // room is made by the separation below
    std::vector<MapPoint> force(n);
    for (int round = 0; round < kRounds; ++round) {
        const double heat = radius * 0.2 * (1 - static_cast<double>(round) / kRounds);
        std::ranges::fill(force, MapPoint());
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = a + 1; b < n; ++b) {
                MapPoint d = field.at[b] - field.at[a];
                d.x /= kWide;
                const double distance = std::max(1.0, std::hypot(d.x, d.y));
                const MapPoint push = d * (ideal * ideal / (distance * distance));
                force[a] -= push;
                force[b] += push;
            }
        for (const MapTie& tie : ties) {
            const auto a = static_cast<std::size_t>(tie.from);
            const auto b = static_cast<std::size_t>(tie.to);
            MapPoint d = field.at[b] - field.at[a];
            d.x /= kWide;
            const double distance = std::hypot(d.x, d.y);
            const MapPoint pull = d * (distance / ideal) * (0.2 + 0.8 * tie.weight / strongest);
            force[a] += pull;
            force[b] -= pull;
        }
        for (std::size_t i = 0; i < n; ++i) {
            force[i] -= field.at[i] * 0.3; // toward the middle
            const double size = std::max(1e-6, std::hypot(force[i].x, force[i].y));
            field.at[i] += force[i] * (std::min(size, heat) / size);
        }
    }
    for (int round = 0; round < kSeparations; ++round) {
        bool moved = false;
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = a + 1; b < n; ++b)
                moved = field.separate(a, b) || moved;
        if (!moved)
            break;
    }
    return field.at;
}

} // namespace naru::analyzers::decompose
