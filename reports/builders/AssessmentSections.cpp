#include "reports/builders/Sections.h"

#include "core/base/Markup.h"
#include "core/model/CodeModelJson.h"
#include "reports/svg/Charts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace naru::reports {

using namespace naru::core;

namespace {

std::string answerKey(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        return "report.answer.yes";
    case Answer::No:
        return "report.answer.no";
    case Answer::Unknown:
        return "report.answer.unknown";
    default:
        return "report.answer.open";
    }
}

std::string verdictKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Adopt:
        return "report.verdict.adopt";
    case Verdict::Review:
        return "report.verdict.review";
    case Verdict::Keep:
        return "report.verdict.keep";
    default:
        return "report.verdict.incomplete";
    }
}

void addProposals(Composer& composer, const Assessment& assessment)
{
    TableBuilder table(
        composer, "report.diagnosis.proposals",
        {"report.column.item", "report.column.proposal", "report.column.coverage", "report.column.reason", "report.column.evidence"},
        {1, 1.2, 1.2, 5, 5});
    for (const AssessedItem& item : assessment.items) {
        if (!item.proposal)
            continue;
        std::vector<std::string> places;
        for (const Evidence& evidence : item.proposal->evidence)
            if (places.size() < 4)
                places.push_back(where(evidence));
        const std::size_t more = item.proposal->evidence.size() - places.size();
        std::string evidence = joined(places);
        if (more > 0)
            evidence += composer.say("report.and-more", {{"count", std::to_string(more)}});
        table.cell(item.id)
            .cell(composer.say(answerKey(item.proposal->value)))
            .number(fmt::format("{:.0f} %", item.proposal->confidence * 100));
        table.cell(composer.say(item.proposal->reasonKey, item.proposal->reasonArgs)).cell(evidence).next();
    }
    if (table.empty())
        return;
    composer.paragraph("report.diagnosis.proposals-note", {}, ParagraphStyle::Note);
    composer.add(table.take());
}

/// A person's note, as long as a narrow column of one sheet bears; what has more is in the full document.
std::string shortNote(const Composer& composer, const AssessedItem& item)
{
    constexpr std::size_t kRoom = 36;
    std::string note = item.answer.note;
    std::ranges::replace(note, '\n', ' ');
    if (core::characters(note) > kRoom)
        note = std::string(core::firstCharacters(note, kRoom)) + "…";
    if (!note.empty() || !item.proposal || item.proposal->evidence.empty())
        return note;
    return composer.say("report.diagnosis.evidence-count", {{"count", std::to_string(item.proposal->evidence.size())}});
}

std::string factorStateKey(FactorState state)
{
    static constexpr std::array kKeys = {"report.factor.met", "report.factor.violated", "report.factor.partly",
                                         "report.factor.not-detectable"};
    return kKeys.at(static_cast<std::size_t>(state));
}

} // namespace

void addSummary(Composer& composer)
{
    const ReportInput& input = composer.input();
    composer.heading(1, "report.summary");
    if (input.assessment)
        composer.paragraph(verdictKey(input.assessment->verdict),
                           {{"yes", std::to_string(input.assessment->yes)}, {"missing", joined(input.assessment->missing)}},
                           ParagraphStyle::Lead);
    TableBuilder table(composer, "report.summary.table", {"report.column.item", "report.column.value", "report.column.source"}, {3, 4, 5});
    if (input.code)
        table.cell(composer.say("report.summary.size"))
            .cell(composer.say("report.summary.size-value", {{"types", TableBuilder::grouped(codeSummary(*input.code)["counts"]["types"].dump())},
                                                             {"tables", std::to_string(input.code->tables.size())},
                                                             {"entries", std::to_string(input.code->entryPoints.size())}}))
            .cell(composer.say("report.source.code"))
            .next();
    if (input.maturity)
        for (const LadderResult& ladder : input.maturity->ladders)
            table.cell(composer.say(ladder.name))
                .cell(composer.say(ladder.levelName))
                .cell(composer.say("report.source.ladder", {{"id", ladder.id}}))
                .next();
    if (input.partition && !input.partition->alternatives.empty())
        table.cell(composer.say("report.summary.contexts"))
            .cell(composer.say("report.summary.contexts-value",
                               {{"count", std::to_string(input.partition->alternatives.front().contexts.size())}}))
            .cell(composer.say("report.source.split"))
            .next();
    if (input.count)
        table.cell(composer.say("report.summary.fp"))
            .cell(TableBuilder::grouped(input.count->total) + " FP")
            .cell(input.count->convention)
            .next();
    if (input.estimate)
        table.cell(composer.say("report.summary.cost"))
            .cell(composer.say("report.won", {{"amount", TableBuilder::grouped(input.estimate->total)}}))
            .cell(composer.say("report.source.tariff", {{"edition", input.estimate->edition}}))
            .next();
    if (!table.empty())
        composer.add(table.take());
}

