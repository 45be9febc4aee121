#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/Verb.h"

#include "core/model/AssessmentJson.h"
#include "core/model/MaturityJson.h"
#include "reports/builders/Composer.h"

#include <fmt/format.h>

#include <memory>

namespace naru::cli {

namespace {

struct Arguments {
    std::string path;
    std::string answers;
    std::string catalog;
    bool propose = false;
};

std::string summary(const core::Assessment& assessment, const core::Texts& texts)
{
    TextTable table({">#", texts.text("cli.column.answer"), texts.text("cli.column.proposed"), texts.text("cli.column.question")});
    for (const core::AssessedItem& item : assessment.items)
        table.row({item.id, texts.text("cli.answer." + std::string(core::nameOf(item.answer.value))),
                   item.proposal ? fmt::format("{} ({:.0f} %)", texts.text("cli.answer." + std::string(core::nameOf(item.proposal->value))),
                                               item.proposal->confidence * 100)
                                 : "-",
                   item.question.in(texts.language())});
    return table.text() + "\n" +
           texts.text("report.verdict." + std::string(core::nameOf(assessment.verdict)),
                      {{"yes", std::to_string(assessment.yes)}, {"missing", reports::joined(assessment.missing)}}) +
           "\n";
}

core::Result<Outcome> runAssess(const Arguments& given, const Context& context)
{
    if (given.path.empty() == given.answers.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "cli.assess.one-input");
    core::Result<core::Assessment> assessment = core::failure(core::ErrorCode::Internal, "cli.internal");
    if (!given.answers.empty()) {
        assessment = service::assessAnswers(given.answers, given.catalog, context.resources);
    } else {
        auto subject = openProject(given.path, context.options.system);
        if (!subject)
            return std::unexpected(subject.error());
        service::ProjectService service(*subject->session, context.resources);
        assessment = service.assess(subject->system, given.catalog.empty() ? "self-diagnosis" : given.catalog, !context.options.noHistory);
        if (assessment)
            if (const auto saved = subject->session->save(); !saved)
                return std::unexpected(saved.error());
    }
    if (!assessment)
        return std::unexpected(assessment.error());
    if (!given.propose)
        for (core::AssessedItem& item : assessment->items)
            item.proposal.reset();
    Outcome outcome{core::toJson(*assessment), summary(*assessment, context.texts)};
    outcome.json["schema"] = "naru.assess/1";
    return outcome;
}

core::Result<Outcome> runMaturity(const std::string& path, const Context& context)
{
    auto subject = openProject(path, context.options.system);
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
    auto given = std::make_shared<Arguments>();
    CLI::App* verb = app.add_subcommand("assess", texts.text("cli.assess.about"));
    verb->add_option("file", given->path, texts.text("cli.argument.project"));
    verb->add_option("--answers", given->answers, texts.text("cli.assess.answers"));
    verb->add_option("--catalog", given->catalog, texts.text("cli.assess.catalog"));
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
