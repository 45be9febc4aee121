// Scores the split against label files, with robustness studies.
//
//   decomposition_bench --case SOURCE LABELS [--case ...] [--without-label L] [--why PART ...] [--mask-packages] [--resolution R] [--weight
//   layer=w ...]
//                       [--perturb N [--first-seed S]] [--leave-one-out N] [--stability N] [--members]
//
// --perturb N         N runs with every weight scaled at random by 0.5 to 2; S is the first seed of the random numbers (1)
// --leave-one-out N   of N such weight sets, the best on the other cases scored on each case
// --stability N       N runs with 1 % of the classes renamed, MoJoFM to the run before

#include "analyzers/decompose/Agreement.h"
#include "analyzers/decompose/Decompose.h"
#include "analyzers/decompose/Search.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"
#include "tests/bench/DecompositionScore.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <random>

using namespace naru;
using analyzers::decompose::DecomposeOptions;

namespace {

struct Case {
    std::string name;
    std::string file; ///< of the labels
    core::CodeModel code;
    std::vector<bench::LabelledItem> labels;
};

struct Arguments {
    std::vector<std::string> cases;
    std::string resources = NARU_RESOURCES;
    std::string without;
    bool mask = false;
    bool members = false;
    double raw = 0;
    double resolution = 0;
    int contexts = 0;
    int alternatives = 1;
    std::vector<std::string> weights;
    std::vector<std::string> why;
    int perturb = 0;
    std::uint32_t firstSeed = 1;
    int leaveOneOut = 0;
    int stability = 0;
    int jobs = 2;
};

[[noreturn]] void stop(const core::Error& error)
{
    fmt::print(stderr, "{} {}:{}\n", error.key, error.path, error.line);
    for (const auto& [name, value] : error.args)
        fmt::print(stderr, "  {} = {}\n", name, value);
    std::exit(2);
}

template <typename T> T need(core::Result<T> result)
{
    if (!result)
        stop(result.error());
    return *std::move(result);
}

double seconds(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

core::Alternative run(const Case& one, const DecomposeOptions& options, int jobs)
{
    core::Job job(jobs);
    return std::move(need(analyzers::decompose::decompose(one.code, options, job)).alternatives.at(0));
}

/// Every weight scaled by 2^u, u even in [-1, 1].
DecomposeOptions scaled(const DecomposeOptions& options, std::uint32_t seed)
{
    std::mt19937 random(seed);
    DecomposeOptions out = options;
    for (analyzers::decompose::LayerInfo& layer : out.data.layers)
        layer.weight *= std::exp2(2.0 * (static_cast<double>(random()) / 4294967295.0) - 1.0);
    return out;
}

void printScore(const Case& one, const core::Alternative& alternative, const Arguments& arguments)
{
    const auto line = [&](const bench::Score& s, std::string_view note) {
        fmt::print("{:<28} MoJoFM {:6.2f}  ARI {:6.3f}  labelled {}  placed {}  missing {}  apart {}  contexts {}\n",
                   one.name + std::string(note), s.mojoFm, s.ari, s.labelled, s.placed, s.missing.size(), s.apart.size(),
                   alternative.contexts.size());
    };
    const bench::Score all = bench::score(alternative, one.labels);
    line(all, "");
    if (!arguments.without.empty())
        line(bench::score(alternative, one.labels, arguments.without), " without label " + arguments.without);
    const auto& m = alternative.metrics;
    fmt::print("  DTP {:.3f} coupling {:.3f} cohesion {:.3f} | SM {:.3f} ICP {:.3f} BCP {:.3f} IFN {:.2f} NED {:.3f} MQ {:.2f}\n",
               m.at("DTP"), m.at("coupling"), m.at("cohesion"), m.at("SM"), m.at("ICP"), m.at("BCP"), m.at("IFN"), m.at("NED"), m.at("MQ"));
    if (!arguments.members)
        return;
    for (const std::string& name : all.misplaced)
        fmt::print("  misplaced {}\n", name);
    for (const std::string& name : all.missing)
        fmt::print("  missing {}\n", name);
    for (const std::string& name : all.apart)
        fmt::print("  apart {}\n", name);
}

void printMembers(const core::Alternative& alternative)
{
    const auto list = [](std::string_view title, const std::vector<core::PartitionMember>& members) {
        fmt::print("  [{}] {}\n", title, members.size());
        for (const core::PartitionMember& member : members)
            fmt::print("      {}\n", member.id);
    };
    for (const core::Context& context : alternative.contexts)
        list(context.id + " | " + context.name, context.members);
    list("shared", alternative.shared);
    list("unused", alternative.unused);
    list("unassigned", alternative.unassigned);
}

void printWhy(const core::Alternative& alternative, const std::vector<std::string>& parts)
{
    for (const auto& [id, why] : alternative.why) {
        if (std::ranges::none_of(parts, [&](const std::string& part) { return id.find(part) != std::string::npos; }))
            continue;
        fmt::print("  why {}: {} {:.3f}, next {}\n", id, why.context, why.confidence, why.nextBest);
        for (const core::Reason& reason : why.toward)
            fmt::print("      {:<8} {:.3f} {} ({})\n", reason.layer, reason.weight, reason.other, reason.evidence.text);
        for (const core::Reason& reason : why.towardNext)
            fmt::print("    next {:<8} {:.3f} {} ({})\n", reason.layer, reason.weight, reason.other, reason.evidence.text);
    }
}

/// Published figures are rounded, and of items that are not found one moves more: less than half an item.
constexpr double kRounding = 0.2;

/// MoJoFM and ARI of the best published method, which has to run the system, by label file.
struct Published {
    std::string_view labels;
    double mojoFm;
    double ari;
    double mojoFmWithout; ///< without the items of the label that is left out (Ping); 0: none
    double ariWithout;
};
constexpr std::array<Published, 3> kPublished{
    {{"DayTrader.csv", 82.4, 0.720, 71.2, 0.429}, {"JPetStore6.csv", 91.8, 0.818, 0, 0}, {"PetClinic.csv", 96.6, 0.890, 0, 0}}};

void perturb(const std::vector<Case>& cases, const DecomposeOptions& options, const Arguments& arguments)
{
    int above = 0;
    for (int i = 0; i < arguments.perturb; ++i) {
        const std::uint32_t seed = arguments.firstSeed + static_cast<std::uint32_t>(i);
        bool all = true;
        for (const Case& one : cases) {
            const core::Alternative alternative = run(one, scaled(options, seed), arguments.jobs);
            const bench::Score s = bench::score(alternative, one.labels);
            const bench::Score w = bench::score(alternative, one.labels, arguments.without);
            bool good = true;
            for (const Published& p : kPublished)
                if (one.file == p.labels)
                    good = s.mojoFm >= p.mojoFm - kRounding && s.ari >= p.ari - kRounding / 100 &&
                           (arguments.without.empty() || (w.mojoFm >= p.mojoFmWithout - kRounding && w.ari >= p.ariWithout));
            all = all && good;
            fmt::print("perturb {:>3} {:<12} {:6.2f} {:.3f} without {:6.2f} {:.3f} contexts {}{}\n", seed, one.name, s.mojoFm, s.ari,
                       w.mojoFm, w.ari, alternative.contexts.size(), good ? "" : "  BELOW");
            if (!good && arguments.members)
                for (const std::string& name : s.misplaced)
                    fmt::print("  misplaced {}\n", name);
        }
        above += all ? 1 : 0;
    }
    fmt::print("{} of {} runs are nowhere below the published figures\n", above, arguments.perturb);
}

void leaveOneOut(const std::vector<Case>& cases, const DecomposeOptions& options, const Arguments& arguments)
{
    std::vector<std::vector<bench::Score>> scores(static_cast<std::size_t>(arguments.leaveOneOut));
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (const Case& one : cases)
            scores[i].push_back(bench::score(run(one, scaled(options, static_cast<std::uint32_t>(1000 + i)), arguments.jobs), one.labels));
    for (std::size_t left = 0; left < cases.size(); ++left) {
        std::size_t best = 0;
        double most = -1;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            double sum = 0;
            for (std::size_t c = 0; c < cases.size(); ++c)
                sum += c == left ? 0 : scores[i][c].mojoFm / 100 + scores[i][c].ari;
            if (sum > most) {
                most = sum;
                best = i;
            }
        }
        fmt::print("left out {:<20} weights {} chosen on the others: MoJoFM {:.2f} ARI {:.3f}\n", cases[left].name, best,
                   scores[best][left].mojoFm, scores[best][left].ari);
    }
}

/// Cluster of every original class, table and view; renamed classes are looked up by their new name.
std::vector<std::uint32_t> clustersBy(const core::Alternative& alternative, const std::vector<std::string>& ids)
{
    std::map<std::string, std::uint32_t> where;
    for (std::uint32_t c = 0; c < alternative.contexts.size(); ++c)
        for (const core::PartitionMember& member : alternative.contexts[c].members)
            where.emplace(member.id, c);
    std::vector<std::uint32_t> out;
    for (const std::string& id : ids) {
        const auto it = where.find(id);
        out.push_back(it == where.end() ? static_cast<std::uint32_t>(alternative.contexts.size()) : it->second);
    }
    return out;
}

void stability(const std::vector<Case>& cases, const DecomposeOptions& options, const Arguments& arguments)
{
    for (const Case& one : cases) {
        const core::Alternative before = run(one, options, arguments.jobs);
        std::vector<std::string> ids;
        for (const auto& [id, why] : before.why)
            ids.push_back(id);
        double worst = 100;
        double sum = 0;
        for (int i = 0; i < arguments.stability; ++i) {
            std::mt19937 random(static_cast<std::uint32_t>(i + 7));
            Case changed = one;
            std::vector<std::string> renamed = ids;
            const std::size_t count = std::max<std::size_t>(1, ids.size() / 100);
            for (std::size_t k = 0; k < count; ++k) {
                core::Type& type = changed.code.types[random() % changed.code.types.size()];
                const std::string old = "class:" + std::string(changed.code.text(type.name));
                const std::string simple = fmt::format("Zq{}x", random() % 100000);
                const std::string name = std::string(changed.code.text(type.package)) + "." + simple;
                if (const auto it = std::ranges::find(renamed, old); it != renamed.end())
                    *it = "class:" + name;
                type.name = changed.code.intern(name);
                type.simple = changed.code.intern(simple);
            }
            const core::Alternative after = run(changed, options, arguments.jobs);
            const double fm = analyzers::decompose::mojoFm(clustersBy(after, renamed), clustersBy(before, ids));
            worst = std::min(worst, fm);
            sum += fm;
        }
        fmt::print("{:<28} stability: mean MoJoFM {:.2f}, worst {:.2f}\n", one.name, sum / arguments.stability, worst);
    }
}

/// Clusters as they come, before anything is merged or dissolved, and how like their names are.
void printRaw(const Case& one, const DecomposeOptions& options, const Arguments& arguments)
{
    namespace decompose = analyzers::decompose;
    core::Job job(arguments.jobs);
    auto base = need(decompose::gatherEvidence(one.code, options.data, {options.maskPackages, &options.history}, job));
    const auto constraints = decompose::resolve(options.constraints, base.set);
    decompose::Search search(one.code, base, options.data, constraints, job);
    if (const auto ready = search.prepare(options.data.thresholds.resolution, options.maskPackages); !ready)
        stop(ready.error());
    const auto clusters = decompose::clustersOf(need(search.raw(arguments.raw)));
    std::vector<decompose::SparseVector> names;
    for (std::size_t c = 0; c < clusters.size(); ++c) {
        names.push_back(decompose::nameCentroid(base, clusters[c]));
        fmt::print("  raw {} ({}{}):", c, clusters[c].size(), decompose::standsAlone(base, clusters[c], options.data) ? "" : ", weak");
        for (const std::uint32_t m : clusters[c]) {
            const std::string& name = base.set.members[m].name;
            fmt::print(" {}{}", name.substr(name.find_last_of("./", name.size() - 7) + 1), base.muted[m] != 0 ? "*" : "");
        }
        fmt::print("\n");
        for (std::size_t d = 0; d < c; ++d)
            if (const double cos = decompose::cosine(names[c], names[d]); cos > 0.25)
                fmt::print("    like {}: {:.2f}\n", d, cos);
    }
}

DecomposeOptions optionsOf(const Arguments& arguments)
{
    DecomposeOptions options;
    options.data = need(analyzers::decompose::loadSplitData(arguments.resources));
    options.maskPackages = arguments.mask;
    options.resolution = arguments.resolution;
    options.contexts = arguments.contexts;
    options.alternatives = arguments.alternatives;
    for (const std::string& weight : arguments.weights)
        if (const auto equals = weight.find('='); equals != std::string::npos)
            options.weights[weight.substr(0, equals)] = std::stod(weight.substr(equals + 1));
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    Arguments arguments;
    CLI::App app("Scores the split against labels");
    app.add_option("--case", arguments.cases, "SOURCE LABELS (labels may be '-')")->required()->type_size(2)->allow_extra_args(false);
    app.add_option("--resources", arguments.resources);
    app.add_option("--without-label", arguments.without);
    app.add_option("--raw", arguments.raw, "prints the clusters at this resolution as they come");
    app.add_option("--resolution", arguments.resolution);
    app.add_option("--contexts", arguments.contexts);
    app.add_option("--alternatives", arguments.alternatives);
    app.add_option("--weight", arguments.weights);
    app.add_option("--why", arguments.why, "parts of member ids");
    app.add_option("--perturb", arguments.perturb);
    app.add_option("--first-seed", arguments.firstSeed);
    app.add_option("--leave-one-out", arguments.leaveOneOut);
    app.add_option("--stability", arguments.stability);
    app.add_option("--jobs", arguments.jobs);
    app.add_flag("--mask-packages", arguments.mask);
    app.add_flag("--members", arguments.members);
    CLI11_PARSE(app, argc, argv);
    const DecomposeOptions options = optionsOf(arguments);
    std::vector<Case> cases;
    for (std::size_t i = 0; i + 1 < arguments.cases.size(); i += 2) {
        core::Job job(arguments.jobs);
        Case one;
        one.name = std::filesystem::path(arguments.cases[i]).filename().string();
        one.code = std::move(need(analyzers::graph::analyzeTree(arguments.cases[i], {}, job)).index.model);
        one.file = std::filesystem::path(arguments.cases[i + 1]).filename().string();
        if (arguments.cases[i + 1] != "-")
            one.labels = need(bench::readLabels(need(core::readFile(arguments.cases[i + 1])), arguments.cases[i + 1]));
        cases.push_back(std::move(one));
    }
    for (const Case& one : cases) {
        const auto start = std::chrono::steady_clock::now();
        core::Job job(arguments.jobs);
        const core::Partition partition = need(analyzers::decompose::decompose(one.code, options, job));
        fmt::print("{}: {} members, {:.2f} s\n", one.name, partition.alternatives.at(0).why.size(), seconds(start));
        for (const core::Alternative& alternative : partition.alternatives) {
            fmt::print("{} {} score {:.3f} {} \n", alternative.id, alternative.level, alternative.score, alternative.reasonKey);
            printScore(one, alternative, arguments);
            if (arguments.members)
                printMembers(alternative);
            printWhy(alternative, arguments.why);
        }
        if (arguments.raw > 0)
            printRaw(one, options, arguments);
    }
    if (arguments.perturb > 0)
        perturb(cases, options, arguments);
    if (arguments.leaveOneOut > 0)
        leaveOneOut(cases, options, arguments);
    if (arguments.stability > 0)
        stability(cases, options, arguments);
    return 0;
}
