#pragma once

#include "core/model/ReportModel.h"

#include <string>
#include <vector>

namespace naru::reports {

/// What this format does not carry of this report, as text keys; said whenever a document is written. Empty: all of it.
std::vector<std::string> formatNotes(const core::ReportModel& model, const std::string& format);

} // namespace naru::reports
