#pragma once

#include "app/service/Services.h"
#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/base/Texts.h"

#include <CLI/App.hpp>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace naru::cli {

/// Exit codes, as in the contract of the command line.
enum ExitCode { kDone = 0, kNotMet = 1, kUnusable = 2, kInternal = 3, kCancelled = 130 };

/// What holds for every verb.
struct Options {
    int jobs = 0; ///< 0: as many as the machine has processors
    bool noHistory = false;
    std::string language; ///< ko or en; empty: the locale
    std::string system;   ///< name of the system in a project; empty: the first
    bool json = false;
    bool verbose = false;
    service::NativeChoices native;
};

/// What a verb works with: the texts of the chosen language, the data files, and a job that Ctrl+C stops.
struct Context {
    const Options& options;
    const core::Texts& texts;
    const std::filesystem::path& resources;
    core::Job& job;
    std::ostream& err;
};

/// What a verb gives back: the object of its JSON form, the same as text for people,
/// and whether something that was asked for was not met.
struct Outcome {
    nlohmann::json json;
    std::string text;
    bool notMet = false;
    std::string jsonText; ///< instead of `json` where the object is written piece by piece
};

struct Verb {
    std::string name;
    std::function<core::Result<Outcome>(const Context&)> action;
};

/// Each declares one verb and its arguments on the parser and returns what runs it; the
/// arguments live as long as the action. `texts` gives the help texts.
Verb declareNew(CLI::App& app, const core::Texts& texts);
Verb declareAnalyze(CLI::App& app, const core::Texts& texts);
Verb declareAudit(CLI::App& app, const core::Texts& texts);
Verb declareAssess(CLI::App& app, const core::Texts& texts);
Verb declareMaturity(CLI::App& app, const core::Texts& texts);
Verb declareSplit(CLI::App& app, const core::Texts& texts);
Verb declareMetrics(CLI::App& app, const core::Texts& texts);
Verb declareCount(CLI::App& app, const core::Texts& texts);
Verb declareEstimate(CLI::App& app, const core::Texts& texts);
Verb declarePlan(CLI::App& app, const core::Texts& texts);
Verb declarePortfolio(CLI::App& app, const core::Texts& texts);
Verb declareReport(CLI::App& app, const core::Texts& texts);
Verb declareCatalog(CLI::App& app, const core::Texts& texts);
Verb declareRuleTest(CLI::App& app, const core::Texts& texts);
Verb declareRun(CLI::App& app, const core::Texts& texts);

} // namespace naru::cli
