#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"
#include "reports/writers/FigureRasterizer.h"

#include <string>

namespace naru::reports {

/// The report as a Word document: named styles, a contents field whose entries are there before it is updated, repeated table
/// headers, spans, footnotes, references as links, landscape sections. Without a rasterizer figures stand as their
/// alternative text. The same report gives the same bytes. Errors: those of the rasterizer; Internal.
core::Result<std::string> writeDocx(const core::ReportModel& model, FigureRasterizer* rasterizer);

} // namespace naru::reports
