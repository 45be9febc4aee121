#include "app/service/Acceptance.h"

#include "analyzers/audit/Audit.h"
#include "analyzers/audit/Baseline.h"
#include "app/service/Services.h"

#include <chrono>
#include <fmt/chrono.h>

namespace naru::service {

namespace audit = analyzers::audit;

namespace {

constexpr const char* kDecisionArea = "suppress";

std::string today()
{
    return fmt::format("{:%Y-%m-%d}", std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now()));
}

constexpr const char* kLabel = "gui.edit.accept";

/// Adds the decision on one finding to an edit; nothing to decide when it stands already.
void addDecision(const core::ProjectSession& session, core::SystemId system, const audit::Suppression& one, const core::Finding& finding,
                 core::Edit& edit)
{
    nlohmann::json value{{"reason", one.reason}, {"expires", one.expires}, {"by", one.by}};
    if (!finding.rule.empty()) {
        value["rule"] = finding.rule;
        value["file"] = finding.file;
    }
    const core::Edit decided = session.change(system, kDecisionArea, one.fingerprint, std::move(value), kLabel);
    edit.changes.insert(edit.changes.end(), decided.changes.begin(), decided.changes.end());
}

} // namespace

void acceptDecided(const core::ProjectSession& session, core::SystemId system, const std::filesystem::path& resources,
                   core::AuditReport& report)
{
    std::vector<audit::Suppression> accepted;
    for (const auto& decision : session.decisions(system, kDecisionArea))
        if (decision.value.is_object())
            accepted.push_back({decision.key, decision.value.value("reason", ""), decision.value.value("expires", ""),
                                decision.value.value("by", "")});
    if (accepted.empty())
        return;
    if (const auto rules = audit::loadRules(resources / "rules"))
        audit::accept(accepted, today(), *rules, report);
}

core::Result<core::Edit> acceptEdit(const core::ProjectSession& session, core::SystemId system, const std::vector<core::Finding>& findings,
                                    const std::string& reason, const std::string& expires, const std::string& by)
{
    if (reason.find_first_not_of(" \t") == std::string::npos)
        return core::failure(core::ErrorCode::InvalidArgument, "service.baseline.no-reason");
    if (!expires.empty() && !audit::isBaselineDay(expires))
        return core::failure(core::ErrorCode::InvalidArgument, "service.baseline.no-day", {{"value", expires}});
    core::Edit edit;
    edit.labelKey = kLabel;
    for (const core::Finding& finding : findings)
        addDecision(session, system, {finding.fingerprint, reason, expires, by}, finding, edit);
    return edit;
}

core::Result<core::Edit> baselineEdit(const core::ProjectSession& session, core::SystemId system, const std::filesystem::path& file)
{
    const auto accepted = audit::loadBaseline(file);
    if (!accepted)
        return std::unexpected(accepted.error());
    core::Edit edit;
    edit.labelKey = kLabel;
    for (const audit::Suppression& one : *accepted)
        addDecision(session, system, one, {}, edit);
    return edit;
}

core::Edit reopenEdit(const core::ProjectSession& session, core::SystemId system, const std::vector<core::Finding>& findings)
{
    core::Edit edit;
    edit.labelKey = "gui.edit.reopen";
    for (const core::Finding& finding : findings)
        if (session.decision(system, kDecisionArea, finding.fingerprint)) {
            const core::Edit one = session.change(system, kDecisionArea, finding.fingerprint, std::nullopt, edit.labelKey);
            edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
        }
    return edit;
}

} // namespace naru::service
