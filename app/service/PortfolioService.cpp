#include "app/service/Services.h"

#include "checklist/Catalog.h"
#include "core/model/AssessmentJson.h"
#include "core/model/AtomicUnits.h"
#include "planning/portfolio/PortfolioPlan.h"

#include <algorithm>

namespace naru::service {

namespace {

constexpr const char* kPortfolioArea = "portfolio";
constexpr const char* kFacts = "facts";

/// Share of YES among the answers of a questionnaire, 0 to 100; none when nothing was answered.
std::optional<double> yesShare(const std::vector<core::Decision>& answers, const std::string& catalog)
{
    int yes = 0;
    int all = 0;
    for (const core::Decision& one : answers) {
        if (!one.key.starts_with(catalog + "/"))
            continue;
        const auto answer = core::givenAnswerFromJson(one.value);
        if (!answer || (answer->value != core::Answer::Yes && answer->value != core::Answer::No))
            continue;
        ++all;
        yes += answer->value == core::Answer::Yes ? 1 : 0;
    }
    return all > 0 ? std::optional(100.0 * yes / all) : std::nullopt;
}

/// What was typed of a system; results below replace it.
void addTyped(const nlohmann::json& value, planning::SystemFacts& facts)
{
    if (!value.is_object())
        return;
    const nlohmann::json measures = value.value("measures", nlohmann::json::object());
    for (const auto& [id, measure] : measures.items())
        if (measure.is_number())
            facts.measures[id] = measure.get<double>();
    facts.verdict = value.value("verdict", "");
    facts.functionPoints = value.value("functionPoints", "");
    facts.cost = value.value("cost", "");
}

void addFindings(const core::AuditReport& audit, planning::SystemFacts& facts)
{
    int grave = 0;
    for (const core::Finding& finding : audit.findings) {
        if (finding.suppressed)
            continue;
        ++facts.findings[finding.factor];
        grave += finding.risk >= core::Risk::High ? 1 : 0;
    }
    if (audit.filesScanned > 0) // one grave finding in every fifth file is the worst that counts
        facts.measures["findings"] = std::max(0.0, 100 - 500.0 * grave / audit.filesScanned);
}

void addSplit(const core::Alternative& split, planning::SystemFacts& facts)
{
    std::size_t entries = 0;
    for (const core::Context& context : split.contexts)
        entries += context.commands.size();
    if (entries > 0)
        facts.measures["separable"] =
            std::max(0.0, 100 - 100.0 * static_cast<double>(core::spanningEntries(split).size()) / static_cast<double>(entries));
}

} // namespace

core::Result<core::Portfolio> ProjectService::portfolio() const
{
    const auto rules = planning::PortfolioRules::load(m_resources);
    if (!rules)
        return std::unexpected(rules.error());
    std::vector<planning::SystemFacts> systems;
    std::vector<core::Decision> decisions = m_session.decisions(0, kPortfolioArea);
    for (const core::System& system : m_session.project().systems) {
        planning::SystemFacts facts{.system = system.id, .name = system.name};
        for (core::Decision& decision : m_session.decisions(system.id, kPortfolioArea)) {
            if (decision.key == kFacts)
                addTyped(decision.value, facts);
            else
                decisions.push_back(std::move(decision));
        }
        const auto answers = m_session.decisions(system.id, "answer");
        for (const char* catalog : {"target-business", "adoption-conditions"})
            if (const auto share = yesShare(answers, catalog))
                facts.measures[catalog] = *share;
        if (const auto assessed = storedAssessment(system.id); assessed && assessed->yes + assessed->no > 0) {
            facts.measures["diagnosis"] = 100.0 * assessed->yes / static_cast<double>(std::max<std::size_t>(1, assessed->items.size()));
            facts.verdict = core::nameOf(assessed->verdict);
        }
        if (const auto maturity = storedMaturity(system.id);
            maturity && !maturity->ladders.empty() && maturity->ladders.front().highest > 0)
            facts.measures["maturity"] = 100.0 * maturity->ladders.front().level / maturity->ladders.front().highest;
        if (const auto audited = storedAudit(system.id))
            addFindings(*audited, facts);
        if (const auto partition = storedSplit(system.id); partition && !partition->alternatives.empty())
            addSplit(partition->alternatives.front(), facts);
        if (const auto counted = storedCount(system.id))
            facts.functionPoints = counted->total;
        if (const auto estimated = storedEstimate(system.id))
            facts.cost = estimated->total;
        systems.push_back(std::move(facts));
    }
    auto out = planning::planPortfolio(systems, *rules, decisions);
    if (!out)
        return out;
    const auto stages = checklist::findCatalog(m_resources / "questionnaires", "stage-checklist");
    if (!stages)
        return std::unexpected(stages.error());
    for (const checklist::Item& item : stages->items) {
        const auto group = std::ranges::find(stages->groups, item.group, &checklist::Group::id);
        out->checklist.push_back({group == stages->groups.end() ? core::LocalText() : group->title, item.question});
    }
    return out;
}

core::Result<int> ProjectService::addSystems(const std::filesystem::path& csv)
{
    const auto systems = planning::readSystemsCsv(csv);
    if (!systems)
        return std::unexpected(systems.error());
    std::map<std::string, core::SystemId> known;
    for (const core::System& system : m_session.project().systems)
        known.emplace(system.name, system.id);
    core::Edit edit;
    for (const planning::SystemFacts& facts : *systems) {
        core::SystemId id = 0;
        if (const auto found = known.find(facts.name); found != known.end()) {
            id = found->second;
        } else {
            const auto added = m_session.addSystem(facts.name, {});
            if (!added)
                return std::unexpected(added.error());
            id = *added;
        }
        const nlohmann::json value = {
            {"measures", facts.measures}, {"verdict", facts.verdict}, {"functionPoints", facts.functionPoints}, {"cost", facts.cost}};
        core::Edit one = m_session.change(id, kPortfolioArea, kFacts, value, "service.edit.portfolio");
        if (edit.changes.empty())
            edit = std::move(one);
        else
            edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
    }
    const auto applied = m_session.apply(edit);
    if (!applied)
        return std::unexpected(applied.error());
    return static_cast<int>(systems->size());
}

} // namespace naru::service
