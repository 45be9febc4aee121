#include "reports/builders/Sections.h"
#include "reports/svg/ArchitectureDrawing.h"

#include "reports/svg/Charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace naru::reports {

using namespace naru::core;

namespace {

/// Tables of one kind stand once in each wave: the number keeps their anchors apart.
void addNumbered(Composer& composer, TableBuilder& table, const std::string& number)
{
    if (table.empty())
        return;
    ReportTable built = table.take();
    built.anchor += number;
    composer.add(std::move(built));
}

/// The first names, and how many there are besides.
std::string fewOf(const std::vector<std::string>& names)
{
    constexpr std::size_t kShown = 4;
    std::string out;
    for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i)
        out += (i == 0 ? "" : "\n") + names[i];
    if (names.size() > kShown)
        out += "\n+" + std::to_string(names.size() - kShown);
    return out.empty() ? "-" : out;
}

/// Why each context moves in this wave, which tests come first, and what its users keep.
void addReasons(Composer& composer, const Wave& wave, const std::string& number)
{
    TableBuilder table(composer, "report.plan.reasons",
                       {"report.column.context", "report.column.reason", "report.plan.tests-first", "report.plan.compatible"},
                       {2, 4, 3, 3});
    for (const PlannedContext& context : wave.contexts)
        table.cell(context.name)
            .cell(context.reasonKey.empty() ? "-" : composer.say(context.reasonKey, context.reasonArgs))
            .cell(fewOf(context.testsFirst))
            .cell(fewOf(context.compatible))
            .next();
    addNumbered(composer, table, number);
}

void addWave(Composer& composer, const Wave& wave)
{
    composer.headingText(2,
                         composer.say("report.plan.wave", {{"number", std::to_string(wave.number)}, {"name", composer.say(wave.nameKey)}}),
                         "wave." + std::to_string(wave.number));
    if (wave.pilot)
        composer.paragraph("report.plan.pilot");
    if (wave.durationMonths > 0)
        composer.paragraphText(composer.say("report.plan.duration", {{"months", fmt::format("{:.1f}", wave.durationMonths)}}));
    for (const std::string& warning : wave.warnings)
        composer.paragraphText(composer.say(warning), ParagraphStyle::Note);
    if (!wave.breaks.empty()) {
        constexpr std::size_t kShown = 10;
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < std::min(kShown, wave.breaks.size()); ++i)
            lines.push_back(composer.say(wave.breaks[i].textKey, wave.breaks[i].args));
        if (wave.breaks.size() > kShown)
            lines.push_back(composer.say("report.plan.more", {{"count", std::to_string(wave.breaks.size() - kShown)}}));
        composer.list(lines);
    }
    const std::string number = "." + std::to_string(wave.number);
    const auto rollback = [&](const PlanStep& step) {
        return step.rollbackKey.empty() ? std::string("-") : composer.say(step.rollbackKey, step.args);
    };
    TableBuilder own(composer, "report.plan.steps", {"report.column.step", "report.column.rollback"}, {6, 6});
    for (const PlanStep& step : wave.steps)
        own.cell(composer.say(step.textKey, step.args)).cell(rollback(step)).next();
    addNumbered(composer, own, number + ".own");
    addReasons(composer, wave, number);
    TableBuilder table(composer, "report.plan.steps", {"report.column.context", "report.column.step", "report.column.rollback"}, {2, 5, 5});
    for (const PlannedContext& context : wave.contexts)
        for (const PlanStep& step : context.steps)
            table.cell(context.name).cell(composer.say(step.textKey, step.args)).cell(rollback(step)).next();
    addNumbered(composer, table, number);
}

