#pragma once

#include "core/base/Texts.h"
#include "core/model/Partition.h"

#include <functional>
#include <string>
#include <string_view>

namespace naru::reports {

/// The words of a drawn map, in the language of the reader.
struct MapWords {
    std::string title;
    std::function<std::string(const core::Context&)> size;    ///< the line below the name
    std::function<std::string(std::size_t)> moreTables;       ///< "and N more tables"
    std::function<std::string(core::InterfaceKind)> relation; ///< for the legend
};

/// Text keys of what a split is made of.
std::string_view kindKey(core::SubdomainKind kind);
std::string_view interfaceKey(core::InterfaceKind kind);

/// The words of the map of a system in the language of the texts, which must outlive them.
MapWords mapWords(const core::Texts& texts, const std::string& system);

/// A drawing and its size in pixels.
struct Picture {
    std::string svg;
    double width = 0;
    double height = 0;
};

/// The map of an alternative as an SVG picture that needs no fonts or files beside it: areas laid out as in the window,
/// arrows as wide as the calls are many, a legend. Deterministic. One map serves documents and exports.
Picture contextMap(const core::Alternative& alternative, const MapWords& words);

} // namespace naru::reports
