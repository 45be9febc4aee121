#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/Verb.h"

#include "core/base/Files.h"
#include "core/model/PlanJson.h"
#include "reports/builders/Composer.h"

#include <fmt/format.h>

#include <memory>

namespace naru::cli {

namespace fs = std::filesystem;

namespace {

std::string planSummary(const core::Plan& plan, const core::Texts& texts)
{
    std::string out;
    for (const core::Wave& wave : plan.waves) {
        out += texts.text("report.plan.wave", {{"number", std::to_string(wave.number)}, {"name", texts.text(wave.nameKey)}}) + "\n";
        if (wave.contexts.empty())
            continue;
        TextTable table({"  " + texts.text("cli.plan.column.context"), ">" + texts.text("cli.plan.column.pull"),
                         ">" + texts.text("cli.plan.column.hold"), ">" + texts.text("cli.plan.column.fp"),
                         ">" + texts.text("cli.plan.column.months"), texts.text("cli.plan.column.reason")});
        for (const core::PlannedContext& context : wave.contexts)
            table.row({"  " + context.name, fmt::format("{:.2f}", context.pull), fmt::format("{:.2f}", context.hold),
                       context.functionPoints.empty() ? "-" : reports::TableBuilder::grouped(context.functionPoints),
                       context.functionPoints.empty() ? "-" : fmt::format("{:.1f}", context.personMonths),
                       texts.text(context.reasonKey, context.reasonArgs)});
        out += table.text();
        for (const std::string& warning : wave.warnings)
            out += "  ! " + texts.text(warning) + "\n";
        constexpr std::size_t kShown = 5;
        for (std::size_t i = 0; i < std::min(kShown, wave.breaks.size()); ++i)
            out += "    " + texts.text(wave.breaks[i].textKey, wave.breaks[i].args) + "\n";
    }
    for (const core::PlanBreak& one : plan.conflicts)
        out += "! " + texts.text(one.textKey, one.args) + "\n";
    for (const std::string& gap : plan.gaps)
        out += "? " + texts.text(gap) + "\n";
    for (const std::string& note : plan.notes)
        out += "- " + texts.text(note) + "\n";
    return out;
}

nlohmann::json fillsJson(const core::DeploymentSet& set, const core::Texts& texts)
{
    nlohmann::json out = nlohmann::json::array();
    for (const core::FillItem& fill : set.fills)
        out.push_back({{"file", fill.file},
                       {"line", fill.line},
                       {"id", fill.id},
                       {"service", fill.service},
                       {"text", texts.text("planning.fill." + fill.id, fill.args)}});
    return out;
}

std::string capacitySummary(const core::Capacity& capacity, const core::Texts& texts)
{
    TextTable table({texts.text("cli.plan.column.service"), ">" + texts.text("cli.plan.column.peak"),
                     ">" + texts.text("cli.plan.column.fixed"), ">" + texts.text("cli.plan.column.response"),
                     ">" + texts.text("cli.plan.column.refused"), ">" + texts.text("cli.plan.column.scaled"),
                     ">" + texts.text("cli.plan.column.response"), ">" + texts.text("cli.plan.column.refused")});
    for (const core::ServiceCapacity& one : capacity.services)
        table.row({one.name, fmt::format("{:.0f}", one.peak), std::to_string(one.fixed.most),
                   fmt::format("{:.0f} ms", one.fixed.meanResponseMs), fmt::format("{:.0f}", one.fixed.refused),
                   fmt::format("{}-{}", one.scaled.least, one.scaled.most), fmt::format("{:.0f} ms", one.scaled.meanResponseMs),
                   fmt::format("{:.0f}", one.scaled.refused)});
    std::string out = "\n" + table.text();
    out +=
        texts.text("cli.plan.capacity", {{"fixed", reports::TableBuilder::grouped(fmt::format("{:.0f}", capacity.fixedInstanceHours))},
                                         {"scaled", reports::TableBuilder::grouped(fmt::format("{:.0f}", capacity.scaledInstanceHours))}}) +
        "\n";
    out += texts.text("cli.plan.cases", {{"throughput", fmt::format("{:.1f}", capacity.caseThroughput)},
                                         {"response", fmt::format("{:.1f}", capacity.caseResponse)},
                                         {"modelThroughput", fmt::format("{:.2f}", capacity.modelThroughput)},
                                         {"modelResponse", fmt::format("{:.2f}", capacity.modelResponse)}}) +
           "\n";
    for (const core::ServiceCapacity& one : capacity.services)
        for (const std::string& warning : one.warnings)
            out += "! " + one.name + ": " + texts.text(warning) + "\n";
    return out;
}

std::string costSummary(const core::RunningCost& cost, const core::Texts& texts)
{
    using reports::TableBuilder;
    if (!cost.missing.empty()) {
        std::string missing;
        for (const core::RunningCostItem& item : cost.items)
            if (item.total.empty())
                missing += (missing.empty() ? "" : ", ") + item.name.in(texts.language());
        return "\n" + texts.text("cli.plan.cost-missing", {{"items", missing}}) + "\n";
    }
    return "\n" +
           texts.text("cli.plan.cost", {{"years", std::to_string(cost.years)},
                                        {"machines", TableBuilder::grouped(cost.machines)},
                                        {"containers", TableBuilder::grouped(cost.containers)}}) +
           "\n" +
           (cost.breakEvenMonth > 0 ? texts.text("cli.plan.break-even", {{"month", std::to_string(cost.breakEvenMonth)}})
                                    : texts.text("cli.plan.no-break-even")) +
           "\n";
}

/// Layers by service model, with who manages each; the chosen or proposed model is marked.
std::string responsibilitySummary(const core::Responsibility& table, const core::Texts& texts)
{
    std::vector<std::string> heads = {texts.text("report.responsibility.layer")};
    for (const core::ServiceModel& one : table.models)
        heads.push_back(one.name.in(texts.language()) + (one.id == table.model ? " *" : ""));
    TextTable out(heads);
    for (std::size_t i = 0; i < table.layers.size(); ++i) {
        std::vector<std::string> row = {table.layers[i].second.in(texts.language())};
        for (const core::ServiceModel& one : table.models)
            row.push_back(texts.text("planning.manages." + one.managedBy[i].second));
        out.row(row);
    }
    return "\n" + texts.text("report.responsibility.table") + "\n" + out.text();
}

struct PlanArguments {
    std::string path;
    std::string load;
    std::string prices;
    std::string manifests;
    std::string order;
};

core::Result<Outcome> runPlan(const PlanArguments& given, const Context& context)
{
    auto subject = openProject(given.path, context);
    if (!subject)
        return std::unexpected(subject.error());
    service::ProjectService service(*subject->session, context.resources);
    if (const auto chosen = service.choosePlan(subject->system, given.load, given.prices); !chosen)
        return std::unexpected(chosen.error());
    if (!given.order.empty())
        if (const auto chosen = service.chooseOrder(subject->system, given.order); !chosen)
            return std::unexpected(chosen.error());
    const auto plan = service.plan(subject->system, context.job, !context.options.noHistory);
    if (!plan)
        return std::unexpected(plan.error());
    if (const auto saved = subject->session->save(); !saved)
        return std::unexpected(saved.error());
    Outcome outcome{core::toJson(*plan), planSummary(*plan, context.texts)};
    outcome.json["schema"] = "naru.plan/1";
    if (plan->responsibility)
        outcome.text += responsibilitySummary(*plan->responsibility, context.texts);
    if (plan->capacity)
        outcome.text += capacitySummary(*plan->capacity, context.texts);
    if (plan->runningCost)
        outcome.text += costSummary(*plan->runningCost, context.texts);
    if (given.manifests.empty())
        return outcome;
    const auto set = service.deployment(subject->system, context.job);
    if (!set)
        return std::unexpected(set.error());
    if (const auto written = service::writeDeployment(*set, context.texts, given.manifests); !written)
        return std::unexpected(written.error());
    nlohmann::json files = nlohmann::json::array();
    for (const core::GeneratedFile& file : set->files)
        files.push_back({{"path", file.path}, {"service", file.service}, {"kind", file.kind}});
    outcome.json["manifests"] = {{"files", files}, {"fills", fillsJson(*set, context.texts)}};
    outcome.text += context.texts.text("cli.plan.files",
                                       {{"files", std::to_string(set->files.size() + 1)}, {"fills", std::to_string(set->fills.size())}}) +
                    "\n";
    return outcome;
}

} // namespace

Verb declarePlan(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<PlanArguments>();
    CLI::App* verb = app.add_subcommand("plan", texts.text("cli.plan.about"));
    verb->add_option("file", given->path, texts.text("cli.argument.project"))->required();
    verb->add_option("--load", given->load, texts.text("cli.plan.load"));
    verb->add_option("--prices", given->prices, texts.text("cli.plan.prices"));
    verb->add_option("--order", given->order, texts.text("cli.plan.order"));
    verb->add_option("--manifests", given->manifests, texts.text("cli.plan.manifests"));
    return {"plan", [given](const Context& context) { return runPlan(*given, context); }};
}

} // namespace naru::cli
