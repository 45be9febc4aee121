#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"

#include <map>
#include <string>

namespace naru::reports {

/// Paper and type of a format, as far as they decide where pages end. Lengths in points.
struct PageGeometry {
    double side = 56.7;
    double top = 56.7;
    double bottom = 56.7;
    double body = 10.5;
    double table = 9.5;
    double lineSpacing = 1.5; ///< in parts of the type size
    double tableSpacing = 1.28;
};

/// Where the headings stand, and at which part of its size the type had to be set (1, or less for what must stay on one page).
struct PageFacts {
    std::map<const core::Heading*, int> headings;
    double scale = 1;
};

/// What only a laid-out document knows. The layers without painting know this seam; reports/qt has the one that lays out.
class PageSource {
public:
    virtual ~PageSource() = default;

    /// The pages when the report is set so: what the contents show until the word processor counts anew.
    virtual PageFacts pageFacts(const core::ReportModel& model, const PageGeometry& geometry) = 0;
    /// The first page as PNG, `width` pixels wide. Errors: NotFound without Korean fonts.
    virtual core::Result<std::string> firstPage(const core::ReportModel& model, int width) = 0;
};

} // namespace naru::reports