void addDiagnosis(Composer& composer)
{
    composer.heading(1, "report.diagnosis");
    const auto& assessment = composer.input().assessment;
    if (!assessment)
        return composer.gap("report.diagnosis.none");
    composer.paragraph(verdictKey(assessment->verdict),
                       {{"yes", std::to_string(assessment->yes)}, {"missing", joined(assessment->missing)}}, ParagraphStyle::Lead);
    composer.paragraph("report.diagnosis.rule", {}, ParagraphStyle::Note);
    composer.paragraph("report.diagnosis.source", {{"edition", assessment->edition}}, ParagraphStyle::Note);
    TableBuilder table(composer, "report.diagnosis.table",
                       {"report.column.item", "report.column.question", "report.column.answer", "report.column.note"}, {0.8, 6, 1.3, 3.5});
    for (const AssessedItem& item : assessment->items)
        table.cell(item.id)
            .cell(composer.say(item.question))
            .cell(composer.say(answerKey(item.answer.value)))
            .cell(item.answer.note)
            .next();
    composer.add(table.take());
    if (assessment->verdict == Verdict::Review)
        composer.paragraph("report.verdict.review-reading", {}, ParagraphStyle::Note);
    addProposals(composer, *assessment);
}

void addDiagnosisSheet(Composer& composer)
{
    const auto& assessment = composer.input().assessment;
    if (!assessment)
        return composer.gap("report.diagnosis.none");
    composer.paragraph(verdictKey(assessment->verdict),
                       {{"yes", std::to_string(assessment->yes)}, {"missing", joined(assessment->missing)}}, ParagraphStyle::Lead);
    ReportTable table{
        .caption = composer.say("report.diagnosis.table"), .anchor = "report.diagnosis.table", .widths = {2, 0.9, 7.2, 1.2, 2.6}};
    const auto header = [&](const char* key) { return Cell{.runs = {plain(composer.say(key))}, .header = true}; };
    table.rows.push_back({header("report.column.goal"), header("report.column.number"), header("report.column.question"),
                          header("report.column.answer"), header("report.column.note")});
    for (std::size_t i = 0; i < assessment->items.size(); ++i) {
        const AssessedItem& item = assessment->items[i];
        std::vector<Cell> row;
        if (i == 0 || assessment->items[i - 1].group != item.group) {
            int rows = 1;
            while (i + static_cast<std::size_t>(rows) < assessment->items.size() &&
                   assessment->items[i + static_cast<std::size_t>(rows)].group == item.group)
                ++rows;
            row.push_back({.runs = {plain(composer.say("report.goal." + item.group))}, .rowSpan = rows, .header = true});
        }
        row.push_back({.runs = {plain(item.id)}, .alignment = Alignment::Center});
        row.push_back({.runs = {plain(composer.say(item.question))}});
        row.push_back({.runs = {{.text = composer.say(answerKey(item.answer.value)), .bold = true}}, .alignment = Alignment::Center});
        row.push_back({.runs = {plain(shortNote(composer, item))}});
        table.rows.push_back(std::move(row));
    }
    table.rows.push_back(
        {{.runs = {plain(composer.say("report.diagnosis.yes-row"))}, .columnSpan = 3, .header = true},
         {.runs = {{.text = std::to_string(assessment->yes), .bold = true}}, .columnSpan = 2, .alignment = Alignment::Center}});
    composer.add(std::move(table));
    composer.paragraph("report.diagnosis.rule", {}, ParagraphStyle::Note);
    if (assessment->verdict == Verdict::Review)
        composer.paragraph("report.verdict.review-reading", {}, ParagraphStyle::Note);
    composer.paragraph("report.diagnosis.source", {{"edition", assessment->edition}}, ParagraphStyle::Note);
    ReportTable hands{.caption = {}, .anchor = "diagnosis.hands", .widths = {1.4, 3, 1.4, 3}, .headerRows = 0};
    const auto label = [&](const char* key) {
        return Cell{.runs = {plain(composer.say(key))}, .header = true, .alignment = Alignment::Center};
    };
    const Cell sign{.runs = {plain(composer.say("report.diagnosis.sign"))}, .alignment = Alignment::End};
    hands.rows.push_back({label("report.diagnosis.written-by"), sign, label("report.diagnosis.checked-by"), sign});
    composer.add(std::move(hands));
}

namespace {

/// What the state of a factor leaves open: what to look for, what is aimed at, whom to ask what.
void addFactorTargets(Composer& composer)
{
    TableBuilder table(composer, "report.readiness.factors-target",
                       {"report.column.number", "report.column.as-is", "report.column.to-be", "report.column.manual-question"},
                       {0.7, 3.4, 3.4, 4.4});
    for (const FactorResult& factor : composer.input().audit->factors)
        table.cell(std::to_string(factor.id))
            .cell(composer.say(factor.asIs))
            .cell(composer.say(factor.toBe))
            .cell(composer.say(factor.manualQuestion))
            .next();
    composer.add(table.take());
}

} // namespace

