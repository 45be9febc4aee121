#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"
#include "reports/writers/FigureRasterizer.h"

#include <string>

namespace naru::reports {

/// The report as a workbook: its calculation sheets, or, where it has none, one sheet of the text and one for each table.
/// Texts are stored as texts, so that none is taken for a formula; texts over the limit of a cell are cut with "…". The
/// same report gives the same bytes. Figures are not carried. Errors: NotWritable (no room for temporary files), Internal.
core::Result<std::string> writeXlsx(const core::ReportModel& model, FigureRasterizer* rasterizer = nullptr);

} // namespace naru::reports
