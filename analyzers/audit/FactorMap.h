#pragma once

#include "analyzers/audit/AuditContext.h"
#include "core/model/AuditReport.h"

namespace naru::analyzers::audit {

/// State of each factor from its findings and its good signs.
///
/// | findings (not accepted)      | good signs | state |
/// |------------------------------|------------|-------|
/// | one of medium risk or above  | none       | violated |
/// | any                          | some       | partly |
/// | low risk only                | none       | partly |
/// | none                         | some       | met, or partly when the factor cannot be decided from the tree alone |
/// | none                         | none       | notDetectable |
std::vector<core::FactorResult> mapFactors(AuditContext& context, const std::vector<core::Finding>& findings);

/// The same of a finished report, whose factors keep their signs: for findings that were accepted since.
void judgeFactors(const RuleSet& rules, const std::vector<core::Finding>& findings, std::vector<core::FactorResult>& factors);

} // namespace naru::analyzers::audit