void addReadiness(Composer& composer)
{
    composer.heading(1, "report.readiness");
    const auto& audit = composer.input().audit;
    if (!audit)
        return composer.gap("report.readiness.none");
    composer.paragraph("report.readiness.scope",
                       {{"scanned", std::to_string(audit->filesScanned)},
                        {"skipped", std::to_string(audit->filesSkipped)},
                        {"edition", audit->rulesEdition}},
                       ParagraphStyle::Note);
    composer.heading(2, "report.readiness.factors");
    TableBuilder factors(composer, "report.readiness.factors-table",
                         {"report.column.number", "report.column.factor", "report.column.state", "report.column.evidence"}, {0.7, 3, 2, 6});
    for (const FactorResult& factor : audit->factors) {
        std::string evidence = factor.evidence.empty() ? composer.say(factor.manualQuestion) : where(factor.evidence.front());
        if (evidence.empty()) // such as version control beside the tree
            evidence = composer.say("report.factor.whole-tree");
        if (const std::size_t all = factor.places(); all > 1)
            evidence += composer.say("report.and-more", {{"count", std::to_string(all - 1)}});
        factors.cell(std::to_string(factor.id))
            .cell(composer.say(factor.name))
            .cell(composer.say(factorStateKey(factor.state)))
            .cell(evidence)
            .next();
    }
    composer.add(factors.take());
    addFactorTargets(composer);
    std::size_t met = 0;
    for (const FactorResult& factor : audit->factors)
        met += factor.state == FactorState::Met ? 1U : 0U;
    composer.figure(
        factorRadarSvg(audit->factors, composer.language()), "report.readiness.radar",
        composer.say("report.readiness.radar-text", {{"met", std::to_string(met)}, {"all", std::to_string(audit->factors.size())}}), 150,
        93);
    composer.heading(2, "report.readiness.findings");
    addFindings(composer);
}

namespace {

std::string withoutFullStop(std::string sentence)
{
    if (sentence.ends_with('.'))
        sentence.pop_back();
    return sentence;
}

/// The first place a criterion rests on. One that is met because nothing speaks against it has none.
std::string basisOfCriterion(const Composer& composer, const CriterionResult& criterion)
{
    if (!criterion.evidence.empty())
        if (std::string place = where(criterion.evidence.front()); !place.empty())
            return place;
    switch (criterion.state) {
    case core::CriterionState::Met:
        return composer.say("report.maturity.no-violation");
    case core::CriterionState::Unknown:
        return composer.say("report.maturity.ask");
    default:
        return "-";
    }
}

} // namespace

void addMaturity(Composer& composer)
{
    composer.heading(1, "report.maturity");
    const auto& maturity = composer.input().maturity;
    if (!maturity)
        return composer.gap("report.maturity.none");
    for (const LadderResult& ladder : maturity->ladders) {
        composer.headingText(2, composer.say(ladder.name), "ladder." + ladder.id);
        composer.paragraphText(composer.say("report.maturity.level", {{"level", composer.say(ladder.levelName)}}), ParagraphStyle::Lead);
        composer.add(Figure{.svg = ladderSvg(ladder, composer.language()),
                            .caption = composer.say(ladder.name),
                            .alternative = composer.say("report.maturity.level", {{"level", composer.say(ladder.levelName)}}),
                            .anchor = "ladder-figure." + ladder.id,
                            .width = 150,
                            .height = 46});
        std::string missing;
        for (const CriterionResult& criterion : ladder.criteria)
            if (std::ranges::find(ladder.missingForNext, criterion.id) != ladder.missingForNext.end())
                missing += (missing.empty() ? "" : ", ") + withoutFullStop(composer.say(criterion.text));
        if (!missing.empty())
            composer.paragraph("report.maturity.missing", {{"criteria", missing}});
        TableBuilder table(composer, "report.maturity.table",
                           {"report.column.level", "report.column.criterion", "report.column.state", "report.column.evidence"},
                           {0.8, 5, 1.5, 4});
        for (const CriterionResult& criterion : ladder.criteria) {
            static constexpr std::array kStates = {"report.criterion.met", "report.criterion.unmet", "report.criterion.unknown"};
            table.cell(std::to_string(criterion.level)).cell(composer.say(criterion.text));
            table.cell(composer.say(kStates.at(static_cast<std::size_t>(criterion.state))));
            table.cell(basisOfCriterion(composer, criterion)).next();
        }
        core::ReportTable built = table.take();
        built.anchor += "." + ladder.id;
        composer.add(std::move(built));
    }
}

} // namespace naru::reports
