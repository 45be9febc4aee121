#include "app/gui/document/ServiceEngine.h"

#include "app/service/CostStudies.h"
#include "core/base/Texts.h"
#include "core/model/AuditReportJson.h"
#include "core/model/PartitionJson.h"
#include "core/model/PlanJson.h"
#include "reports/builders/ReportInput.h"

#include <algorithm>

namespace naru::gui {
namespace {

using service::ProjectService;

/// Gives up the value: what was made is stored, and read again with load().
template <typename T> core::Result<void> done(core::Result<T> result)
{
    return result ? core::Result<void>() : std::unexpected(result.error());
}

core::Result<void> store(core::ProjectSession& session, core::SystemId system, core::ResultKind kind, const nlohmann::json& value)
{
    return session.storeResult(system, kind, value, session.currentInputs(system, kind));
}

} // namespace

core::Result<service::Analysis> ServiceEngine::read(const std::filesystem::path& root, const service::AnalyzeOptions& options,
                                                    core::Job& job)
{
    return service::analyze(root, m_resources, options, job);
}

core::Result<void> ServiceEngine::keep(core::ProjectSession& session, core::SystemId system, const service::Analysis& analysis)
{
    if (auto kept = session.storeCodeModel(system, *analysis.code); !kept)
        return kept;
    return store(session, system, core::ResultKind::Audit, core::toJson(analysis.audit));
}

core::Result<core::Partition> ServiceEngine::divide(const service::SplitInput& input, const service::SplitOptions& options, core::Job& job)
{
    return service::proposeSplit(input, m_resources, options, job);
}

core::Result<core::Partition> ServiceEngine::redescribe(const service::SplitInput& input, core::Job& job)
{
    return m_workshop.applyDecisions(input, job);
}

core::Result<std::vector<analyzers::decompose::ContextPart>>
ServiceEngine::parts(const service::SplitInput& input, const core::Alternative& alternative, const std::string& context, core::Job& job)
{
    return m_workshop.parts(input, alternative, context, job);
}

service::SplitInput ServiceEngine::splitInput(core::ProjectSession& session, core::SystemId system)
{
    return service::splitInput(session, system, splitAtHand(session, system) ? m_proposed : nullptr);
}

core::Result<void> ServiceEngine::keep(core::ProjectSession& session, core::SystemId system,
                                       std::shared_ptr<const core::Partition> proposed, core::Partition edited)
{
    m_split = std::make_shared<const core::Partition>(std::move(edited));
    m_proposed = std::move(proposed);
    m_splitContent.reset();
    auto kept = service::storeSplit(session, system, *m_proposed, *m_split);
    if (kept)
        m_splitContent = session.storedContent(system, core::ResultKind::Split);
    return kept;
}

bool ServiceEngine::splitAtHand(const core::ProjectSession& session, core::SystemId system) const
{
    return m_splitContent && m_splitContent == session.storedContent(system, core::ResultKind::Split);
}

core::Result<void> ServiceEngine::count(core::ProjectSession& session, core::SystemId system, core::CountMethod method, core::Job& job)
{
    m_count.reset();
    return done(ProjectService(session, m_resources).count(system, method, job));
}

core::Result<void> ServiceEngine::recount(core::ProjectSession& session, core::SystemId system)
{
    m_count.reset();
    ProjectService service(session, m_resources);
    const auto counted = service.storedCount(system);
    core::Job job;
    return done(service.count(system, counted ? counted->method : core::CountMethod::Simplified, job));
}

core::Result<void> ServiceEngine::assess(core::ProjectSession& session, core::SystemId system)
{
    return done(ProjectService(session, m_resources).assess(system));
}

core::Result<void> ServiceEngine::maturity(core::ProjectSession& session, core::SystemId system)
{
    return done(ProjectService(session, m_resources).maturity(system));
}

core::Result<void> ServiceEngine::estimate(core::ProjectSession& session, core::SystemId system)
{
    ProjectService service(session, m_resources);
    // Nobody has chosen an edition yet: not a fault, the page asks for it.
    if (service.estimateEdition(system).empty())
        return {};
    if (m_count && m_countOf == system && !session.outOfDate(system, core::ResultKind::Count))
        return service::keepEstimate(session, system, *m_count, m_resources);
    return done(service.estimate(system));
}

core::Result<void> ServiceEngine::plan(core::ProjectSession& session, core::SystemId system, core::Job& job)
{
    return done(ProjectService(session, m_resources).plan(system, job));
}

core::Result<core::Plan> ServiceEngine::planOf(const Results& results, std::vector<core::Decision> decisions,
                                               const service::PlanBefore& before)
{
    if (!m_planData) {
        auto data = service::PlanData::load(m_resources);
        if (!data)
            return std::unexpected(data.error());
        m_planData = std::move(*data);
    }
    core::Job job;
    return service::planOf({.code = results.code.get(),
                            .split = results.split ? &*results.split : nullptr,
                            .count = results.count ? &*results.count : nullptr,
                            .estimate = results.estimate ? &*results.estimate : nullptr,
                            .audit = results.audit ? &*results.audit : nullptr},
                           std::move(decisions), *m_planData, before, job);
}

core::Result<void> ServiceEngine::keep(core::ProjectSession& session, core::SystemId system, const core::Plan& plan)
{
    return store(session, system, core::ResultKind::Plan, core::toJson(plan));
}

core::Result<core::DeploymentSet> ServiceEngine::deployment(core::ProjectSession& session, core::SystemId system, core::Job& job)
{
    return ProjectService(session, m_resources).deployment(system, job);
}

core::Result<core::Portfolio> ServiceEngine::portfolio(core::ProjectSession& session)
{
    return ProjectService(session, m_resources).portfolio();
}

core::Result<int> ServiceEngine::addSystems(core::ProjectSession& session, const std::filesystem::path& csv)
{
    return ProjectService(session, m_resources).addSystems(csv);
}

void ServiceEngine::load(core::ProjectSession& session, core::SystemId system, Parts parts, Results& results)
{
    const ProjectService service(session, m_resources);
    if (parts & Part::Code)
        results.code = session.codeModel(system);
    if (parts & Part::Audit)
        results.audit = service.storedAudit(system);
    if (parts & Part::Split) {
        if (!splitAtHand(session, system)) {
            const auto shared = [](std::optional<core::Partition> read) {
                return read ? std::make_shared<const core::Partition>(std::move(*read)) : nullptr;
            };
            m_split = shared(service.storedSplit(system));
            m_proposed = shared(service::proposedSplit(session, system));
            m_splitContent = session.storedContent(system, core::ResultKind::Split);
        }
        results.split = m_split;
        results.proposedSplit = m_proposed;
        results.layout = service::storedLayout(session, system);
    }
    if (parts & Part::Places)
        results.places = service::placesOfPerson(session, system);
    if (parts & Part::Count) {
        results.count = service.storedCount(system);
        m_count = results.count;
        m_countOf = system;
    }
    if (parts & Part::Estimate)
        results.estimate = service.estimateEdition(system).empty() ? std::nullopt : service.storedEstimate(system);
    if (parts & Part::Plan)
        results.plan = service.storedPlan(system);
    if (parts & Part::Assessment)
        results.assessment = service.storedAssessment(system);
    if (parts & Part::Maturity)
        results.maturity = service.storedMaturity(system);
}

core::Result<service::DocumentMaker> ServiceEngine::documents(core::ProjectSession& session, core::SystemId system,
                                                              const std::string& language)
{
    return ProjectService(session, m_resources).documents(system, language);
}

} // namespace naru::gui
