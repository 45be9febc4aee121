#pragma once

#include "core/model/ReportModel.h"
#include "reports/qt/Page.h"
#include "reports/qt/PageStyle.h"

#include <functional>

namespace naru::reports {

/// Sets a report on pages: lines that belong together stay together, rows of tables are whole where a page has room for
/// them, table heads are repeated, footnotes stand on the page of their mark. A report for one page is set smaller until it
/// fits. The same report and fonts give the same pages. May run on any thread; needs a QGuiApplication.
/// `cancelled` is asked now and then; the pages are then incomplete and not to be used.
Pages composePages(const core::ReportModel& model, const PageStyle& style, const std::function<bool()>& cancelled = {});

} // namespace naru::reports
