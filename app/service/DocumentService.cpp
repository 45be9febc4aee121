#include "app/service/Services.h"

#include "core/base/Files.h"
#include "core/base/Texts.h"
#include "reports/builders/ReportInput.h"
#include "reports/qt/ReportExport.h"

#include <array>
#include <system_error>

namespace naru::service {

namespace fs = std::filesystem;

const std::vector<std::string>& reportFormats()
{
    return reports::exportFormats();
}

core::Result<std::vector<fs::path>> ProjectService::report(core::SystemId system, const std::string& kind, const std::string& format,
                                                           const std::string& language, const fs::path& folder, core::Job& job)
{
    const auto texts = core::Texts::load(m_resources, language);
    if (!texts)
        return std::unexpected(texts.error());
    const auto model = reports::buildReport(kind, reportInput(system), *texts);
    if (!model)
        return std::unexpected(model.error());
    if (job.cancelled())
        return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
    const auto bytes = reports::exportReport(*model, format);
    if (!bytes)
        return std::unexpected(bytes.error());
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path file = folder / (kind + "-" + language + "." + format);
    if (const auto saved = core::writeFile(file, *bytes); !saved)
        return std::unexpected(saved.error());
    return std::vector{file};
}

reports::ReportInput ProjectService::reportInput(core::SystemId system) const
{
    reports::ReportInput input;
    input.templates = m_resources / "templates";
    const core::Project& project = m_session.project();
    input.projectName = project.name;
    // The day that a person gave the document; never the clock, so that the same project gives the same bytes.
    if (const auto date = m_session.decision(0, "project", "date"); date && date->is_string())
        input.date = date->get<std::string>();
    for (const core::System& known : project.systems)
        if (known.id == system)
            input.systemName = known.name;
    input.code = m_session.codeModel(system);
    input.assessment = storedAssessment(system);
    input.audit = storedAudit(system);
    input.maturity = storedMaturity(system);
    input.partition = storedSplit(system);
    input.count = storedCount(system);
    input.estimate = storedEstimate(system);
    input.plan = storedPlan(system);
    for (const core::Decision& clause : m_session.decisions(system, "clause"))
        if (clause.value.is_string())
            input.clauses[clause.key] = clause.value.get<std::string>();
    constexpr std::array<std::pair<core::ResultKind, const char*>, 7> kResults = {{{core::ResultKind::Assessment, "report.diagnosis"},
                                                                                   {core::ResultKind::Audit, "report.readiness"},
                                                                                   {core::ResultKind::Maturity, "report.maturity"},
                                                                                   {core::ResultKind::Split, "report.split"},
                                                                                   {core::ResultKind::Count, "report.count"},
                                                                                   {core::ResultKind::Estimate, "report.cost"},
                                                                                   {core::ResultKind::Plan, "report.plan"}}};
    for (const auto& [kind, key] : kResults)
        if (const auto result = m_session.result(system, kind); result && result->outOfDate)
            input.outOfDate.emplace_back(key);
    return input;
}

} // namespace naru::service
