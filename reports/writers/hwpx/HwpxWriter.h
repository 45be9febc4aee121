#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"
#include "reports/writers/FigureRasterizer.h"
#include "reports/writers/PageSource.h"

#include <string>

namespace naru::reports {

/// The report as an HWPX package (OWPML, KS X 6101), checked for closure before it is handed out. Without a
/// rasterizer figures stand as their alternative text; without a page source the contents have no page numbers and the package no
/// picture of its first page. The page numbers are those of our own layout with the paper and type of the document. The same
/// report gives the same bytes. Errors: those of the rasterizer; Internal.
core::Result<std::string> writeHwpx(const core::ReportModel& model, FigureRasterizer* rasterizer, PageSource* pages = nullptr);

} // namespace naru::reports
