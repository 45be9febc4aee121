#pragma once

#include "analyzers/audit/AuditInput.h"
#include "analyzers/audit/Baseline.h"
#include "analyzers/audit/Rule.h"
#include "core/base/Job.h"
#include "core/model/AuditReport.h"

namespace naru::analyzers::audit {

struct AuditOptions {
    std::vector<Suppression> suppressions;
    std::string today; ///< YYYY-MM-DD, against which suppressions expire; empty: none expires
};

/// Applies the rules to what the front ends found and to the files themselves.
///
/// Facts of test code and of comments give no finding. Findings are in the order of rule, file and line, at most one
/// for each rule and line. Effort is counted once for each root cause. The same input gives the same report.
/// A factor without any evidence is NotDetectable, never Met.
/// Errors: InvalidArgument (no code or no texts), Cancelled.
core::Result<core::AuditReport> audit(const AuditInput& input, const RuleSet& rules, const AuditOptions& options, core::Job& job);

/// Marks findings of a finished report as accepted, and reckons root causes, effort and the states of the factors anew. What an earlier
/// baseline accepted stays accepted.
void accept(const std::vector<Suppression>& suppressions, const std::string& today, const RuleSet& rules, core::AuditReport& report);

} // namespace naru::analyzers::audit
