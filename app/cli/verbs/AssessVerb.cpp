#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/Verb.h"
#include "app/service/Questionnaires.h"

#include "core/model/AssessmentJson.h"
#include "core/model/MaturityJson.h"
#include "reports/builders/Composer.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

namespace naru::cli {

namespace {

struct AssessArguments {
    std::string path;
    std::string answers;
    std::string catalog;
    bool propose = false;
    std::string import;
    std::vector<std::string> records;
    std::string recordsKind;
    std::string compare;
    std::string until;
    bool history = false;
};

/// What a questionnaire says of its result in its own words.
std::string outcomeOf(const core::Assessment& assessment, const core::Texts& texts)
{
    const std::string& own = assessment.outcome.in(texts.language());
    return own.empty() ? texts.text("cli.verdict." + std::string(core::nameOf(assessment.verdict))) : own;
}

/// The sentence of the guide belongs to its ten questions; other questionnaires have outcomes of their own.
std::string verdictOf(const core::Assessment& assessment, const core::Texts& texts)
{
    const std::string missing = reports::joined(assessment.missing);
    if (assessment.catalog == "self-diagnosis")
        return texts.text("report.verdict." + std::string(core::nameOf(assessment.verdict)),
                          {{"yes", std::to_string(assessment.yes)}, {"missing", missing}});
    if (!assessment.missing.empty())
        return texts.text("cli.assess.open", {{"outcome", outcomeOf(assessment, texts)}, {"missing", missing}});
    return texts.text("cli.assess.outcome", {{"outcome", outcomeOf(assessment, texts)},
                                             {"items", std::to_string(assessment.items.size())},
                                             {"favourable", std::to_string(assessment.favourable)},
                                             {"yes", std::to_string(assessment.yes)},
                                             {"no", std::to_string(assessment.no)},
                                             {"unknown", std::to_string(assessment.unknown)}});
}

std::string assessmentSummary(const core::Assessment& assessment, const core::Texts& texts)
{
    TextTable table({">#", texts.text("cli.column.answer"), texts.text("cli.column.proposed"), texts.text("cli.column.question")});
    for (const core::AssessedItem& item : assessment.items)
        table.row({item.id, texts.text("cli.answer." + std::string(core::nameOf(item.answer.value))),
                   item.proposal ? fmt::format("{} ({:.0f} %)", texts.text("cli.answer." + std::string(core::nameOf(item.proposal->value))),
                                               item.proposal->confidence * 100)
                                 : "-",
                   item.question.in(texts.language())});
    std::string review;
    for (const core::AssessedItem& item : assessment.items)
        review += item.review ? (review.empty() ? "" : ", ") + item.id : "";
    std::string notes;
    if (!review.empty())
        notes += texts.text("cli.assess.review", {{"items", review}}) + "\n";
    if (!assessment.strangers.empty())
        notes += texts.text("cli.assess.strangers", {{"items", reports::joined(assessment.strangers)}}) + "\n";
    return table.text() + "\n" + notes + verdictOf(assessment, texts) + "\n";
}

core::Result<void> applied(core::ProjectSession& session, const core::Result<core::Edit>& edit)
{
    if (!edit)
        return std::unexpected(edit.error());
    const auto done = session.apply(*edit);
    return done ? core::Result<void>() : std::unexpected(done.error());
}

/// Takes answers and records over; what records hold and what could not be read is said.
core::Result<std::string> takeOver(const AssessArguments& given, Subject& subject, const Context& context)
{
    core::ProjectSession& session = *subject.session;
    std::string said;
    if (!given.import.empty())
        if (const auto done =
                applied(session, service::answersEdit(session, subject.system, context.resources, given.import, given.catalog));
            !done)
            return std::unexpected(done.error());
    for (const std::string& file : given.records) {
        const auto taken = service::recordsEdit(session, subject.system, context.resources, file, given.recordsKind);
        if (!taken)
            return std::unexpected(taken.error());
        if (const auto done = applied(session, taken->edit); !done)
            return std::unexpected(done.error());
        said += context.texts.text(
                    "cli.assess.records-taken",
                    {{"file", file}, {"kind", context.texts.text("cli.records." + taken->kind)}, {"rows", std::to_string(taken->rows)}}) +
                "\n";
        for (const core::Diagnostic& one : taken->diagnostics)
            context.err << one.file << ':' << one.line << ": " << context.texts.text(one) << '\n';
    }
    return said;
}

nlohmann::json changedJson(const checklist::ChangedItem& item)
{
    return {{"id", item.id},
            {"before", core::nameOf(item.before.value)},
            {"after", core::nameOf(item.after.value)},
            {"who", item.after.who},
            {"when", item.after.when},
            {"note", item.after.note}};
}

core::Result<void> addComparison(const AssessArguments& given, const Subject& subject, const Context& context, const std::string& catalog,
                                 Outcome& outcome)
{
    const auto both = service::compareDates(*subject.session, subject.system, context.resources, catalog, given.compare, given.until);
    if (!both)
        return std::unexpected(both.error());
    const auto& texts = context.texts;
    const auto verdict = [&texts](const core::Assessment& one) {
        return one.catalog == "self-diagnosis" ? texts.text("cli.verdict." + std::string(core::nameOf(one.verdict)))
                                               : outcomeOf(one, texts);
    };
    outcome.json["comparison"] = {{"from", given.compare},
                                  {"to", given.until},
                                  {"verdictBefore", core::nameOf(both->before.verdict)},
                                  {"verdictAfter", core::nameOf(both->after.verdict)},
                                  {"yesBefore", both->before.yes},
                                  {"yesAfter", both->after.yes},
                                  {"changed", nlohmann::json::array()}};
    outcome.text += texts.text("cli.assess.compared", {{"from", given.compare},
                                                       {"to", given.until.empty() ? texts.text("cli.assess.now") : given.until},
                                                       {"before", verdict(both->before)},
                                                       {"after", verdict(both->after)}}) +
                    "\n";
    for (const checklist::ChangedItem& item : both->changed) {
        outcome.json["comparison"]["changed"].push_back(changedJson(item));
        outcome.text +=
            texts.text("cli.assess.changed", {{"item", item.id},
                                              {"before", texts.text("cli.answer." + std::string(core::nameOf(item.before.value)))},
                                              {"after", texts.text("cli.answer." + std::string(core::nameOf(item.after.value)))},
                                              {"who", item.after.who.empty() ? texts.text("cli.assess.nobody") : item.after.who},
                                              {"when", item.after.when}}) +
            "\n";
    }
    return {};
}

nlohmann::json historyJson(const Subject& subject, const std::string& catalog)
{
    nlohmann::json out = nlohmann::json::array();
    for (const auto& entry : subject.session->history(subject.system, "answer"))
        if (entry.change.key.starts_with(catalog + "/")) {
            const nlohmann::json after = entry.change.after.value_or(nlohmann::json());
            const nlohmann::json value = after.is_object() ? after.value("value", nlohmann::json()) : after;
            out.push_back(
                {{"item", entry.change.key.substr(catalog.size() + 1)}, {"value", value}, {"who", entry.who}, {"when", entry.when}});
        }
    return out;
}

core::Result<Outcome> runAssess(const AssessArguments& given, const Context& context)
{
    if (given.path.empty() == given.answers.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "cli.assess.one-input");
    core::Result<core::Assessment> assessment = core::failure(core::ErrorCode::Internal, "cli.internal");
    std::optional<Subject> project;
    std::string said;
    if (!given.answers.empty()) {
        assessment = service::assessAnswers(given.answers, given.catalog, context.resources);
    } else {
        auto subject = openProject(given.path, context);
        if (!subject)
            return std::unexpected(subject.error());
        auto taken = takeOver(given, *subject, context);
        if (!taken)
            return std::unexpected(taken.error());
        said = std::move(*taken);
        service::ProjectService service(*subject->session, context.resources);
        assessment = service.assess(subject->system, given.catalog.empty() ? "self-diagnosis" : given.catalog, !context.options.noHistory);
        if (assessment)
            if (const auto saved = subject->session->save(); !saved)
                return std::unexpected(saved.error());
        project = std::move(*subject);
    }
    if (!assessment)
        return std::unexpected(assessment.error());
    if (!given.propose)
        for (core::AssessedItem& item : assessment->items)
            item.proposal.reset();
    Outcome outcome{core::toJson(*assessment), said + assessmentSummary(*assessment, context.texts)};
    outcome.json["schema"] = "naru.assess/1";
    if (project && given.history)
        outcome.json["history"] = historyJson(*project, assessment->catalog);
    if (project && !given.compare.empty())
        if (const auto done = addComparison(given, *project, context, assessment->catalog, outcome); !done)
            return std::unexpected(done.error());
    return outcome;
}

core::Result<Outcome> runMaturity(const std::string& path, const Context& context)
{
    auto subject = openProject(path, context);
    if (!subject)
        return std::unexpected(subject.error());
    service::ProjectService service(*subject->session, context.resources);
    const auto maturity = service.maturity(subject->system);
    if (!maturity)
        return std::unexpected(maturity.error());
    if (const auto saved = subject->session->save(); !saved)
        return std::unexpected(saved.error());
    Outcome outcome{core::toJson(*maturity), {}};
    outcome.json["schema"] = "naru.maturity/1";
    for (const core::LadderResult& ladder : maturity->ladders) {
        outcome.text += fmt::format("{}: {}\n", ladder.name.in(context.texts.language()), ladder.levelName.in(context.texts.language()));
        for (const core::CriterionResult& criterion : ladder.criteria)
            outcome.text += fmt::format("  Lv{} {:<8} {}\n", criterion.level,
                                        context.texts.text("report.criterion." + std::string(core::nameOf(criterion.state))),
                                        criterion.text.in(context.texts.language()));
    }
    return outcome;
}

} // namespace

Verb declareAssess(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<AssessArguments>();
    CLI::App* verb = app.add_subcommand("assess", texts.text("cli.assess.about"));
    verb->add_option("file", given->path, texts.text("cli.argument.project"));
    verb->add_option("--answers", given->answers, texts.text("cli.assess.answers"));
    verb->add_option("--catalog", given->catalog, texts.text("cli.assess.catalog"));
    verb->add_option("--import", given->import, texts.text("cli.assess.import"));
    verb->add_option("--records", given->records, texts.text("cli.assess.records"));
    verb->add_option("--records-kind", given->recordsKind, texts.text("cli.assess.records-kind"));
    verb->add_option("--compare", given->compare, texts.text("cli.assess.compare"));
    verb->add_option("--until", given->until, texts.text("cli.assess.until"));
    verb->add_flag("--history", given->history, texts.text("cli.assess.history"));
    verb->add_flag("--propose", given->propose, texts.text("cli.assess.propose"));
    return {"assess", [given](const Context& context) { return runAssess(*given, context); }};
}

Verb declareMaturity(CLI::App& app, const core::Texts& texts)
{
    auto path = std::make_shared<std::string>();
    CLI::App* verb = app.add_subcommand("maturity", texts.text("cli.maturity.about"));
    verb->add_option("file", *path, texts.text("cli.argument.project"))->required();
    return {"maturity", [path](const Context& context) { return runMaturity(*path, context); }};
}

} // namespace naru::cli
