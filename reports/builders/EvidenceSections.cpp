#include "reports/builders/Sections.h"

#include <array>

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
                .cell(finding.file + ":" + std::to_string(finding.line))
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

} // namespace

void addEvidence(Composer& composer)
{
    const ReportInput& input = composer.input();
    composer.paragraph("report.evidence.lead", {}, ParagraphStyle::Note);
    if (input.estimate)
        addCostEvidence(composer, *input.estimate);
    if (input.count)
        addCountEvidence(composer, *input.count);
    if (input.audit)
        addAuditEvidence(composer, *input.audit);
    if (input.assessment)
        addAnswerEvidence(composer, *input.assessment);
}

} // namespace naru::reports