void addCapacity(Composer& composer, const Capacity& capacity)
{
    composer.heading(2, "report.capacity");
    TableBuilder table(composer, "report.capacity.table",
                       {"report.column.context", "report.capacity.peak", "report.capacity.fixed", "report.capacity.response",
                        "report.capacity.refused", "report.capacity.scaled", "report.capacity.response", "report.capacity.refused"},
                       {3, 1.4, 1, 1.4, 1.4, 1, 1.4, 1.4});
    for (const ServiceCapacity& one : capacity.services)
        table.cell(one.name)
            .number(TableBuilder::grouped(fmt::format("{:.0f}", one.peak)))
            .number(std::to_string(one.fixed.most))
            .number(fmt::format("{:.0f} ms", one.fixed.meanResponseMs))
            .number(TableBuilder::grouped(fmt::format("{:.0f}", one.fixed.refused)))
            .number(fmt::format("{}-{}", one.scaled.least, one.scaled.most))
            .number(fmt::format("{:.0f} ms", one.scaled.meanResponseMs))
            .number(TableBuilder::grouped(fmt::format("{:.0f}", one.scaled.refused)))
            .next();
    composer.add(table.take());
    TableBuilder check(composer, "report.capacity.check",
                       {"report.column.context", "report.capacity.instances", "report.capacity.simulated", "report.capacity.formula"},
                       {3, 1, 2, 2});
    for (const ServiceCapacity& one : capacity.services)
        for (const PeakCheck* peak : {&one.fixedPeak, &one.scaledPeak})
            check.cell(one.name)
                .number(std::to_string(peak->instances))
                .number(fmt::format("{:.1f} ms", peak->simulatedMs))
                .number(peak->stable ? fmt::format("{:.1f} ms", peak->formulaMs) : "∞")
                .next();
    composer.add(check.take());
    TableBuilder cases(composer, "report.capacity.cases",
                       {"report.capacity.case", "report.capacity.requests", "report.capacity.response", "report.capacity.model-requests",
                        "report.capacity.model-response"},
                       {4, 1.5, 1.5, 1.5, 1.5});
    for (const TestCaseAnswer& one : capacity.cases)
        cases.cell(one.id + " " + composer.say(one.name))
            .number(TableBuilder::grouped(fmt::format("{:.0f}", one.requests)))
            .number(fmt::format("{:.0f} ms", one.responseMs))
            .number(TableBuilder::grouped(fmt::format("{:.0f}", one.modelRequests)))
            .number(fmt::format("{:.0f} ms", one.modelResponseMs))
            .next();
    composer.add(cases.take());
    composer.paragraphText(composer.say("report.capacity.ratios", {{"throughput", fmt::format("{:.1f}", capacity.caseThroughput)},
                                                                   {"response", fmt::format("{:.1f}", capacity.caseResponse)},
                                                                   {"modelThroughput", fmt::format("{:.2f}", capacity.modelThroughput)},
                                                                   {"modelResponse", fmt::format("{:.2f}", capacity.modelResponse)}}));
    std::vector<std::string> assumptions;
    for (const LocalText& one : capacity.caseAssumptions)
        assumptions.push_back(composer.say(one));
    composer.list(assumptions);
    for (const ServiceCapacity& one : capacity.services)
        for (const std::string& warning : one.warnings)
            composer.paragraphText(one.name + ": " + composer.say(warning), ParagraphStyle::Gap);
    for (const std::string& note : capacity.notes)
        composer.paragraphText(composer.say(note), ParagraphStyle::Note);
}

void addContextCosts(Composer& composer, const Plan& plan)
{
    std::vector<Bar> bars;
    for (const Wave& wave : plan.waves)
        for (const PlannedContext& context : wave.contexts)
            if (!context.cost.empty())
                bars.push_back({context.name, composer.say("report.won", {{"amount", TableBuilder::grouped(context.cost)}}),
                                std::strtod(context.cost.c_str(), nullptr)});
    if (bars.empty())
        return;
    constexpr std::size_t kMostBars = 30;
    std::ranges::stable_sort(bars, std::ranges::greater(), &Bar::value);
    bars.resize(std::min(bars.size(), kMostBars));
    composer.figure(barsSvg(bars), "report.plan.costs", composer.say("report.plan.costs"), 160, 4 + 5.2 * static_cast<double>(bars.size()));
}

} // namespace

void addRunningCost(Composer& composer, const RunningCost& cost, int level)
{
    composer.heading(level, "report.running");
    TableBuilder items(
        composer, "report.running.items",
        {"report.running.side", "report.running.item", "report.running.formula", "report.running.first-year", "report.running.total"},
        {1.6, 4, 3, 2, 2});
    for (const RunningCostItem& item : cost.items)
        items.cell(composer.say(item.container ? "report.running.containers" : "report.running.machines"))
            .cell(composer.say(item.name))
            .cell(item.formula.empty() ? composer.say("report.running.missing") : item.formula)
            .number(TableBuilder::grouped(item.firstYear))
            .number(TableBuilder::grouped(item.total))
            .next();
    composer.add(items.take());
    if (!cost.missing.empty())
        return composer.gap("planning.gap.prices");
    TableBuilder years(composer, "report.running.years",
                       {"report.running.year", "report.running.machines", "report.running.containers", "report.running.machines-sum",
                        "report.running.containers-sum"},
                       {1, 2, 2, 2, 2});
    for (const RunningCostYear& year : cost.perYear)
        years.cell(std::to_string(year.year))
            .number(TableBuilder::grouped(year.machines))
            .number(TableBuilder::grouped(year.containers))
            .number(TableBuilder::grouped(year.machinesSum))
            .number(TableBuilder::grouped(year.containersSum))
            .next();
    composer.add(years.take());
    composer.paragraphText(cost.breakEvenMonth > 0
                               ? composer.say("report.running.break-even", {{"month", std::to_string(cost.breakEvenMonth)}})
                               : composer.say("report.running.no-break-even"),
                           ParagraphStyle::Lead);
    for (const std::string& note : cost.notes)
        composer.paragraphText(composer.say(note), ParagraphStyle::Note);
}

