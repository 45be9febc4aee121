#include "app/cli/Verb.h"

#include "app/service/Services.h"

#include <memory>

namespace naru::cli {

namespace {

core::Result<Outcome> runRuleTest(const std::vector<std::string>& folders, const Context& context)
{
    auto report = service::testRules(context.resources, {folders.begin(), folders.end()}, context.job);
    if (!report)
        return std::unexpected(report.error());
    Outcome outcome;
    outcome.notMet = !report->at("failures").empty() || !report->at("withoutTests").empty();
    const auto& failures = report->at("failures");
    for (const nlohmann::json& one : failures) {
        std::string found;
        for (const nlohmann::json& place : one.at("found"))
            found += (found.empty() ? "" : ", ") + place.get<std::string>();
        outcome.text += context.texts.text("cli.rule-test.failure", {{"rule", one.at("rule").get<std::string>()},
                                                                     {"test", one.at("test").get<std::string>()},
                                                                     {"file", one.at("file").get<std::string>()},
                                                                     {"line", std::to_string(one.at("line").get<int>())},
                                                                     {"found", found.empty() ? "-" : found}}) +
                        "\n";
    }
    std::string without;
    for (const nlohmann::json& one : report->at("withoutTests"))
        without += (without.empty() ? "" : ", ") + one.get<std::string>();
    if (!without.empty())
        outcome.text += context.texts.text("cli.rule-test.without", {{"rules", without}}) + "\n";
    outcome.text += context.texts.text("cli.rule-test.result", {{"rules", std::to_string(report->at("rules").get<int>())},
                                                                {"tests", std::to_string(report->at("tests").get<int>())},
                                                                {"failures", std::to_string(failures.size())}}) +
                    "\n";
    outcome.json = std::move(*report);
    return outcome;
}

} // namespace

Verb declareRuleTest(CLI::App& app, const core::Texts& texts)
{
    auto folders = std::make_shared<std::vector<std::string>>();
    CLI::App* verb = app.add_subcommand("rule-test", texts.text("cli.rule-test.about"));
    verb->add_option("folders", *folders, texts.text("cli.rule-test.folders"));
    return {"rule-test", [folders](const Context& context) { return runRuleTest(*folders, context); }};
}

} // namespace naru::cli
