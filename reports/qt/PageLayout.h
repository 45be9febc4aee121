#pragma once

#include "reports/writers/PageSource.h"

namespace naru::reports {

/// Lays out with the fonts of this machine. Needs a PaintingSession.
class PageLayout : public PageSource {
public:
    PageFacts pageFacts(const core::ReportModel& model, const PageGeometry& geometry) override;
    core::Result<std::string> firstPage(const core::ReportModel& model, int width) override;
};

} // namespace naru::reports
