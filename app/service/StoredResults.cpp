#include "app/service/Acceptance.h"
#include "app/service/Services.h"

#include "core/model/AssessmentJson.h"
#include "core/model/AuditReportJson.h"
#include "core/model/EstimateJson.h"
#include "core/model/FunctionPointCountJson.h"
#include "core/model/MaturityJson.h"
#include "core/model/PartitionJson.h"
#include "core/model/PlanJson.h"

namespace naru::service {

namespace {

/// A stored result that can no longer be read is as good as none: it is made anew from the source.
template <typename T> std::optional<T> readable(core::Result<T> result)
{
    return result ? std::optional<T>(std::move(*result)) : std::nullopt;
}

} // namespace

ProjectService::ProjectService(core::ProjectSession& session, std::filesystem::path resources)
    : m_session(session),
      m_resources(std::move(resources))
{
}

const nlohmann::json* ProjectService::stored(core::SystemId system, core::ResultKind kind) const
{
    return m_session.storedValue(system, kind);
}

core::Result<void> ProjectService::store(core::SystemId system, core::ResultKind kind, const nlohmann::json& value)
{
    return m_session.storeResult(system, kind, value, m_session.currentInputs(system, kind));
}

std::optional<core::Assessment> ProjectService::storedAssessment(core::SystemId system) const
{
    const nlohmann::json* json = stored(system, core::ResultKind::Assessment);
    return json ? readable(core::assessmentFromJson(*json)) : std::nullopt;
}

std::optional<core::Maturity> ProjectService::storedMaturity(core::SystemId system) const
{
    const nlohmann::json* json = stored(system, core::ResultKind::Maturity);
    return json ? readable(core::maturityFromJson(*json)) : std::nullopt;
}

std::optional<core::AuditReport> ProjectService::auditAsMade(core::SystemId system) const
{
    const nlohmann::json* json = stored(system, core::ResultKind::Audit);
    return json ? readable(core::auditReportFromJson(*json)) : std::nullopt;
}

std::optional<core::AuditReport> ProjectService::storedAudit(core::SystemId system) const
{
    auto report = auditAsMade(system);
    if (report)
        acceptDecided(m_session, system, m_resources, *report);
    return report;
}

std::optional<core::Partition> ProjectService::storedSplit(core::SystemId system) const
{
    const nlohmann::json* json = stored(system, core::ResultKind::Split);
    return json ? readable(core::partitionFromJson(*json)) : std::nullopt;
}

std::optional<core::FunctionPointCount> ProjectService::storedCount(core::SystemId system) const
{
    const nlohmann::json* json = stored(system, core::ResultKind::Count);
    return json ? readable(core::functionPointCountFromJson(*json)) : std::nullopt;
}

std::optional<core::Estimate> ProjectService::storedEstimate(core::SystemId system) const
{
    const nlohmann::json* json = stored(system, core::ResultKind::Estimate);
    return json ? readable(core::estimateFromJson(*json)) : std::nullopt;
}

std::optional<core::Plan> ProjectService::storedPlan(core::SystemId system) const
{
    const nlohmann::json* json = stored(system, core::ResultKind::Plan);
    return json ? readable(core::planFromJson(*json)) : std::nullopt;
}

} // namespace naru::service
