#pragma once

#include "core/model/ReportModel.h"

#include <vector>

namespace naru::reports {

/// Sheets for a report that brings none: the text in one, and one for each table. Numbers in cells that are set to
/// the end become numbers; all else stays text.
std::vector<core::Sheet> sheetsOfTables(const core::ReportModel& model);

/// "1,234.50" as "1234.50"; empty when the text is no number that a spreadsheet holds exactly (15 digits).
std::string plainNumber(const std::string& text);

} // namespace naru::reports
