// All systems of a project, and what the guide says around a migration: who manages what, expected effects, stages, contract.

#include "reports/builders/Sections.h"
#include "reports/svg/Charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr std::size_t kMostSystems = 200; ///< of a printed table; the rest is counted

std::string percent(double value)
{
    return fmt::format("{:.0f} %", value);
}

std::string shareOf(const std::optional<double>& value)
{
    return value ? fmt::format("{:.0f}", *value) : "-";
}

void addRanking(Composer& composer, const Portfolio& portfolio)
{
    TableBuilder table(composer, "report.portfolio.ranking",
                       {"report.portfolio.rank", "report.portfolio.system", "report.portfolio.readiness", "report.portfolio.value",
                        "report.portfolio.segment", "report.portfolio.year", "report.portfolio.cost"},
                       {0.8, 4, 1.2, 1.2, 2, 1, 2.2});
    for (const PortfolioSystem& one : portfolio.systems) {
        if (static_cast<std::size_t>(one.rank) > kMostSystems)
            break;
        std::string segment = one.segment.empty() ? "-" : composer.say("planning.segment." + one.segment);
        if (one.overridden)
            segment += " " + composer.say("report.portfolio.chosen");
        table.number(std::to_string(one.rank))
            .cell(one.name)
            .number(shareOf(one.readiness))
            .number(shareOf(one.value))
            .cell(std::move(segment))
            .cell(one.year > 0 ? std::to_string(one.year) : "-")
            .number(one.cost.empty() ? "-" : TableBuilder::grouped(one.cost))
            .next();
    }
    composer.add(table.take());
    if (portfolio.systems.size() > kMostSystems)
        composer.paragraphText(composer.say("report.portfolio.more", {{"count", std::to_string(portfolio.systems.size() - kMostSystems)}}),
                               ParagraphStyle::Note);
}

void addSegments(Composer& composer, const Portfolio& portfolio)
{
    TableBuilder table(composer, "report.portfolio.segments",
                       {"report.portfolio.segment", "report.portfolio.systems", "report.portfolio.example"}, {2, 1, 6});
    for (const char* segment : {"refactor", "replatform", "rehost", "keep", "retire", ""}) {
        const auto in = [&](const PortfolioSystem& one) { return one.segment == segment; };
        const auto count = std::ranges::count_if(portfolio.systems, in);
        if (count == 0)
            continue;
        const auto& first = *std::ranges::find_if(portfolio.systems, in);
        table.cell(*segment == '\0' ? composer.say("report.portfolio.unknown") : composer.say(std::string("planning.segment.") + segment))
            .number(std::to_string(count))
            .cell(first.name + ": " + composer.say(first.reasonKey, first.reasonArgs))
            .next();
    }
    composer.add(table.take());
}

void addRoadmap(Composer& composer, const Portfolio& portfolio)
{
    TableBuilder table(composer, "report.portfolio.roadmap",
                       {"report.portfolio.year", "report.portfolio.target", "report.portfolio.reached", "report.portfolio.systems",
                        "report.portfolio.budget", "report.portfolio.without-cost"},
                       {1, 1, 1, 1, 2.5, 1.5});
    std::vector<Bar> bars;
    for (const RoadmapYear& one : portfolio.roadmap) {
        table.cell(std::to_string(one.year))
            .number(percent(one.targetPercent))
            .number(percent(one.reachedPercent))
            .number(std::to_string(one.systems))
            .number(TableBuilder::grouped(one.budget))
            .number(std::to_string(one.withoutCost))
            .next();
        bars.push_back(
            {std::to_string(one.year),
             composer.say("report.portfolio.bar", {{"reached", percent(one.reachedPercent)}, {"target", percent(one.targetPercent)}}),
             one.reachedPercent});
    }
    composer.add(table.take());
    composer.figure(barsSvg(bars), "report.portfolio.roadmap-figure", composer.say("report.portfolio.roadmap-figure"), 160,
                    4 + 5.2 * static_cast<double>(bars.size()));
    composer.paragraphText(composer.say("report.portfolio.targets", {{"source", composer.say(portfolio.targetSource)}}),
                           ParagraphStyle::Note);
}

/// The factors whose findings in this system bring an effect when they are removed, with how many there are.
std::string basisOfEffect(const Composer& composer, const ExpectedEffect& effect)
{
    const auto& audit = composer.input().audit;
    std::vector<std::string> parts;
    for (const int factor : audit ? effect.factors : std::vector<int>()) {
        const auto known = std::ranges::find(audit->factors, factor, &FactorResult::id);
        const auto count =
            known != audit->factors.end()
                ? known->violations
                : std::ranges::count_if(audit->findings, [factor](const Finding& one) { return one.factor == factor && !one.suppressed; });
        if (count > 0)
            parts.push_back(fmt::format(
                "{} {}", known == audit->factors.end() ? composer.say("report.effects.no-factor") : composer.say(known->name), count));
    }
    return parts.empty() ? "-" : joined(parts);
}

