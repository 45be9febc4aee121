#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"
#include "reports/writers/FigureRasterizer.h"

#include <string>

namespace naru::reports {

/// The report as an HWPX package (OWPML, KS X 6101), checked for closure before it is handed out. Without a
/// rasterizer figures stand as their alternative text. Contents carry no page numbers: only the word processor
/// knows them. The same report gives the same bytes. Errors: those of the rasterizer; Internal.
core::Result<std::string> writeHwpx(const core::ReportModel& model, FigureRasterizer* rasterizer);

} // namespace naru::reports
