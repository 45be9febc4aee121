#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"

#include <string>
#include <vector>

namespace naru::reports {

/// The formats in which a report can be written, in the order in which they are offered; each is also the ending of its files.
const std::vector<std::string>& exportFormats();

/// The report as the bytes of a file of one of the formats. The same report gives the same bytes.
/// Errors: InvalidArgument for an unknown format (names those there are); those of the writers.
core::Result<std::string> exportReport(const core::ReportModel& model, const std::string& format);

/// Text keys of what the format cannot carry of this report, and of what this machine lacks to write it well.
std::vector<std::string> exportNotes(const core::ReportModel& model, const std::string& format);

} // namespace naru::reports