/// Layers by service models; how many models there are is data.
ReportTable layersTable(const Composer& composer, const Responsibility& table)
{
    const auto cell = [](std::string text, bool header = false) { return Cell{.runs = {{.text = std::move(text)}}, .header = header}; };
    ReportTable out{.caption = composer.say("report.responsibility.table"), .anchor = "report.responsibility.table", .widths = {3}};
    out.rows.resize(table.layers.size() + 1);
    out.rows[0].push_back(cell(composer.say("report.responsibility.layer"), true));
    for (std::size_t i = 0; i < table.layers.size(); ++i)
        out.rows[i + 1].push_back(cell(composer.say(table.layers[i].second)));
    for (const ServiceModel& one : table.models) {
        out.widths.push_back(1.6);
        out.rows[0].push_back(cell(composer.say(one.name) + (one.id == table.model ? " *" : ""), true));
        for (std::size_t i = 0; i < one.managedBy.size(); ++i)
            out.rows[i + 1].push_back(cell(composer.say("planning.manages." + one.managedBy[i].second)));
    }
    return out;
}

} // namespace

void addPortfolio(Composer& composer)
{
    const auto& portfolio = composer.input().portfolio;
    if (!portfolio || portfolio->systems.size() < 2)
        return;
    composer.heading(1, "report.portfolio");
    composer.paragraphText(composer.say("report.portfolio.lead", {{"count", std::to_string(portfolio->systems.size())}}));
    addRanking(composer, *portfolio);
    addSegments(composer, *portfolio);
    if (!portfolio->roadmap.empty())
        addRoadmap(composer, *portfolio);
    for (const std::string& note : portfolio->notes)
        composer.paragraphText(composer.say(note), ParagraphStyle::Note);
}

void addEffectsTable(Composer& composer)
{
    const auto& portfolio = composer.input().portfolio;
    const bool several = portfolio->systems.size() > 1;
    constexpr const char* kCaption = "report.effects.table";
    constexpr const char* kName = "report.effects.name";
    constexpr const char* kText = "report.effects.text";
    constexpr const char* kBasis = "report.effects.basis";
    TableBuilder effects = several
                               ? TableBuilder(composer, kCaption, {kName, kText, kBasis, "report.effects.systems"}, {1.3, 4.2, 3.4, 2.4})
                               : TableBuilder(composer, kCaption, {kName, kText, kBasis}, {1.3, 4.8, 4.2});
    for (const ExpectedEffect& one : portfolio->effects) {
        constexpr std::size_t kShown = 5;
        std::vector<std::string> systems;
        for (std::size_t i = 0; i < std::min(kShown, one.systems.size()); ++i)
            systems.push_back(fmt::format("{} ({})", one.systems[i].first, one.systems[i].second));
        effects.cell(composer.say(one.name)).cell(composer.say(one.text)).cell(basisOfEffect(composer, one));
        if (several)
            effects.cell(systems.empty() ? "-" : joined(systems));
        effects.next();
    }
    if (!effects.empty())
        composer.add(effects.take());
    composer.paragraph("report.effects.note", {}, ParagraphStyle::Note);
}

void addStages(Composer& composer)
{
    TableBuilder stages(composer, "report.effects.stages", {"report.effects.stage", "report.effects.item"}, {2, 7});
    for (const StageItem& one : composer.input().portfolio->checklist)
        stages.cell(composer.say(one.stage)).cell(composer.say(one.text)).next();
    if (!stages.empty())
        composer.add(stages.take());
}

void addEffects(Composer& composer)
{
    const auto& portfolio = composer.input().portfolio;
    if (!portfolio)
        return;
    composer.heading(1, "report.effects");
    addEffectsTable(composer);
    addStages(composer);
    TableBuilder contract(composer, "report.effects.contract", {"report.effects.clause", "report.effects.wording"}, {1.5, 7});
    for (const ContractClause& one : portfolio->contract)
        contract.cell(composer.say(one.title)).cell(composer.say(one.text)).next();
    if (!contract.empty())
        composer.add(contract.take());
}

void addResponsibility(Composer& composer, const Responsibility& table)
{
    composer.heading(2, "report.responsibility");
    const auto model = std::ranges::find(table.models, table.model, &ServiceModel::id);
    if (model != table.models.end())
        composer.paragraphText(composer.say(table.chosen ? "report.responsibility.chosen" : "report.responsibility.proposed",
                                            {{"model", composer.say(model->name)}, {"meaning", composer.say(model->meaning)}}));
    if (!table.chosen)
        composer.paragraphText(composer.say(table.reason), ParagraphStyle::Note);
    const auto cloud = std::ranges::find(table.deployments, table.deployment, &DeploymentModel::id);
    if (cloud != table.deployments.end())
        composer.paragraphText(composer.say(cloud->name) + ": " + composer.say(cloud->meaning) + " " + composer.say(cloud->infrastructure));
    composer.add(layersTable(composer, table));
    TableBuilder platforms(composer, "report.responsibility.platforms",
                           {"report.responsibility.aspect", "report.responsibility.cloud-foundry", "report.responsibility.kubernetes"},
                           {2, 4, 4});
    for (const PlatformAspect& one : table.platforms)
        platforms.cell(composer.say(one.name)).cell(composer.say(one.cloudFoundry)).cell(composer.say(one.kubernetes)).next();
    composer.add(platforms.take());
    composer.paragraphText(composer.say(table.source), ParagraphStyle::Note);
}

} // namespace naru::reports