void addRunningCostChapter(Composer& composer)
{
    if (const auto& plan = composer.input().plan; plan && plan->runningCost)
        addRunningCost(composer, *plan->runningCost, 1);
}

void addTimeline(Composer& composer)
{
    const auto& plan = composer.input().plan;
    double months = 0;
    std::vector<std::string> names;
    if (plan)
        for (const Wave& wave : plan->waves) {
            months = std::max(months, wave.startMonth + wave.durationMonths);
            names.push_back(std::to_string(wave.number) + ". " + composer.say(wave.nameKey));
        }
    if (months <= 0)
        return;
    composer.figure(timelineSvg(plan->waves, names, composer.language()), "report.plan.timeline",
                    composer.say("report.plan.timeline-text",
                                 {{"count", std::to_string(plan->waves.size())}, {"months", fmt::format("{:.1f}", months)}}),
                    170, 0.17 * (50 + 46.0 * static_cast<double>(plan->waves.size())));
}

void addPlan(Composer& composer)
{
    composer.heading(1, "report.plan");
    const auto& plan = composer.input().plan;
    if (!plan)
        return composer.gap("report.plan.none");
    TableBuilder order(composer, "report.plan.order",
                       {"report.column.wave", "report.column.context", "report.column.pull", "report.column.hold", "report.column.fp",
                        "report.column.effort-months", "report.plan.cost"},
                       {1, 4, 1.2, 1.2, 1.4, 1.2, 2});
    for (const Wave& wave : plan->waves)
        for (const PlannedContext& context : wave.contexts)
            order.cell(std::to_string(wave.number))
                .cell(context.name)
                .number(fmt::format("{:.2f}", context.pull))
                .number(fmt::format("{:.2f}", context.hold))
                .number(context.functionPoints.empty() ? "-" : TableBuilder::grouped(context.functionPoints))
                .number(context.functionPoints.empty() ? "-" : fmt::format("{:.1f}", context.personMonths))
                .number(context.cost.empty() ? "-" : TableBuilder::grouped(context.cost))
                .next();
    composer.paragraph("report.plan.order-note", {}, ParagraphStyle::Note);
    if (plan->fpPerManMonth > 0)
        composer.paragraphText(composer.say("report.plan.productivity", {{"value", fmt::format("{:.1f}", plan->fpPerManMonth)},
                                                                         {"people", fmt::format("{:g}", plan->teamSize)},
                                                                         {"source", plan->productivity.source}}),
                               ParagraphStyle::Note);
    if (!order.empty())
        composer.add(order.take());
    addTimeline(composer);
    addContextCosts(composer, *plan);
    for (const Wave& wave : plan->waves)
        addWave(composer, wave);
    composer.heading(2, "report.plan.architecture");
    composer.figure(architectureSvg(*plan, composer.texts()), "report.plan.architecture-figure",
                    composer.say("report.plan.architecture-figure"), 165, 120);
    TableBuilder architecture(composer, "report.plan.architecture-table",
                              {"report.column.area", "report.column.element", "report.column.product", "report.responsibility.kubernetes",
                               "report.responsibility.cloud-foundry", "report.column.reason"},
                              {1.4, 2.2, 2.2, 2, 2, 4});
    for (const ArchitectureElement& element : plan->architecture)
        architecture.cell(composer.say("report.area." + element.area))
            .cell(composer.say(element.name))
            .cell(composer.say(element.product))
            .cell(composer.say(element.kubernetes))
            .cell(composer.say(element.cloudFoundry))
            .cell(composer.say(element.reason))
            .next();
    if (!architecture.empty())
        composer.add(architecture.take());
    if (plan->responsibility)
        addResponsibility(composer, *plan->responsibility);
    if (plan->capacity)
        addCapacity(composer, *plan->capacity);
    if (plan->runningCost)
        addRunningCost(composer, *plan->runningCost, 2);
    for (const PlanBreak& conflict : plan->conflicts)
        composer.paragraphText(composer.say(conflict.textKey, conflict.args), ParagraphStyle::Gap);
    for (const std::string& gapKey : plan->gaps)
        composer.paragraphText(composer.say(gapKey), ParagraphStyle::Gap);
    for (const std::string& note : plan->notes)
        composer.paragraphText(composer.say(note), ParagraphStyle::Note);
}

} // namespace naru::reports
