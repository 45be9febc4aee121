#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"

#include <string>
#include <vector>

namespace naru::reports {

/// One bookmark: a heading and the page it stands on.
struct PdfBookmark {
    std::string title;
    int level = 1;
    int page = 1; ///< 1-based
};

/// An area of a page that leads to another page, in points from the lower left corner.
struct PdfLink {
    int page = 1;
    int target = 1;
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;
};

/// Completes a PDF that Qt painted with what Qt cannot say: bookmarks, links of the contents, the language, a space
/// that can be searched and copied (Qt names the space glyph of some fonts as a control character), and neither
/// the clock nor chance in dates and ids, so that the same report gives the same bytes.
core::Result<std::string> finishPdf(const std::string& painted, const core::ReportModel& model, const std::vector<PdfBookmark>& bookmarks,
                                    const std::vector<PdfLink>& links = {});

} // namespace naru::reports
