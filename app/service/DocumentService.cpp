#include "app/service/CostStudies.h"
#include "app/service/Services.h"

#include "core/base/Texts.h"
#include "costing/EstimateInputs.h"
#include "costing/SplitComparison.h"

#include <array>

namespace naru::service {

std::string clauseKey(const std::string& clause, const std::string& language)
{
    return language == "ko" ? clause : clause + "@" + language;
}

core::Result<DocumentMaker> ProjectService::documents(core::SystemId system, const std::string& language) const
{
    auto texts = core::Texts::load(m_resources, language);
    if (!texts)
        return std::unexpected(texts.error());
    return DocumentMaker(reportInput(system, language), std::move(*texts));
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
        if (m_session.outOfDate(system, kind))
            input.outOfDate.emplace_back(key);
    return input;
}

} // namespace naru::service
