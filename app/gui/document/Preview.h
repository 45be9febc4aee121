#pragma once

#include "core/model/ReportModel.h"
#include "reports/qt/Page.h"
#include "reports/qt/PageStyle.h"

namespace naru::gui {

/// A report and the pages it will have in print. Made by a job; the pages point into the report, so it stays where it is.
struct Preview {
    Preview() = default;
    Preview(const Preview&) = delete;
    Preview& operator=(const Preview&) = delete;

    std::shared_ptr<const core::ReportModel> report;
    reports::PageStyle style;
    reports::Pages pages;
};

} // namespace naru::gui
