#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/Verb.h"

#include "core/model/EstimateJson.h"
#include "core/model/FunctionPointCountJson.h"
#include "costing/Tariff.h"
#include "reports/builders/Composer.h"

#include <fmt/format.h>

#include <array>
#include <memory>

namespace naru::cli {

namespace {

std::string summary(const core::FunctionPointCount& count, const core::Texts& texts)
{
    TextTable table({texts.text("cli.column.type"), ">" + texts.text("cli.column.fp"), texts.text("cli.column.function"),
                     texts.text("cli.column.evidence")});
    for (const core::CountedFunction& function : count.functions)
        table.row({std::string(costing::nameOf(function.type)), function.fp, function.name,
                   function.evidence.empty() ? "" : reports::where(function.evidence.front())});
    std::string out = table.text() + "\n";
    for (const auto& [type, points] : count.byType)
        out += fmt::format("{:<4} {}\n", type, points);
    return out + texts.text("report.count.lead", {{"total", count.total}, {"functions", std::to_string(count.functions.size())}}) + "\n";
}

core::Result<Outcome> runCount(const std::string& path, const std::string& methodName, const Context& context)
{
    const auto method = methodName == "standard" ? core::CountMethod::Standard : core::CountMethod::Simplified;
    auto subject = openSubject(path, context.options.system);
    if (!subject)
        return std::unexpected(subject.error());
    core::Result<core::FunctionPointCount> count = core::failure(core::ErrorCode::Internal, "cli.internal");
    if (subject->isProject()) {
        count = service::ProjectService(*subject->session, context.resources).count(subject->system, method, context.job);
        if (count)
            if (const auto saved = subject->session->save(); !saved)
                return std::unexpected(saved.error());
    } else {
        count = service::countTree(subject->folder, context.resources, method, context.job);
    }
    if (!count)
        return std::unexpected(count.error());
    Outcome outcome{core::toJson(*count), summary(*count, context.texts)};
    outcome.json["schema"] = "naru.count/1";
    return outcome;
}

struct EstimateArguments {
    std::string path;
    std::string functions;
    std::string factors;
    std::string edition;
};

std::string summary(const core::Estimate& estimate, const core::Texts& texts)
{
    TextTable table({texts.text("cli.column.step"), texts.text("cli.column.operation"), ">" + texts.text("cli.column.amount")});
    for (const core::EstimateStep& step : estimate.steps)
        table.row({texts.text(step.name), step.operation, reports::TableBuilder::grouped(step.value)});
    return table.text() + "\n" +
           texts.text("report.cost.lead", {{"development", reports::TableBuilder::grouped(estimate.developmentCost)},
                                           {"total", reports::TableBuilder::grouped(estimate.total)},
                                           {"edition", estimate.edition}}) +
           "\n";
}

core::Result<Outcome> runEstimate(const EstimateArguments& given, const Context& context)
{
    if (given.path.empty() == given.functions.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "cli.estimate.one-input");
    core::Result<core::Estimate> estimate = core::failure(core::ErrorCode::Internal, "cli.internal");
    if (!given.functions.empty()) {
        estimate = service::estimateFunctions(given.functions, given.edition, given.factors, context.resources);
    } else {
        auto subject = openProject(given.path, context.options.system);
        if (!subject)
            return std::unexpected(subject.error());
        service::ProjectService service(*subject->session, context.resources);
        if (const auto chosen = service.chooseEstimate(subject->system, given.edition, given.factors); !chosen)
            return std::unexpected(chosen.error());
        estimate = service.estimate(subject->system);
        if (estimate)
            if (const auto saved = subject->session->save(); !saved)
                return std::unexpected(saved.error());
    }
    if (!estimate)
        return std::unexpected(estimate.error());
    Outcome outcome{core::toJson(*estimate), summary(*estimate, context.texts)};
    outcome.json["schema"] = "naru.estimate/1";
    return outcome;
}

} // namespace

Verb declareCount(CLI::App& app, const core::Texts& texts)
{
    auto path = std::make_shared<std::string>();
    auto method = std::make_shared<std::string>("simplified");
    CLI::App* verb = app.add_subcommand("count", texts.text("cli.count.about"));
    verb->add_option("path", *path, texts.text("cli.argument.path"))->required();
    verb->add_option("--method", *method, texts.text("cli.count.method"))->check(CLI::IsMember({"simplified", "standard"}));
    return {"count", [path, method](const Context& context) { return runCount(*path, *method, context); }};
}

Verb declareEstimate(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<EstimateArguments>();
    CLI::App* verb = app.add_subcommand("estimate", texts.text("cli.estimate.about"));
    verb->add_option("file", given->path, texts.text("cli.argument.project"));
    verb->add_option("--functions", given->functions, texts.text("cli.estimate.functions"));
    verb->add_option("--factors", given->factors, texts.text("cli.estimate.factors"));
    verb->add_option("--edition", given->edition, texts.text("cli.estimate.edition"));
    return {"estimate", [given](const Context& context) { return runEstimate(*given, context); }};
}

} // namespace naru::cli
