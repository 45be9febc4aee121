#pragma once

#include "analyzers/audit/Rule.h"
#include "core/model/AuditReport.h"

#include <nlohmann/json_fwd.hpp>

namespace naru::analyzers::audit {

/// The report as SARIF 2.1.0: one run, the rules with texts in both languages, each finding with a stable fingerprint;
/// accepted findings carry a suppression with its reason. `language` (ko or en) is that of the messages.
nlohmann::json sarif(const core::AuditReport& report, const RuleSet& rules, const std::string& language, const std::string& version);

} // namespace naru::analyzers::audit
