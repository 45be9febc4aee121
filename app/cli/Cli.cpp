#include "app/cli/Cli.h"

#include "app/cli/Verb.h"
#include "app/service/Services.h"

#include <CLI/CLI.hpp>
#include <tbb/global_control.h>
#include <tbb/info.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <ostream>
#include <string_view>
#include <thread>

#ifndef NARU_VERSION
#define NARU_VERSION "0"
#endif

namespace naru::cli {

namespace fs = std::filesystem;

namespace {

/// The language of the environment, after the order that POSIX gives the variables.
std::string localeLanguage()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("ko") ? "ko" : "en";
    }
    return "en";
}

/// Texts are needed before the arguments are parsed (for the help), so --lang is looked for first.
std::string chosenLanguage(const std::vector<std::string>& arguments)
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].starts_with("--lang="))
            return arguments[i].substr(std::string_view("--lang=").size());
        if (arguments[i] == "--lang" && i + 1 < arguments.size())
            return arguments[i + 1];
    }
    return localeLanguage();
}

int exitCode(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::Cancelled:
        return kCancelled;
    case core::ErrorCode::Internal:
        return kInternal;
    default:
        return kUnusable;
    }
}

/// One line of progress that overwrites itself, only where a person can see it.
core::Job::ProgressSink progressLine(std::ostream& err, const core::Texts& texts, bool show)
{
    if (!show)
        return {};
    return [&err, &texts](std::string_view stage, double fraction) {
        err << "\r\033[K" << static_cast<int>(fraction * 100) << " %  " << texts.text(stage) << std::flush;
        if (fraction >= 1)
            err << "\r\033[K" << std::flush;
    };
}

/// Options that hold for every verb; they may stand before or after its name.
void declareOptions(CLI::App& app, Options& options, const core::Texts& texts)
{
    app.fallthrough();
    app.add_option("--jobs", options.jobs, texts.text("cli.option.jobs"))->check(CLI::Range(1, 1024));
    app.add_flag("--no-history", options.noHistory, texts.text("cli.option.no-history"));
    app.add_option("--compile-commands", options.native.compileCommands, texts.text("cli.option.compile-commands"))
        ->check(CLI::ExistingFile);
    app.add_option("--worker-memory", options.native.workerMegabytes, texts.text("cli.option.worker-memory"))
        ->check(CLI::Range(64, 1 << 20));
    app.add_option("--unit-seconds", options.native.unitSeconds, texts.text("cli.option.unit-seconds"))->check(CLI::Range(0.1, 86400.0));
    app.add_option("--lang", options.language, texts.text("cli.option.lang"))->check(CLI::IsMember({"ko", "en"}));
    app.add_option("--system", options.system, texts.text("cli.option.system"));
    app.add_flag("--json", options.json, texts.text("cli.option.json"));
    app.add_flag("--verbose", options.verbose, texts.text("cli.option.verbose"));
}

std::vector<Verb> declareVerbs(CLI::App& app, Options& options, const core::Texts& texts)
{
    declareOptions(app, options, texts);
    std::vector<Verb> verbs;
    for (const auto declare :
         {declareNew, declareAnalyze, declareAudit, declareAssess, declareMaturity, declareSplit, declareMetrics, declareCount,
          declareEstimate, declarePlan, declarePortfolio, declareReport, declareCatalog, declareRuleTest, declareRun})
        verbs.push_back(declare(app, texts));
    return verbs;
}

int usageError(const CLI::ParseError& error, CLI::App& app, const core::Texts& texts, std::ostream& out, std::ostream& err)
{
    if (error.get_exit_code() == 0) { // --help, --version
        app.exit(error, out, err);
        return kDone;
    }
    err << texts.text("cli.usage", {{"detail", error.what()}}) << '\n';
    return kUnusable;
}

} // namespace

int runCommandLine(const std::vector<std::string>& arguments, const fs::path& executable, std::ostream& out, std::ostream& err,
                   const std::stop_token& stop)
{
    const auto resources = service::findResources(executable);
    std::string language = chosenLanguage(arguments);
    if (language != "ko" && language != "en")
        language = localeLanguage(); // the parser refuses the wrong name below, in this language
    const auto texts = resources ? core::Texts::load(*resources, language) : core::Result<core::Texts>(std::unexpected(resources.error()));
    if (!texts) { // without the texts there is no sentence to say it with
        err << "Naru cannot find its data files (" << texts.error().path << "). Reinstall Naru, or set NARU_RESOURCES.\n";
        return kInternal;
    }

    Options options;
    CLI::App app(texts->text("cli.about"), "naru");
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("naru ") + NARU_VERSION);
    const std::vector<Verb> verbs = declareVerbs(app, options, *texts);
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(reversed);
    } catch (const CLI::ParseError& error) {
        return usageError(error, app, *texts, out, err);
    }

    const int jobs = options.jobs > 0 ? options.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    // Threads beyond the processors are started only when the scheduler knows of them beforehand; otherwise it says so on stderr.
    const auto threads = static_cast<std::size_t>(std::max(jobs, tbb::info::default_concurrency()));
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, threads);
    core::Job job(jobs, stop, progressLine(err, *texts, options.verbose));
    const Context context{options, *texts, *resources, job, err};
    const std::string name = app.get_subcommands().front()->get_name();
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& v) { return v.name == name; });
    try {
        auto outcome = verb->action(context);
        if (!outcome) {
            err << texts->text(outcome.error()) << '\n';
            return exitCode(outcome.error().code);
        }
        if (options.json && !outcome->jsonText.empty())
            out << outcome->jsonText << '\n';
        else if (options.json)
            out << outcome->json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        else
            out << outcome->text;
        out.flush();
        return outcome->notMet ? kNotMet : kDone;
    } catch (const std::exception& error) {
        err << texts->text("cli.internal", {{"detail", error.what()}}) << '\n';
        return kInternal;
    }
}

} // namespace naru::cli
