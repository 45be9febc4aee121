#include "reports/builders/Sections.h"

#include "costing/Tariff.h"
#include "reports/builders/ShortPlaces.h"
#include "reports/svg/Charts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

namespace naru::reports {

using namespace naru::core;

namespace {

std::string functionStateKey(FunctionState state)
{
    static constexpr std::array kKeys = {"report.function.proposed", "report.function.confirmed", "report.function.rejected"};
    return kKeys.at(static_cast<std::size_t>(state));
}

/// The yearly fee by rate.
void addMaintenance(Composer& composer, const MaintenanceEstimate& yearly)
{
    TableBuilder table(composer, "report.maintenance", {"report.column.item", "report.column.factor-value"}, {5, 3});
    const auto row = [&](const char* key, const std::string& value) {
        table.cell(composer.say(key)).number(TableBuilder::grouped(value)).next();
    };
    row("report.maintenance.base", yearly.developmentCost);
    row("report.maintenance.points", yearly.points);
    row("report.maintenance.rate", yearly.ratePercent + " %");
    row("report.maintenance.fee", yearly.fee);
    row("report.maintenance.expenses", yearly.directExpenses);
    row("report.maintenance.total", yearly.total);
    composer.add(table.take());
}

/// Of the inventory and of what was left out.
ShortPlaces placesOf(const FunctionPointCount& count)
{
    std::set<std::string> files;
    for (const CountedFunction& function : count.functions)
        if (!function.evidence.empty())
            files.insert(function.evidence.front().file);
    for (const DroppedFunction& dropped : count.dropped)
        files.insert(dropped.evidence.file);
    return ShortPlaces(files);
}

void addInventory(Composer& composer, const FunctionPointCount& count, const ShortPlaces& places)
{
    std::vector<Bar> bars;
    for (const auto& [type, points] : count.byType)
        bars.push_back({type, TableBuilder::grouped(points) + " FP", std::strtod(points.c_str(), nullptr)});
    composer.figure(barsSvg(bars), "report.count.by-type", composer.say("report.count.by-type"), 150, 30);

    TableBuilder table(composer, "report.count.table",
                       {"report.column.number", "report.column.function", "report.column.type", "report.column.fp", "report.column.state",
                        "report.column.evidence"},
                       {0.7, 4.4, 0.8, 0.9, 1.1, 5.4});
    std::size_t number = 0;
    for (const CountedFunction& function : count.functions)
        table.number(++number)
            .cell(function.name)
            .cell(std::string(costing::nameOf(function.type)))
            .number(function.fp)
            .cell(composer.say(functionStateKey(function.state)))
            .cell(function.evidence.empty() ? "" : places.of(function.evidence.front()))
            .next();
    composer.add(table.take());
    composer.paragraph("report.count.places", {}, ParagraphStyle::Note);
}

} // namespace

void addCount(Composer& composer)
{
    composer.heading(1, "report.count");
    const auto& count = composer.input().count;
    if (!count)
        return composer.gap("report.count.none");
    const bool simplified = count->method == CountMethod::Simplified;
    composer.paragraph("report.count.lead",
                       {{"total", TableBuilder::grouped(count->total)}, {"functions", std::to_string(count->functions.size())}},
                       ParagraphStyle::Lead);
    composer.paragraph(simplified ? "report.count.simplified" : "report.count.standard",
                       {{"convention", count->conventionName.in(composer.language())}, {"edition", count->weightsEdition}}, ParagraphStyle::Note);
    const ShortPlaces places = placesOf(*count);
    if (count->functions.empty())
        composer.gap("report.count.empty");
    else
        addInventory(composer, *count, places);

    composer.heading(2, "report.count.dropped");
    TableBuilder dropped(composer, "report.count.dropped-table", {"report.column.item", "report.column.reason", "report.column.evidence"},
                         {3, 5, 4});
    for (const DroppedFunction& function : count->dropped)
        dropped.cell(function.name).cell(composer.say(function.whyKey)).cell(places.of(function.evidence)).next();
    if (dropped.empty())
        composer.paragraph("report.count.no-dropped");
    else
        composer.add(dropped.take());
    for (const std::string& note : count->notes)
        composer.paragraphText(composer.say(note), ParagraphStyle::Note);
}

void addEstimate(Composer& composer)
{
    composer.heading(1, "report.cost");
    const auto& estimate = composer.input().estimate;
    if (!estimate) {
        const auto& count = composer.input().count;
        return composer.gap(count && count->functions.empty() ? "report.cost.nothing" : "report.cost.none");
    }
    composer.paragraph("report.cost.lead",
                       {{"total", TableBuilder::grouped(estimate->total)},
                        {"development", TableBuilder::grouped(estimate->developmentCost)},
                        {"edition", estimate->edition}},
                       ParagraphStyle::Lead);
    TableBuilder table(composer, "report.cost.table",
                       {"report.column.step", "report.column.operation", "report.column.amount", "report.column.source"}, {4, 2.6, 2.4, 5});
    // The tariff's own words come first: an officer looks for the clause, whoever checks the tool for the place in its data.
    const auto source = [&](const EstimateStep& step) {
        const std::string clause = step.clause.in(composer.language());
        return clause.empty() ? where(step.source) : clause + " (" + where(step.source) + ")";
    };
    for (const EstimateStep& step : estimate->steps)
        table.cell(composer.say(step.name)).cell(step.operation).number(TableBuilder::grouped(step.value)).cell(source(step)).next();
    composer.add(table.take());
    if (estimate->maintenance)
        addMaintenance(composer, *estimate->maintenance);
    const auto& rounding = composer.input().beside.roundingName;
    composer.paragraph("report.cost.rounding", {{"policy", rounding ? composer.say(*rounding) : estimate->rounding}}, ParagraphStyle::Note);
    for (const std::string& key : estimate->provisional)
        composer.paragraphText(composer.say(key), ParagraphStyle::Note);
}

void addSources(Composer& composer)
{
    composer.heading(1, "report.sources");
    composer.paragraph("report.sources.text", {}, ParagraphStyle::Note);
    const ReportInput& input = composer.input();
    std::vector<std::string> items;
    if (input.code)
        items.push_back(composer.say("report.sources.code", {{"fingerprint", input.code->source.hex()}}));
    if (input.assessment)
        items.push_back(
            composer.say("report.sources.catalog", {{"catalog", input.assessment->catalog}, {"edition", input.assessment->edition}}));
    if (input.audit)
        items.push_back(composer.say("report.sources.rules", {{"edition", input.audit->rulesEdition}}));
    if (input.count)
        items.push_back(composer.say("report.sources.weights", {{"edition", input.count->weightsEdition}}));
    if (input.estimate)
        items.push_back(composer.say("report.sources.tariff", {{"edition", input.estimate->edition}}));
    composer.list(items);
}

} // namespace naru::reports
