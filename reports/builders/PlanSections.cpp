#include "reports/builders/Sections.h"

#include <fmt/format.h>

namespace naru::reports {

using namespace naru::core;

namespace {

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
        composer.paragraphText(composer.say(warning), ParagraphStyle::Gap);
    TableBuilder table(composer, "report.plan.steps", {"report.column.context", "report.column.step", "report.column.rollback"}, {2, 5, 5});
    for (const PlannedContext& context : wave.contexts)
        for (const PlanStep& step : context.steps)
            table.cell(context.name)
                .cell(composer.say(step.textKey, step.args))
                .cell(step.rollbackKey.empty() ? "-" : composer.say(step.rollbackKey, step.args))
                .next();
    if (table.empty())
        return;
    core::ReportTable built = table.take();
    built.anchor += "." + std::to_string(wave.number);
    composer.add(std::move(built));
}

} // namespace

void addPlan(Composer& composer)
{
    composer.heading(1, "report.plan");
    const auto& plan = composer.input().plan;
    if (!plan)
        return composer.gap("report.plan.none");
    TableBuilder order(composer, "report.plan.order",
                       {"report.column.wave", "report.column.context", "report.column.pull", "report.column.hold", "report.column.fp",
                        "report.column.effort-months"},
                       {1, 4, 1.2, 1.2, 1.4, 1.6});
    for (const Wave& wave : plan->waves)
        for (const PlannedContext& context : wave.contexts)
            order.cell(std::to_string(wave.number))
                .cell(context.name)
                .number(fmt::format("{:.2f}", context.pull))
                .number(fmt::format("{:.2f}", context.hold))
                .number(TableBuilder::grouped(context.functionPoints))
                .number(fmt::format("{:.1f}", context.personMonths))
                .next();
    composer.paragraph("report.plan.order-note", {}, ParagraphStyle::Note);
    if (!order.empty())
        composer.add(order.take());
    for (const Wave& wave : plan->waves)
        addWave(composer, wave);
    composer.heading(2, "report.plan.architecture");
    TableBuilder architecture(composer, "report.plan.architecture-table",
                              {"report.column.area", "report.column.element", "report.column.product", "report.column.reason"},
                              {1.5, 2.5, 2.5, 5});
    for (const ArchitectureElement& element : plan->architecture)
        architecture.cell(composer.say("report.area." + element.area))
            .cell(composer.say(element.name))
            .cell(composer.say(element.product))
            .cell(composer.say(element.reason))
            .next();
    if (!architecture.empty())
        composer.add(architecture.take());
    for (const std::string& gapKey : plan->gaps)
        composer.paragraphText(composer.say(gapKey), ParagraphStyle::Gap);
    for (const std::string& note : plan->notes)
        composer.paragraphText(composer.say(note), ParagraphStyle::Note);
}

} // namespace naru::reports
