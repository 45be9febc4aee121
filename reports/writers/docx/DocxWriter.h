#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"
#include "reports/writers/FigureRasterizer.h"
#include "reports/writers/PageSource.h"

#include <string>

namespace naru::reports {

/// The report as a Word document: named styles, a contents field whose entries are there before it is updated, repeated table
/// headers, spans, footnotes, references as links, landscape sections. Figures are vectors with a
/// picture for readers without; without a rasterizer they stand as their alternative text. Without a page source the contents
/// have no page numbers until they are updated. The same report gives the same bytes. Errors: those of the rasterizer; Internal.
core::Result<std::string> writeDocx(const core::ReportModel& model, FigureRasterizer* rasterizer, PageSource* pages = nullptr);

} // namespace naru::reports
