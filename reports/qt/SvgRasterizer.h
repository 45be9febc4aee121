#pragma once

#include "reports/writers/FigureRasterizer.h"

namespace naru::reports {

/// Paints drawings at 300 dots an inch on white, for HWPX and DOCX. Needs a PaintingSession.
class SvgRasterizer : public FigureRasterizer {
public:
    core::Result<RasterImage> rasterize(const std::string& svg, double widthMm, double heightMm) override;
};

} // namespace naru::reports
