#pragma once

#include "core/base/Error.h"
#include "core/model/AuditReport.h"

#include <filesystem>
#include <string>
#include <vector>

namespace naru::analyzers::audit {

/// A finding that is accepted for a while, and why.
struct Suppression {
    std::string fingerprint;
    std::string reason;
    std::string expires; ///< YYYY-MM-DD, the last day it holds; empty: it does not expire
    std::string by;
};

/// Reads a baseline ("naru.baseline/1"). Each entry needs a fingerprint and a reason. Errors: as JsonDocument::read, Malformed.
core::Result<std::vector<Suppression>> loadBaseline(const std::filesystem::path& file);

/// The day exists in the way a baseline writes it: YYYY-MM-DD.
bool isBaselineDay(const std::string& text);

/// A baseline that accepts every finding of a report, with one reason. JSON text.
std::string baselineOf(const core::AuditReport& report, const std::string& reason, const std::string& expires, const std::string& by);

/// Marks the findings that are accepted. An expired entry, and one that fits no finding any more, is noted as a diagnostic.
void applySuppressions(const std::vector<Suppression>& suppressions, const std::string& today, core::AuditReport& report);

} // namespace naru::analyzers::audit
