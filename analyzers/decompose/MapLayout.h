#pragma once

#include <vector>

namespace naru::analyzers::decompose {

struct MapPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const MapPoint&, const MapPoint&) = default;
};

struct MapSize {
    double width = 0;
    double height = 0;
};

/// A pull between two areas of the map, by index.
struct MapTie {
    int from = 0;
    int to = 0;
    double weight = 1;
};

/// Centres for areas of the given sizes so that what is tied stands near and nothing overlaps.
/// Deterministic; quadratic in the number of areas, which are contexts, not members.
std::vector<MapPoint> layoutMap(const std::vector<MapSize>& sizes, const std::vector<MapTie>& ties);

} // namespace naru::analyzers::decompose
