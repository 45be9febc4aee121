#pragma once

#include "core/model/ReportModel.h"

#include <string>

namespace naru::reports {

/// One self-contained HTML 5 file: semantic, readable by a screen reader, and printable on A4.
/// The same model gives the same bytes.
std::string writeHtml(const core::ReportModel& model);

} // namespace naru::reports
