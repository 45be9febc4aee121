#pragma once

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/base/Texts.h"

#include <CLI/App.hpp>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
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
    bool json = false;
    bool verbose = false;
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
    nlohmann::ordered_json json;
    std::string text;
    bool notMet = false;
};

using Action = std::function<core::Result<Outcome>(const Context&)>;

/// Declares one verb's arguments on the parser and returns what runs it. The arguments live as long as the action.
struct Verb {
    std::string name;
    Action action;
};

/// Every verb, with its arguments declared on `app`. `texts` gives the help texts.
std::vector<Verb> declareVerbs(CLI::App& app, Options& options, const core::Texts& texts);

} // namespace naru::cli
