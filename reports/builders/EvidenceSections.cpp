#include "reports/builders/Sections.h"

#include "core/model/CodeModelJson.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>

namespace naru::reports {

using namespace naru::core;

namespace {

void addCostEvidence(Composer& composer, const Estimate& estimate)
{
    composer.heading(1, "report.evidence.cost");
    TableBuilder table(composer, "report.evidence.cost-table",
                       {"report.column.step", "report.column.operation", "report.column.amount", "report.column.source"}, {4, 3, 2.2, 6});
    for (const EstimateStep& step : estimate.steps) {
        const std::string clause = composer.say(step.clause);
        const std::string place = where(step.source);
        table.cell(composer.say(step.name))
            .cell(step.operation)
            .number(TableBuilder::grouped(step.value))
            .cell(clause.empty()  ? place
                  : place.empty() ? clause
                                  : clause + " (" + place + ")")
            .next();
    }
    composer.add(table.take());
}

void addCountEvidence(Composer& composer, const FunctionPointCount& count)
{
    composer.heading(1, "report.evidence.count");
    TableBuilder table(composer, "report.evidence.count-table",
                       {"report.column.function", "report.column.type", "report.column.fp", "report.column.place", "report.column.quote"},
                       {3, 0.8, 0.9, 5, 5});
    static constexpr std::array kTypes = {"ILF", "EIF", "EI", "EO", "EQ"};
    for (const CountedFunction& function : count.functions) {
        const char* type = kTypes.at(static_cast<std::size_t>(function.type));
        if (function.evidence.empty())
            table.cell(function.name).cell(type).number(function.fp).cell("-").cell(function.note).next();
        for (const Evidence& piece : function.evidence)
            table.cell(function.name).cell(type).number(function.fp).cell(where(piece)).code(piece.text).next();
    }
    composer.add(table.take());
}

void addAuditEvidence(Composer& composer, const AuditReport& audit)
{
    composer.heading(1, "report.evidence.audit");
    TableBuilder table(composer, "report.evidence.audit-table",
                       {"report.column.rule", "report.column.finding", "report.column.place", "report.column.quote"}, {1.8, 4, 4.5, 5});
    for (const Finding& finding : audit.findings)
        if (!finding.suppressed)
            table.cell(finding.rule)
                .cell(composer.say(finding.message))
                .cell(where(composer, finding))
                .code(finding.quote)
                .next();
    composer.add(table.take());
}

void addAnswerEvidence(Composer& composer, const Assessment& assessment)
{
    composer.heading(1, "report.evidence.answers");
    TableBuilder table(composer, "report.evidence.answers-table",
                       {"report.column.item", "report.column.question", "report.column.who", "report.column.evidence"}, {0.8, 5, 2, 5});
    for (const AssessedItem& item : assessment.items) {
        std::string places = item.answer.note;
        for (const Evidence& piece : item.answer.attached)
            places += (places.empty() ? "" : "\n") + where(piece);
        if (item.proposal)
            for (const Evidence& piece : item.proposal->evidence)
                places += (places.empty() ? "" : "\n") + where(piece);
        table.cell(item.id).cell(composer.say(item.question)).cell(item.answer.who).cell(places.empty() ? "-" : places).next();
    }
    composer.add(table.take());
}

/// Where the counts of the source come from.
void addSystemEvidence(Composer& composer, const CodeModel& code)
{
    composer.heading(1, "report.evidence.system");
    TableBuilder table(composer, "report.evidence.system-table", {"report.column.item", "report.column.count", "report.column.source"},
                       {4, 1.4, 6});
    const std::string source = composer.say("report.sources.code", {{"fingerprint", code.source.hex()}});
    const auto row = [&](const char* key, std::size_t value) { table.cell(composer.say(key)).number(value).cell(source).next(); };
    const nlohmann::json totals = codeSummary(code);
    row("report.system.types", totals["counts"]["types"].get<std::size_t>());
    row("report.system.members", totals["counts"]["members"].get<std::size_t>());
    row("report.system.tables", code.tables.size());
    row("report.system.statements", code.statements.size());
    row("report.system.views", code.views.size());
    row("report.system.entries", code.entryPoints.size());
    row("report.system.calls", code.calls.size());
    composer.add(table.take());
}

/// For every context what its figures are counted from, and for every interface the first place in the source.
void addSplitEvidence(Composer& composer, const Alternative& split)
{
    composer.heading(1, "report.evidence.split");
    std::map<std::string, std::string> names;
    for (const Context& context : split.contexts)
        names[context.id] = context.name;
    TableBuilder table(composer, "report.evidence.split-table",
                       {"report.column.from", "report.column.to", "report.column.kind", "report.column.count", "report.column.place"},
                       {2.4, 2.4, 2, 1, 6});
    static constexpr std::array kKinds = {"report.interface.call", "report.interface.shared-table", "report.interface.distributed"};
    for (const ContextInterface& interface : split.interfaces) {
        std::string place;
        for (const InterfaceFunction& function : interface.functions)
            if (!function.file.empty()) {
                place = function.file + ":" + std::to_string(function.line);
                break;
            }
        if (place.empty())
            place = joined(interface.tables);
        table.cell(names[interface.from])
            .cell(names[interface.to])
            .cell(composer.say(kKinds.at(static_cast<std::size_t>(interface.kind))))
            .number(interface.functions.size() + interface.tables.size())
            .cell(place.empty() ? "-" : place)
            .next();
    }
    if (!table.empty())
        composer.add(table.take());
}

void addMaturityEvidence(Composer& composer, const Maturity& maturity)
{
    composer.heading(1, "report.evidence.maturity");
    TableBuilder table(
        composer, "report.evidence.maturity-table",
        {"report.column.item", "report.column.level", "report.column.criterion", "report.column.state", "report.column.evidence"},
        {2.6, 0.8, 4, 1.4, 5});
    static constexpr std::array kStates = {"report.criterion.met", "report.criterion.unmet", "report.criterion.unknown"};
    for (const LadderResult& ladder : maturity.ladders)
        for (const CriterionResult& criterion : ladder.criteria) {
            std::vector<std::string> places;
            for (const Evidence& piece : criterion.evidence)
                places.push_back(where(piece));
            table.cell(composer.say(ladder.name))
                .cell(std::to_string(criterion.level), Alignment::Center)
                .cell(composer.say(criterion.text))
                .cell(composer.say(kStates.at(static_cast<std::size_t>(criterion.state))))
                .cell(places.empty() ? "-" : joined(places, "\n"))
                .next();
        }
    composer.add(table.take());
}

/// What the place of every context in the order of the migration is reckoned from.
void addPlanEvidence(Composer& composer, const Plan& plan)
{
    composer.heading(1, "report.evidence.plan");
    TableBuilder table(composer, "report.evidence.plan-table",
                       {"report.column.wave", "report.column.context", "report.column.fp", "report.column.amount", "report.column.reason"},
                       {0.8, 3, 1.2, 2, 6});
    for (const Wave& wave : plan.waves)
        for (const PlannedContext& context : wave.contexts)
            table.cell(std::to_string(wave.number), Alignment::Center)
                .cell(context.name)
                .number(TableBuilder::grouped(context.functionPoints))
                .number(TableBuilder::grouped(context.cost))
                .cell(context.reasonKey.empty() ? "-" : composer.say(context.reasonKey))
                .next();
    if (!table.empty())
        composer.add(table.take());
}

} // namespace

void addEvidence(Composer& composer)
{
    const ReportInput& input = composer.input();
    composer.add(Section{.landscape = true}); // places and quotations need room
    composer.paragraph("report.evidence.lead", {}, ParagraphStyle::Note);
    if (input.estimate)
        addCostEvidence(composer, *input.estimate);
    if (input.count)
        addCountEvidence(composer, *input.count);
    if (input.audit)
        addAuditEvidence(composer, *input.audit);
    if (input.assessment)
        addAnswerEvidence(composer, *input.assessment);
    if (input.maturity)
        addMaturityEvidence(composer, *input.maturity);
    if (input.partition && !input.partition->alternatives.empty())
        addSplitEvidence(composer, input.partition->alternatives.front());
    if (input.plan)
        addPlanEvidence(composer, *input.plan);
    if (input.code)
        addSystemEvidence(composer, *input.code);
    composer.add(Section{.landscape = false});
}

} // namespace naru::reports
