#pragma once

#include "reports/qt/Box.h"
#include "reports/qt/TextSetter.h"

namespace naru::reports {

/// The rows of a table as boxes `width` wide. A row that is higher than `tallest` is divided between its lines, so that it
/// can go on over pages; rows that share a cell stay together where a page has room.
std::vector<Box> setTable(const core::ReportTable& table, TextSetter& setter, const PageStyle& style, double width, double tallest);

} // namespace naru::reports
