#pragma once

#include "core/model/Partition.h"

#include <functional>
#include <string>

namespace naru::analyzers::decompose {

/// The words of a drawn map, in the language of the reader.
struct MapWords {
    std::string title;
    std::function<std::string(const core::Context&)> size;    ///< the line below the name
    std::function<std::string(std::size_t)> moreTables;       ///< "and N more tables"
    std::function<std::string(core::InterfaceKind)> relation; ///< for the legend
};

/// The map of an alternative as an SVG picture that needs no fonts or files beside it: areas laid out as in the window,
/// arrows as wide as the calls are many, a legend. Deterministic.
std::string mapSvg(const core::Alternative& alternative, const MapWords& words);

} // namespace naru::analyzers::decompose
