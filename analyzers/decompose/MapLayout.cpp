#include "analyzers/decompose/MapLayout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <tuple>

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
constexpr int kLayoutRounds = 300;
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
        if (overX < overY * kWide) { // else wide areas would all be stacked
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

    void separateAll()
    {
        for (int round = 0; round < kSeparations; ++round) {
            bool moved = false;
            for (std::size_t a = 0; a < at.size(); ++a)
                for (std::size_t b = a + 1; b < at.size(); ++b)
                    moved = separate(a, b) || moved;
            if (!moved)
                break;
        }
    }
};

std::vector<MapPoint> layoutTied(const std::vector<MapSize>& sizes, const std::vector<MapTie>& ties)
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
    for (int round = 0; round < kLayoutRounds; ++round) {
        const double heat = radius * 0.2 * (1 - static_cast<double>(round) / kLayoutRounds);
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
    field.separateAll();
    return field.at;
}

/// Sets the areas of `rest` in rows below those that are placed, no row wider than what stands above it or than one area.
void addRows(const std::vector<MapSize>& sizes, const std::vector<std::size_t>& placed, const std::vector<std::size_t>& rest,
             std::vector<MapPoint>& at)
{
    double left = 1e18;
    double right = -1e18;
    double bottom = -1e18;
    for (const std::size_t i : placed) {
        left = std::min(left, at[i].x - sizes[i].width / 2);
        right = std::max(right, at[i].x + sizes[i].width / 2);
        bottom = std::max(bottom, at[i].y + sizes[i].height / 2);
    }
    double x = left;
    double top = bottom + kGap;
    double tallest = 0;
    for (const std::size_t i : rest) {
        if (x > left && x + sizes[i].width > right) {
            x = left;
            top += tallest + kGap;
            tallest = 0;
        }
        at[i] = {x + sizes[i].width / 2, top + sizes[i].height / 2};
        x += sizes[i].width + kGap;
        tallest = std::max(tallest, sizes[i].height);
    }
}

} // namespace

std::vector<MapPoint> layoutMap(const std::vector<MapSize>& sizes, const std::vector<MapTie>& ties)
{
    std::vector<int> index(sizes.size(), -1); // among the tied ones
    for (const MapTie& tie : ties)
        if (tie.from != tie.to)
            index[static_cast<std::size_t>(tie.from)] = index[static_cast<std::size_t>(tie.to)] = 0;
    std::vector<std::size_t> tied;
    std::vector<std::size_t> alone;
    std::vector<MapSize> tiedSizes;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (index[i] < 0) {
            alone.push_back(i);
            continue;
        }
        index[i] = static_cast<int>(tied.size());
        tied.push_back(i);
        tiedSizes.push_back(sizes[i]);
    }
    if (tied.empty() || alone.empty())
        return layoutTied(sizes, ties);
    std::vector<MapTie> between;
    for (const MapTie& tie : ties)
        if (tie.from != tie.to)
            between.push_back({index[static_cast<std::size_t>(tie.from)], index[static_cast<std::size_t>(tie.to)], tie.weight});
    const std::vector<MapPoint> places = layoutTied(tiedSizes, between);
    std::vector<MapPoint> at(sizes.size());
    for (std::size_t i = 0; i < tied.size(); ++i)
        at[tied[i]] = places[i];
    addRows(sizes, tied, alone, at);
    return at;
}

std::vector<MapPoint> layoutMap(const std::vector<MapSize>& sizes, const std::vector<MapTie>& ties,
                                const std::vector<std::optional<MapPoint>>& known)
{
    // When most of it is new there is nothing to recognise.
    const auto old = std::ranges::count_if(known, [](const auto& point) { return point.has_value(); });
    if (2 * old <= std::ssize(known))
        return layoutMap(sizes, ties);
    MapPoint lowest{0, -1e18};
    for (const auto& point : known)
        if (point && point->y > lowest.y)
            lowest = *point;
    std::vector<MapPoint> places(sizes.size());
    double beside = 0; // areas that are tied to nothing stand in a row below
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (known[i]) {
            places[i] = *known[i];
            continue;
        }
        MapPoint sum;
        double weights = 0;
        for (const MapTie& tie : ties) {
            const auto other = static_cast<std::size_t>(tie.from == static_cast<int>(i) ? tie.to : tie.from);
            if ((tie.from != static_cast<int>(i) && tie.to != static_cast<int>(i)) || !known[other])
                continue;
            sum += *known[other] * tie.weight;
            weights += tie.weight;
        }
        if (weights > 0) {
            places[i] = sum * (1 / weights);
            places[i].x += 1 + static_cast<double>(i); // two new ones with the same ties are not at one point
        } else {
            places[i] = {lowest.x + beside, lowest.y + sizes[i].height + kGap};
            beside += sizes[i].width + kGap;
        }
    }
    return makeRoom(sizes, std::move(places));
}

std::vector<MapPoint> makeRoom(const std::vector<MapSize>& sizes, std::vector<MapPoint> places)
{
    Field field{sizes, std::move(places)};
    field.separateAll();
    return field.at;
}

std::vector<MapBundle> bundlesOf(const core::Alternative& alternative)
{
    std::map<std::string, int> index;
    for (std::size_t i = 0; i < alternative.contexts.size(); ++i)
        index.emplace(alternative.contexts[i].id, static_cast<int>(i));
    std::map<std::tuple<int, int, core::InterfaceKind>, int> sums;
    for (const core::ContextInterface& face : alternative.interfaces) {
        const auto from = index.find(face.from);
        const auto to = index.find(face.to);
        if (from == index.end() || to == index.end() || from->second == to->second)
            continue;
        int weight = 0;
        for (const core::InterfaceFunction& function : face.functions)
            weight += std::max(1, function.calls);
        const bool turned = face.kind != core::InterfaceKind::Call && from->second > to->second; // has no direction
        const int a = turned ? to->second : from->second;
        const int b = turned ? from->second : to->second;
        sums[{a, b, face.kind}] += std::max({1, weight, static_cast<int>(face.tables.size())});
    }
    std::vector<MapBundle> out;
    for (const auto& [key, weight] : sums)
        out.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), weight});
    return out;
}

std::vector<MapTie> tiesOf(const std::vector<MapBundle>& bundles)
{
    std::vector<MapTie> ties;
    for (const MapBundle& bundle : bundles)
        ties.push_back({bundle.from, bundle.to, static_cast<double>(bundle.weight)});
    return ties;
}

MapSize closedSize(const core::Context& context)
{
    constexpr std::size_t kTablesShown = 3;
    constexpr double kHead = 48;
    constexpr double kLine = 17;
    const double more = std::min(90.0, 6 * std::sqrt(static_cast<double>(std::max<std::size_t>(1, context.members.size()))));
    const auto lines = std::min(kTablesShown + 1, context.owns.size());
    return {226 + more, kHead + 18 + kLine * static_cast<double>(lines) + more / 2};
}

} // namespace naru::analyzers::decompose
