// What stands beside the estimate: the system as one against its split, and the other costs of a project.

#include "reports/builders/Sections.h"

#include "costing/Allocation.h"
#include "costing/SplitComparison.h"
#include "costing/Tariff.h"
#include "reports/builders/ShortPlaces.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace naru::reports {

using namespace naru::core;

namespace {

/// Both views side by side: by IFPUG, where a split changes nothing, and with the API links of the guide.
void addComparison(Composer& composer)
{
    TableBuilder table(composer, "report.split-cost.table",
                       {"report.column.item", "report.column.by-ifpug", "report.column.with-links", "report.column.added"}, {3, 3, 3, 2});
    static constexpr std::array kNames = {"report.row.functions", "report.row.points", "report.row.development-cost", "report.row.total-cost"};
    const CostBeside& beside = composer.input().beside;
    for (const costing::SplitLine& line : costing::compareSplit(*composer.input().count, beside.byIfpug, beside.withApiLinks))
        table.cell(composer.say(kNames.at(static_cast<std::size_t>(line.measure))))
            .number(TableBuilder::grouped(line.before))
            .number(TableBuilder::grouped(line.after))
            .number(TableBuilder::grouped(line.added))
            .next();
    composer.add(table.take());
}

void addLinks(Composer& composer, const Alternative& split)
{
    const FunctionPointCount& count = *composer.input().count;
    if (count.apiLinks.empty())
        return composer.paragraph("report.split-cost.no-links");
    TableBuilder table(composer, "report.split-cost.links",
                       {"report.column.number", "report.column.function", "report.column.type", "report.column.fp", "report.column.context",
                        "report.column.evidence"},
                       {0.7, 4, 0.8, 0.9, 2.2, 4});
    std::set<std::string> files;
    for (const CountedFunction& link : count.apiLinks)
        if (!link.evidence.empty())
            files.insert(link.evidence.front().file);
    const ShortPlaces places(files);
    std::size_t number = 0;
    for (const CountedFunction& link : count.apiLinks) {
        const auto context = std::ranges::find(split.contexts, link.context, &Context::id);
        table.number(++number)
            .cell(link.name)
            .cell(std::string(costing::nameOf(link.type)))
            .number(link.fp)
            .cell(context == split.contexts.end() ? "" : context->name)
            .cell(link.evidence.empty() ? "" : places.of(link.evidence.front()))
            .next();
    }
    composer.add(table.take());
}

void addShares(Composer& composer, const char* caption, const char* column, const std::vector<costing::CostShare>& shares,
               const std::function<std::string(const costing::CostShare&)>& nameOf)
{
    TableBuilder table(composer, caption,
                       {column, "report.row.functions", "report.column.fp", "report.column.links-fp", "report.column.amount"},
                       {3.4, 1, 1.3, 1.5, 2});
    for (const costing::CostShare& share : shares)
        table.cell(nameOf(share))
            .number(static_cast<std::size_t>(share.functions))
            .number(TableBuilder::grouped(share.functionPoints.text()))
            .number(TableBuilder::grouped(share.apiLinks.text()))
            .number(TableBuilder::grouped(share.cost.text()))
            .next();
    const costing::CostShare all = costing::sumOf(shares);
    table.cell(composer.say("report.row.total"))
        .number(static_cast<std::size_t>(all.functions))
        .number(TableBuilder::grouped(all.functionPoints.text()))
        .number(TableBuilder::grouped(all.apiLinks.text()))
        .number(TableBuilder::grouped(all.cost.text()))
        .next();
    composer.add(table.take());
}

} // namespace

void addSplitCost(Composer& composer)
{
    const ReportInput& input = composer.input();
    if (!input.count || !input.count->splitKnown || !input.partition || input.partition->alternatives.empty())
        return;
    const Alternative& split = input.partition->alternatives.front();
    composer.heading(1, "report.split-cost");
    const bool counted = input.estimate && input.estimate->apiLinksFp != "0" && !input.estimate->apiLinksFp.empty();
    composer.paragraph("report.split-cost.lead", {{"links", TableBuilder::grouped(input.count->apiLinksTotal)}}, ParagraphStyle::Lead);
    composer.paragraph(counted ? "report.split-cost.counted" : "report.split-cost.not-counted", {}, ParagraphStyle::Note);
    addComparison(composer);
    addLinks(composer, split);
    const auto contexts = costing::costByContext(*input.count, split, input.estimate ? &*input.estimate : nullptr);
    addShares(composer, "report.split-cost.contexts", "report.column.context", contexts, [&](const costing::CostShare& share) {
        return share.id.empty() ? composer.say("report.split-cost.no-context") : share.name;
    });
    if (input.plan)
        addShares(composer, "report.split-cost.waves", "report.column.wave", costing::costByWave(contexts, *input.plan),
                  [&](const costing::CostShare& share) { return share.id.empty() ? composer.say("report.split-cost.no-wave") : share.id; });
}

void addIspTable(Composer& composer)
{
    const auto& isp = composer.input().beside.isp;
    if (!isp || !composer.input().estimate)
        return;
    const std::string language = composer.language();
    composer.heading(1, "report.isp");
    composer.paragraph(isp->open.empty() ? "report.isp.lead" : "report.isp.open",
                       {{"total", TableBuilder::grouped(isp->total.text())}, {"open", std::to_string(isp->open.size())}},
                       isp->open.empty() ? ParagraphStyle::Lead : ParagraphStyle::Gap);
    TableBuilder table(
        composer, "report.isp.table",
        {"report.isp.major", "report.isp.middle", "report.isp.minor", "report.column.amount", "report.isp.basis", "report.column.note"},
        {2, 2.2, 2.6, 2.2, 3.6, 2});
    for (const costing::IspRow& row : isp->rows)
        table.cell(row.major.in(language))
            .cell(row.middle.in(language))
            .cell(row.minor.in(language))
            .number(row.given ? TableBuilder::grouped(row.amount.text()) : composer.say("report.isp.not-given"))
            .cell(row.basis.in(language))
            .cell(row.note.in(language))
            .next();
    table.cell(composer.say("report.row.total"))
        .cell("")
        .cell("")
        .number(TableBuilder::grouped(isp->total.text()))
        .cell("")
        .cell("")
        .next();
    composer.add(table.take());
    composer.paragraphText(isp->source.in(language), ParagraphStyle::Note);
}

} // namespace naru::reports
