#include "app/service/CostStudies.h"
#include "app/service/Services.h"

#include "core/base/Files.h"
#include "core/base/Texts.h"
#include "costing/EstimateInputs.h"
#include "costing/SplitComparison.h"
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

std::string reportFileName(const std::string& kind, const std::string& format, const std::string& language)
{
    return kind + "-" + language + "." + format;
}

std::string clauseKey(const std::string& clause, const std::string& language)
{
    return language == "ko" ? clause : clause + "@" + language;
}

namespace {

constexpr int kMostCopies = 1000;

/// Where the document goes; with Keep a name that is free.
core::Result<fs::path> targetOf(const fs::path& wanted, ExistingFiles existing)
{
    std::error_code error;
    if (existing == ExistingFiles::Replace || !fs::exists(wanted, error))
        return wanted;
    for (int copy = 2; existing == ExistingFiles::Keep && copy < kMostCopies; ++copy) {
        fs::path other = wanted;
        other.replace_filename(core::toUtf8(wanted.stem()) + " (" + std::to_string(copy) + ")" + core::toUtf8(wanted.extension()));
        if (!fs::exists(other, error))
            return other;
    }
    return core::failure(core::ErrorCode::Conflict, "report.exists", {{"file", core::toUtf8(wanted.filename())}}, core::toUtf8(wanted));
}

} // namespace

core::Result<std::vector<fs::path>> ProjectService::report(core::SystemId system, const std::string& kind, const std::string& format,
                                                           const std::string& language, const fs::path& folder, core::Job& job,
                                                           ExistingFiles existing)
{
    const auto target = targetOf(folder / reportFileName(kind, format, language), existing);
    if (!target)
        return std::unexpected(target.error());
    const auto texts = core::Texts::load(m_resources, language);
    if (!texts)
        return std::unexpected(texts.error());
    const auto model = reports::buildReport(kind, reportInput(system, language), *texts);
    if (!model)
        return std::unexpected(model.error());
    if (job.cancelled())
        return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
    const auto bytes = reports::exportReport(*model, format);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (job.cancelled())
        return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
    std::error_code error;
    fs::create_directories(folder, error);
    if (const auto saved = core::writeFile(*target, *bytes); !saved)
        return std::unexpected(saved.error());
    return std::vector{*target};
}

core::Result<std::vector<std::string>> ProjectService::reportNotes(core::SystemId system, const std::string& kind,
                                                                   const std::string& format, const std::string& language) const
{
    const auto texts = core::Texts::load(m_resources, language);
    if (!texts)
        return std::unexpected(texts.error());
    const auto model = reports::buildReport(kind, reportInput(system, language), *texts);
    if (!model)
        return std::unexpected(model.error());
    return reports::exportNotes(*model, format);
}

namespace {

/// Both views on the split, the ISP table and the formula of the size factor; what cannot be made is left out.
reports::CostBeside costBeside(const core::ProjectSession& session, const std::filesystem::path& resources, core::SystemId system,
                               const std::optional<core::FunctionPointCount>& count, const std::optional<core::Estimate>& estimate,
                               core::EstimateFactors factors)
{
    reports::CostBeside beside;
    if (auto isp = costing::IspTable::load(resources))
        beside.isp = ispTableOf(std::move(*isp), session.decisions(system, "isp"), estimate);
    const auto tariffs = costing::TariffCatalog::load(resources);
    if (!estimate || !tariffs)
        return beside;
    const auto tariff = tariffs->find(estimate->edition);
    if (!tariff)
        return beside;
    beside.sizeFormula = tariff->size;
    if (const costing::RoundingPolicy* rounding = tariff->rounding(estimate->rounding))
        beside.roundingName = rounding->name;
    if (!count || !count->splitKnown)
        return beside;
    const costing::EstimateInput input = costing::inputOf(*count, choicesOf(session, system, std::move(factors), *tariff));
    beside.byIfpug = costing::estimateWith(input, *tariff, "none");
    beside.withApiLinks = costing::estimateWith(input, *tariff, "guide");
    return beside;
}

} // namespace

reports::ReportInput ProjectService::reportInput(core::SystemId system, const std::string& language) const
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
    input.beside = costBeside(m_session, m_resources, system, input.count, input.estimate, estimateFactors(system));
    input.plan = storedPlan(system);
    if (auto all = portfolio())
        input.portfolio = std::move(*all);
    // Words are of one language: a clause written in Korean does not appear in an English document.
    const std::string suffix = clauseKey("", language);
    for (const core::Decision& clause : m_session.decisions(system, "clause")) {
        const std::size_t at = clause.key.find('@');
        if ((at == std::string::npos ? std::string() : clause.key.substr(at)) != suffix)
            continue;
        const std::string id = clause.key.substr(0, at);
        if (clause.value.is_string())
            input.clauses[id] = clause.value.get<std::string>();
        if (clause.value.is_object() && clause.value.contains("text") && clause.value["text"].is_string())
            input.clauses[id] = clause.value["text"].get<std::string>();
        if (clause.value.is_object() && clause.value.contains("made") && clause.value["made"].is_string())
            input.clauseBases[id] = clause.value["made"].get<std::string>();
    }
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
