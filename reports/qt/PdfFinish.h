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

/// Completes a PDF that Qt painted with what Qt cannot say: bookmarks, the language, a space
/// that can be searched and copied (Qt names the space glyph of some fonts as a control character), and neither
/// the clock nor chance in dates and ids, so that the same report gives the same bytes.
core::Result<std::string> finishPdf(const std::string& painted, const core::ReportModel& model, const std::vector<PdfBookmark>& bookmarks);

} // namespace naru::reports
