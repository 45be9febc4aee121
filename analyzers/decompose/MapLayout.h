#pragma once

#include "core/model/Partition.h"

#include <optional>
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

/// What goes from one context to another, by index, of one kind. Kinds without a direction go from the lower index to the higher.
struct MapBundle {
    int from = 0;
    int to = 0;
    core::InterfaceKind kind = core::InterfaceKind::Call;
    int weight = 1; ///< call sites, tables or transactions
};

/// By pair and kind.
std::vector<MapBundle> bundlesOf(const core::Alternative& alternative);
std::vector<MapTie> tiesOf(const std::vector<MapBundle>& bundles);

/// Size of the area of a context that is not opened: it grows with its members and the tables it names.
MapSize closedSize(const core::Context& context);

/// Centres for areas of the given sizes so that what is tied stands near and nothing overlaps; what is tied to nothing stands in
/// rows below.
/// Deterministic; quadratic in the number of areas, which are contexts, not members.
std::vector<MapPoint> layoutMap(const std::vector<MapSize>& sizes, const std::vector<MapTie>& ties);

/// The same for a map that has changed a little: what was known (by index) keeps its centre as far as nothing overlaps, what is new
/// stands beside what it is tied to. All of it anew when no more than half is known.
std::vector<MapPoint> layoutMap(const std::vector<MapSize>& sizes, const std::vector<MapTie>& ties,
                                const std::vector<std::optional<MapPoint>>& known);

/// Pushes areas apart until none overlaps, each no further than it must.
std::vector<MapPoint> makeRoom(const std::vector<MapSize>& sizes, std::vector<MapPoint> places);

} // namespace naru::analyzers::decompose
