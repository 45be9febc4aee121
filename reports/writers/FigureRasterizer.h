#pragma once

#include "core/base/Error.h"

#include <string>

namespace naru::reports {

/// A drawing as pixels, for formats that hold no SVG.
struct RasterImage {
    std::string png;
    int width = 0; ///< pixels
    int height = 0;
};

/// Turns SVG into pixels. The layers without painting only know this seam; reports/qt has the one that paints.
class FigureRasterizer {
public:
    virtual ~FigureRasterizer() = default;

    /// `widthMm` and `heightMm` are the size on paper; the picture is made at the resolution of the rasterizer.
    /// The same drawing gives the same bytes. Errors: Malformed when it is no SVG, LimitExceeded.
    virtual core::Result<RasterImage> rasterize(const std::string& svg, double widthMm, double heightMm) = 0;
};

} // namespace naru::reports
