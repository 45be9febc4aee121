#pragma once

#include <QPointF>
#include <QSizeF>

#include <vector>

namespace naru::gui {

/// A pull between two areas of the map, by index.
struct MapTie {
    int from = 0;
    int to = 0;
    double weight = 1;
};

/// Centres for areas of the given sizes so that what is tied stands near and nothing overlaps.
/// Deterministic; quadratic in the number of areas, which are contexts, not members.
std::vector<QPointF> layoutMap(const std::vector<QSizeF>& sizes, const std::vector<MapTie>& ties);

} // namespace naru::gui
