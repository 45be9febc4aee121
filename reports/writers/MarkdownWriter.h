#pragma once

#include "core/model/ReportModel.h"

#include <string>

namespace naru::reports {

/// Markdown with pipe tables. Spans of cells and the drawing of figures cannot be carried:
/// a spanned cell is followed by empty ones, a figure by its alternative text.
std::string writeMarkdown(const core::ReportModel& model);

} // namespace naru::reports
