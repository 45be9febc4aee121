#include "app/cli/Subject.h"
#include "app/cli/TextTable.h"
#include "app/cli/verbs/CostStudyTexts.h"
#include "app/cli/Verb.h"

#include "app/service/CostStudies.h"
#include "core/base/Files.h"
#include "core/model/EstimateJson.h"
#include "core/model/FunctionPointCountJson.h"
#include "costing/CostJson.h"
#include "costing/InventoryCsv.h"
#include "costing/Tariff.h"
#include "reports/builders/Composer.h"

#include <fmt/format.h>

#include <array>
#include <memory>

namespace naru::cli {

namespace {

std::string countSummary(const core::FunctionPointCount& count, const core::Texts& texts)
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

struct CountArguments {
    std::string path;
    std::string method = "simplified";
    std::vector<std::string> settings;
    std::string csv;
    std::string before;
    std::string inventory;
    std::string requirements;

    [[nodiscard]] core::CountMethod countMethod() const
    {
        return method == "standard" ? core::CountMethod::Standard : core::CountMethod::Simplified;
    }
};

/// "attachments=file" as a pair.
core::Result<std::vector<std::pair<std::string, std::string>>> settingsOf(const std::vector<std::string>& given)
{
    std::vector<std::pair<std::string, std::string>> out;
    for (const std::string& one : given) {
        const std::size_t mark = one.find('=');
        if (mark == std::string::npos)
            return core::failure(core::ErrorCode::InvalidArgument, "cli.count.setting-form", {{"value", one}});
        out.emplace_back(one.substr(0, mark), one.substr(mark + 1));
    }
    return out;
}

core::Result<core::FunctionPointCount> countProject(Subject& subject, const CountArguments& given,
                                                    const std::vector<std::pair<std::string, std::string>>& settings,
                                                    const Context& context)
{
    service::ProjectService service(*subject.session, context.resources);
    if (const auto chosen = service.chooseConventions(subject.system, settings); !chosen)
        return std::unexpected(chosen.error());
    if (!given.inventory.empty())
        if (const auto taken = service.importInventory(subject.system, given.inventory, given.countMethod()); !taken)
            return std::unexpected(taken.error());
    auto count = service.count(subject.system, given.countMethod(), context.job);
    if (count)
        if (const auto saved = subject.session->save(); !saved)
            return std::unexpected(saved.error());
    return count;
}

core::Result<Outcome> runRequirements(const CountArguments& given, const Context& context)
{
    auto made = service::functionsOfText(given.requirements, given.countMethod(), context.resources);
    if (!made)
        return std::unexpected(made.error());
    TextTable table(
        {context.texts.text("cli.column.type"), context.texts.text("cli.column.function"), context.texts.text("cli.column.evidence")});
    for (const auto& function : made->at("functions"))
        table.row({function.at("type").get<std::string>(), function.at("name").get<std::string>(),
                   fmt::format("{}:{}", std::filesystem::path(given.requirements).filename().string(), function.at("line").get<int>())});
    Outcome outcome{std::move(*made), table.text()};
    outcome.json["schema"] = "naru.functions/1";
    return outcome;
}

core::Result<Outcome> runCount(const CountArguments& given, const Context& context)
{
    if (given.path.empty() == given.requirements.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "cli.count.one-input");
    if (!given.requirements.empty())
        return runRequirements(given, context);
    const auto settings = settingsOf(given.settings);
    if (!settings)
        return std::unexpected(settings.error());
    auto subject = openSubject(given.path, context);
    if (!subject)
        return std::unexpected(subject.error());
    if (!given.inventory.empty() && !subject->isProject())
        return core::failure(core::ErrorCode::InvalidArgument, "cli.count.inventory-project");
    const auto count = subject->isProject()
                           ? countProject(*subject, given, *settings, context)
                           : service::countTree(subject->folder, context.resources, given.countMethod(), *settings, context.job);
    if (!count)
        return std::unexpected(count.error());
    Outcome outcome{core::toJson(*count), countSummary(*count, context.texts)};
    outcome.json["schema"] = "naru.count/1";
    if (!given.before.empty())
        if (const auto compared = service::addComparison(given.before, *count, outcome.json); !compared)
            return std::unexpected(compared.error());
    if (!given.csv.empty())
        if (const auto written = core::writeFile(given.csv, costing::inventoryCsv(*count)); !written)
            return std::unexpected(written.error());
    return outcome;
}

struct EstimateArguments {
    std::string path;
    std::string functions;
    std::string factors;
    std::string edition;
    std::string method = "simplified";
    bool propose = false;
    bool parts = false;
    std::string before; ///< an earlier count or estimate
    service::CostStudyRequest studies;
};

std::string countSummary(const core::Estimate& estimate, const core::Texts& texts)
{
    TextTable table({texts.text("cli.column.step"), texts.text("cli.column.operation"), ">" + texts.text("cli.column.amount")});
    for (const core::EstimateStep& step : estimate.steps)
        table.row({texts.text(step.name), step.operation, reports::TableBuilder::grouped(step.value)});
    std::string out = table.text() + "\n" +
                      texts.text("report.cost.lead", {{"development", reports::TableBuilder::grouped(estimate.developmentCost)},
                                                      {"total", reports::TableBuilder::grouped(estimate.total)},
                                                      {"edition", estimate.edition}}) +
                      "\n";
    if (!estimate.manMonths.empty())
        out += texts.text("cli.estimate.effort", {{"months", estimate.manMonths}, {"productivity", estimate.productivity}}) + "\n";
    if (estimate.maintenance)
        out += texts.text("cli.estimate.maintenance", {{"rate", estimate.maintenance->ratePercent},
                                                       {"fee", reports::TableBuilder::grouped(estimate.maintenance->fee)},
                                                       {"total", reports::TableBuilder::grouped(estimate.maintenance->total)}}) +
               "\n";
    for (const std::string& key : estimate.provisional)
        out += texts.text(key) + "\n";
    return out;
}

/// Why the cost moved since an earlier estimate.
std::string movesOf(const nlohmann::json& comparison, const core::Texts& texts)
{
    const auto won = [](const nlohmann::json& amount) {
        return reports::TableBuilder::grouped(amount.is_string() ? amount.get<std::string>() : amount.dump());
    };
    TextTable table({texts.text("cli.column.why"), ">" + texts.text("cli.column.before"), ">" + texts.text("cli.column.after"),
                     ">" + texts.text("cli.column.amount")});
    for (const auto& move : comparison.at("moves"))
        table.row({texts.text("costing.move." + move.at("id").get<std::string>()),
                   reports::TableBuilder::grouped(move.at("before").get<std::string>()),
                   reports::TableBuilder::grouped(move.at("after").get<std::string>()), won(move.at("won"))});
    return table.text() + "\n" +
           texts.text("cli.estimate.moved", {{"before", won(comparison.at("before"))},
                                             {"after", won(comparison.at("after"))},
                                             {"difference", won(comparison.at("difference"))}}) +
           "\n";
}

/// An estimate with everything that was asked for beside it.
core::Result<Outcome> withStudies(const costing::EstimateInput& input, const core::Estimate& estimate, const costing::Tariff& tariff,
                                  const core::FunctionPointCount* count, const EstimateArguments& given, const Context& context)
{
    Outcome outcome{core::toJson(estimate), countSummary(estimate, context.texts)};
    outcome.json["schema"] = "naru.estimate/1";
    if (const auto added = service::addStudies(given.studies, input, estimate, tariff, context.resources, outcome.json); !added)
        return std::unexpected(added.error());
    if (outcome.json.contains("budget"))
        outcome.text += context.texts.text("cli.estimate.buys", {{"budget", reports::TableBuilder::grouped(given.studies.budget)},
                                                                 {"fp", outcome.json["budget"]["fp"].get<std::string>()}}) +
                        "\n";
    outcome.text += studyTexts(outcome.json, context.texts);
    if (given.before.empty())
        return outcome;
    if (const auto added = service::addCostComparison(given.before, count, input, estimate, tariff, outcome.json); !added)
        return std::unexpected(added.error());
    outcome.text += "\n" + movesOf(outcome.json.at("costComparison"), context.texts);
    return outcome;
}

core::Result<Outcome> estimateFile(const EstimateArguments& given, const Context& context)
{
    const auto catalog = costing::TariffCatalog::load(context.resources);
    if (!catalog)
        return std::unexpected(catalog.error());
    const auto tariff = catalog->find(given.edition);
    if (!tariff)
        return std::unexpected(tariff.error());
    const auto method = given.method == "standard" ? core::CountMethod::Standard : core::CountMethod::Simplified;
    auto inventory = service::readInventory(given.functions, method, *tariff);
    if (!inventory)
        return std::unexpected(inventory.error());
    costing::EstimateInput input{.inventory = std::move(*inventory)};
    if (!given.factors.empty()) {
        auto choices = costing::readFactorsFile(given.factors, *tariff);
        if (!choices)
            return std::unexpected(choices.error());
        input.choices = std::move(*choices);
    }
    const auto estimate = costing::estimate(input, *tariff);
    if (!estimate)
        return std::unexpected(estimate.error());
    return withStudies(input, *estimate, *tariff, nullptr, given, context);
}

/// What the source speaks for, a factor a line.
std::string proposalsOf(const std::vector<costing::FactorProposal>& proposals, const core::Texts& texts)
{
    TextTable table({texts.text("cli.column.factor"), ">" + texts.text("cli.column.proposed"), texts.text("cli.column.evidence")});
    for (const costing::FactorProposal& proposal : proposals) {
        std::vector<std::string> found;
        for (const core::LocalText& one : proposal.found)
            found.push_back(one.in(texts.language()));
        table.row({texts.text("costing.move." + proposal.factor), std::to_string(proposal.level),
                   found.empty() ? texts.text(proposal.reasonKey) : reports::joined(found)});
    }
    return table.text();
}

void addParts(const core::FunctionPointCount& count, const core::Alternative& split, const std::optional<core::Plan>& plan,
              const core::Estimate& estimate, const core::Texts& texts, Outcome& outcome)
{
    service::addParts(count, split, plan, estimate, outcome.json);
    for (const char* part : {"contexts", "waves"}) {
        if (!outcome.json.contains(part))
            continue;
        TextTable table({texts.text(std::string(part) == "contexts" ? "cli.column.context" : "cli.column.step"),
                         ">" + texts.text("cli.column.fp"), ">" + texts.text("cli.column.links"), ">" + texts.text("cli.column.amount")});
        for (const auto& share : outcome.json.at(part)) {
            const std::string name = share.at("name").get<std::string>();
            table.row({name.empty() ? share.at("id").get<std::string>() : name, share.at("fp").dump(), share.at("apiLinksFp").dump(),
                       reports::TableBuilder::grouped(share.at("cost").dump())});
        }
        outcome.text += "\n" + table.text();
    }
}

core::Result<Outcome> estimateProject(const EstimateArguments& given, const Context& context)
{
    auto subject = openProject(given.path, context);
    if (!subject)
        return std::unexpected(subject.error());
    service::ProjectService service(*subject->session, context.resources);
    if (const auto chosen = service.chooseEstimate(subject->system, given.edition, given.factors); !chosen)
        return std::unexpected(chosen.error());
    const auto estimate = service.estimate(subject->system);
    if (!estimate)
        return std::unexpected(estimate.error());
    if (const auto saved = subject->session->save(); !saved)
        return std::unexpected(saved.error());
    const auto input = service.estimateInput(subject->system);
    const auto catalog = costing::TariffCatalog::load(context.resources);
    if (!input || !catalog)
        return std::unexpected(input ? catalog.error() : input.error());
    const auto tariff = catalog->find(estimate->edition);
    if (!tariff)
        return std::unexpected(tariff.error());
    const auto count = service.storedCount(subject->system);
    auto outcome = withStudies(*input, *estimate, *tariff, count ? &*count : nullptr, given, context);
    if (!outcome)
        return outcome;
    if (given.propose) {
        const auto proposals = service.factorProposals(subject->system, context.job);
        if (!proposals)
            return std::unexpected(proposals.error());
        outcome->json["proposals"] = costing::toJson(*proposals);
        outcome->text += "\n" + proposalsOf(*proposals, context.texts);
    }
    const auto split = service.storedSplit(subject->system);
    if (given.parts && count && split && !split->alternatives.empty())
        addParts(*count, split->alternatives.front(), service.storedPlan(subject->system), *estimate, context.texts, *outcome);
    return outcome;
}

core::Result<Outcome> runEstimate(const EstimateArguments& given, const Context& context)
{
    if (given.path.empty() == given.functions.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "cli.estimate.one-input");
    return given.functions.empty() ? estimateProject(given, context) : estimateFile(given, context);
}

} // namespace

Verb declareCount(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<CountArguments>();
    CLI::App* verb = app.add_subcommand("count", texts.text("cli.count.about"));
    verb->add_option("path", given->path, texts.text("cli.argument.path"));
    verb->add_option("--method", given->method, texts.text("cli.count.method"))->check(CLI::IsMember({"simplified", "standard"}));
    verb->add_option("--set", given->settings, texts.text("cli.count.set"));
    verb->add_option("--csv", given->csv, texts.text("cli.count.csv"));
    verb->add_option("--before", given->before, texts.text("cli.count.before"));
    verb->add_option("--inventory", given->inventory, texts.text("cli.count.inventory"));
    verb->add_option("--requirements", given->requirements, texts.text("cli.count.requirements"));
    return {"count", [given](const Context& context) { return runCount(*given, context); }};
}

Verb declareEstimate(CLI::App& app, const core::Texts& texts)
{
    auto given = std::make_shared<EstimateArguments>();
    CLI::App* verb = app.add_subcommand("estimate", texts.text("cli.estimate.about"));
    verb->add_option("file", given->path, texts.text("cli.argument.project"));
    verb->add_option("--functions", given->functions, texts.text("cli.estimate.functions"));
    verb->add_option("--factors", given->factors, texts.text("cli.estimate.factors"));
    verb->add_option("--edition", given->edition, texts.text("cli.estimate.edition"));
    verb->add_option("--method", given->method, texts.text("cli.count.method"))->check(CLI::IsMember({"simplified", "standard"}));
    verb->add_flag("--sensitivity", given->studies.sensitivity, texts.text("cli.estimate.sensitivity"));
    verb->add_option("--budget", given->studies.budget, texts.text("cli.estimate.budget"));
    verb->add_option("--isp", given->studies.isp, texts.text("cli.estimate.isp"));
    verb->add_option("--running", given->studies.running, texts.text("cli.estimate.running"));
    verb->add_option("--man-months", given->studies.manMonths, texts.text("cli.estimate.man-months"));
    verb->add_flag("--propose", given->propose, texts.text("cli.estimate.propose"));
    verb->add_option("--before", given->before, texts.text("cli.estimate.before"));
    verb->add_flag("--parts", given->parts, texts.text("cli.estimate.parts"));
    return {"estimate", [given](const Context& context) { return runEstimate(*given, context); }};
}

} // namespace naru::cli
