#include "app/service/CostStudies.h"
#include "app/service/Services.h"

#include "core/base/Files.h"
#include "core/model/EstimateJson.h"
#include "core/model/FunctionPointCountJson.h"
#include "costing/Counter.h"
#include "costing/EstimateInputs.h"
#include "costing/FactorTraces.h"
#include "costing/Tariff.h"

namespace naru::service {

namespace {

constexpr std::string_view kEstimateArea = "estimate";
constexpr std::string_view kEditionKey = "edition";

core::Result<costing::Tariff> findTariff(const std::filesystem::path& resources, const std::string& edition)
{
    const auto catalog = costing::TariffCatalog::load(resources);
    if (!catalog)
        return std::unexpected(catalog.error());
    return catalog->find(edition);
}

/// Counts with the weights of an edition; without one with the newest, as the method's weights are the same in all.
core::Result<core::FunctionPointCount> countCode(const core::CodeModel& code, costing::CountOptions options, const std::string& edition,
                                                 const std::vector<core::Decision>& settings, const std::filesystem::path& resources,
                                                 core::Job& job)
{
    const auto tariffs = costing::TariffCatalog::load(resources);
    if (!tariffs)
        return std::unexpected(tariffs.error());
    const auto tariff = edition.empty() ? core::Result<costing::Tariff>(tariffs->newest()) : tariffs->find(edition);
    if (!tariff)
        return std::unexpected(tariff.error());
    auto conventions = costing::Conventions::load(resources);
    if (!conventions)
        return std::unexpected(conventions.error());
    for (const core::Decision& setting : settings)
        if (const auto chosen = conventions->choose(setting.key, setting.value.is_string() ? setting.value.get<std::string>() : "");
            !chosen)
            return std::unexpected(chosen.error());
    return costing::count(code, options, *conventions, *tariff, job);
}

} // namespace

core::Result<core::FunctionPointCount> countTree(const std::filesystem::path& root, const std::filesystem::path& resources,
                                                 core::CountMethod method, const std::vector<std::pair<std::string, std::string>>& settings,
                                                 core::Job& job)
{
    const auto analysis = analyze(root, resources, {.audit = false}, job);
    if (!analysis)
        return std::unexpected(analysis.error());
    std::vector<core::Decision> decisions;
    for (const auto& [setting, value] : settings)
        decisions.push_back({.area = "convention", .key = setting, .value = value});
    return countCode(*analysis->code, {.method = method}, {}, decisions, resources, job);
}

core::Result<core::FunctionPointCount> ProjectService::count(core::SystemId system, core::CountMethod method, core::Job& job)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    costing::CountOptions options{.method = method};
    for (const char* area : {"function", "function.manual"})
        for (core::Decision& decision : m_session.decisions(system, area))
            options.decisions.push_back(std::move(decision));
    const auto partition = storedSplit(system);
    if (partition && !partition->alternatives.empty())
        options.split = &partition->alternatives.front();
    auto counted = countCode(**model, options, estimateEdition(system), m_session.decisions(system, "convention"), m_resources, job);
    if (!counted)
        return counted;
    if (const auto kept = store(system, core::ResultKind::Count, core::toJson(*counted)); !kept)
        return std::unexpected(kept.error());
    return counted;
}

std::string ProjectService::estimateEdition(core::SystemId system) const
{
    const auto edition = m_session.decision(system, kEstimateArea, kEditionKey);
    return edition && edition->is_string() ? edition->get<std::string>() : std::string();
}

core::EstimateFactors ProjectService::estimateFactors(core::SystemId system) const
{
    nlohmann::json choices = nlohmann::json::object();
    for (const core::Decision& decision : m_session.decisions(system, kEstimateArea))
        if (decision.key != kEditionKey)
            choices[decision.key] = decision.value;
    auto factors = core::estimateFactorsFromJson(choices);
    return factors ? *factors : core::EstimateFactors();
}

core::Result<void> ProjectService::chooseEstimate(core::SystemId system, const std::string& edition, const std::filesystem::path& factors)
{
    const auto keep = [&](const std::string& key, const nlohmann::json& value) -> core::Result<void> {
        if (m_session.decision(system, kEstimateArea, key) == value)
            return {};
        const auto applied = m_session.apply(m_session.change(system, kEstimateArea, key, value, "service.edit.estimate"));
        return applied ? core::Result<void>() : std::unexpected(applied.error());
    };
    const std::string chosen = edition.empty() ? estimateEdition(system) : edition;
    const auto tariff = findTariff(m_resources, chosen);
    if (!tariff)
        return std::unexpected(tariff.error());
    if (const auto kept = keep(std::string(kEditionKey), chosen); !kept)
        return kept;
    if (factors.empty())
        return {};
    const auto choices = costing::readFactorsFile(factors, *tariff);
    if (!choices)
        return std::unexpected(choices.error());
    const nlohmann::json chosenFactors = core::toJson(choices->factors);
    for (const auto& [key, value] : chosenFactors.items())
        if (const auto kept = keep(key, value); !kept)
            return kept;
    // These two are kept as they stand in the file, and go when it does not have them.
    const auto text = core::readFile(factors);
    const nlohmann::json given = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
    for (const std::string key : {"maintenance", "operation"}) {
        const std::optional<nlohmann::json> wanted =
            given.is_object() && given.contains(key) ? std::optional(given.at(key)) : std::nullopt;
        if (m_session.decision(system, kEstimateArea, key) == wanted)
            continue;
        const auto applied = m_session.apply(m_session.change(system, kEstimateArea, key, wanted, "service.edit.estimate"));
        if (!applied)
            return std::unexpected(applied.error());
    }
    return {};
}

namespace {

/// Several decisions as one edit: undone together, kept together.
core::Result<void> applyTogether(core::ProjectSession& session, core::SystemId system, std::string_view area,
                                 const std::vector<std::pair<std::string, nlohmann::json>>& values)
{
    core::Edit all;
    for (const auto& [key, value] : values) {
        core::Edit one = session.change(system, area, key, value, "service.edit.estimate");
        if (all.changes.empty())
            all = std::move(one);
        else
            all.changes.insert(all.changes.end(), one.changes.begin(), one.changes.end());
    }
    if (all.changes.empty())
        return {};
    const auto applied = session.apply(all);
    return applied ? core::Result<void>() : std::unexpected(applied.error());
}

} // namespace

core::Result<void> ProjectService::chooseConventions(core::SystemId system,
                                                     const std::vector<std::pair<std::string, std::string>>& settings)
{
    auto conventions = costing::Conventions::load(m_resources);
    if (!conventions)
        return std::unexpected(conventions.error());
    std::vector<std::pair<std::string, nlohmann::json>> values;
    for (const auto& [setting, value] : settings) {
        if (const auto chosen = conventions->choose(setting, value); !chosen)
            return chosen;
        values.emplace_back(setting, value);
    }
    return applyTogether(m_session, system, "convention", values);
}

core::Result<std::size_t> ProjectService::importInventory(core::SystemId system, const std::filesystem::path& file,
                                                          core::CountMethod method)
{
    const auto tariffs = costing::TariffCatalog::load(m_resources);
    if (!tariffs)
        return std::unexpected(tariffs.error());
    const auto inventory = readInventory(file, method, tariffs->newest());
    if (!inventory)
        return std::unexpected(inventory.error());
    const auto values = manualFunctions(*inventory);
    if (const auto kept = applyTogether(m_session, system, "function.manual", values); !kept)
        return std::unexpected(kept.error());
    return values.size();
}

core::Result<costing::EstimateInput> ProjectService::estimateInput(core::SystemId system)
{
    auto counted = storedCount(system);
    if (!counted || m_session.outOfDate(system, core::ResultKind::Count)) {
        core::Job job;
        auto anew = count(system, counted ? counted->method : core::CountMethod::Simplified, job);
        if (!anew)
            return std::unexpected(anew.error());
        counted = std::move(*anew);
    }
    const auto tariff = findTariff(m_resources, estimateEdition(system));
    costing::FactorChoices choices{.factors = estimateFactors(system)};
    return costing::inputOf(*counted, tariff ? choicesOf(m_session, system, std::move(choices.factors), *tariff) : std::move(choices));
}

core::Result<core::Estimate> ProjectService::estimate(core::SystemId system)
{
    const auto tariff = findTariff(m_resources, estimateEdition(system));
    if (!tariff)
        return std::unexpected(tariff.error());
    const auto input = estimateInput(system);
    if (!input)
        return std::unexpected(input.error());
    auto made = costing::estimate(*input, *tariff);
    if (!made)
        return made;
    if (const auto kept = store(system, core::ResultKind::Estimate, core::toJson(*made)); !kept)
        return std::unexpected(kept.error());
    return made;
}

core::Result<void> keepEstimate(core::ProjectSession& session, core::SystemId system, const core::FunctionPointCount& count,
                                const std::filesystem::path& resources)
{
    const ProjectService service(session, resources);
    const auto tariff = findTariff(resources, service.estimateEdition(system));
    if (!tariff)
        return std::unexpected(tariff.error());
    const auto made = costing::estimate(costing::inputOf(count, choicesOf(session, system, service.estimateFactors(system), *tariff)), *tariff);
    if (!made)
        return std::unexpected(made.error());
    return session.storeResult(system, core::ResultKind::Estimate, core::toJson(*made),
                               session.currentInputs(system, core::ResultKind::Estimate));
}

core::Result<std::vector<costing::FactorProposal>> ProjectService::factorProposals(core::SystemId system, core::Job& job)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    return costing::allProposals(**model, storedAudit(system).value_or(core::AuditReport()), m_resources);
}

} // namespace naru::service
