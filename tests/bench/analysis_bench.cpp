// Whole analysis against a bare tree-sitter parse of the same files, in pairs of one run:
//   analysis_bench DIR [PAIRS]
//   analysis_bench --grammars FOLDER DIR [PAIRS]  (also against a bare parse of the other files: FOLDER is made by tests/bench/grammars.sh)
//   analysis_bench --again DIR [PAIRS]     (on a copy in the temporary folder: a full run against runs that know an earlier one)
//   analysis_bench --once DIR [THREADS]    (one run of the process for comparison with other programs: see tests/bench/peers.sh)
// Prints both sides, their ratio, 1 against 2 threads (also of the bare parse: what the machine gives at best), and the peak memory. CPU
// seconds of the process, because the machine may be shared.

#include "analyzers/graph/AnalysisPipeline.h"
#include "analyzers/spi/SourceTree.h"
#include "core/base/Files.h"
#include "tests/bench/CpuTime.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace {

using namespace naru;

using bench::cpuSeconds;

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/// Pages of files that lie in memory: the program itself and its libraries, whatever is analysed. They stay once touched.
long fileKilobytes()
{
    std::ifstream status("/proc/self/status");
    std::string name;
    for (long value = 0; status >> name; status.ignore(256, '\n'))
        if (name == "RssFile:" && status >> value)
            return value;
    return 0;
}

struct Cost {
    double cpu = 0;
    double wall = 0;
};

template <typename F> Cost measure(F&& work)
{
    const double cpu = cpuSeconds();
    const double wall = wallSeconds();
    work();
    return {cpuSeconds() - cpu, wallSeconds() - wall};
}

/// Reads and parses every Java file, nothing else, in a process of its own (bare_parse): its parser is the one of npm, ours is trained.
/// With a grammar other files, and says on the standard output how many of their trees hold errors.
class BareParse {
public:
    explicit BareParse(const std::vector<std::filesystem::path>& files, std::string grammar = {})
        : m_program(std::filesystem::canonical("/proc/self/exe").parent_path() / "bare_parse"),
          m_list(std::filesystem::temp_directory_path() /
                 fmt::format("naru-bench-{}{}.txt", ::getpid(), std::filesystem::path(grammar).stem().string())),
          m_grammar(std::move(grammar))
    {
        std::ofstream list(m_list);
        for (const auto& file : files)
            list << file.string() << '\n';
    }
    BareParse(const BareParse&) = delete;
    BareParse& operator=(const BareParse&) = delete;
    ~BareParse() { std::filesystem::remove(m_list); }

    Cost run(int threads) const
    {
        const double wall = wallSeconds();
        const double cpu = cpuSeconds(RUSAGE_CHILDREN);
        std::string program = m_program.string();
        std::string list = m_list.string();
        std::string count = std::to_string(threads);
        std::string grammar = m_grammar;
        const std::array<char*, 5> arguments{program.data(), list.data(), count.data(), grammar.empty() ? nullptr : grammar.data(),
                                             nullptr};
        pid_t child = 0;
        int status = -1;
        if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0 ||
            ::waitpid(child, &status, 0) != child || status != 0) {
            fmt::print(stderr, "{} did not parse: build the target bare_parse\n", program);
            std::exit(3);
        }
        return {cpuSeconds(RUSAGE_CHILDREN) - cpu, wallSeconds() - wall};
    }

private:
    std::filesystem::path m_program;
    std::filesystem::path m_list;
    std::string m_grammar;
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Every hundredth Java file gets a comment at its begin, so that all its lines move.
void changeLayout(const std::vector<std::filesystem::path>& files, int round)
{
    for (std::size_t i = static_cast<std::size_t>(round) % 100; i < files.size(); i += 100)
        if (const auto text = core::readFile(files[i]); text)
            std::ofstream(files[i], std::ios::binary) << "/* changed in round " << round << " */\n" << *text;
}

/// Every hundredth Java file gets a method more in its last type.
void changeCode(const std::vector<std::filesystem::path>& files, int round)
{
    for (std::size_t i = static_cast<std::size_t>(round + 50) % 100; i < files.size(); i += 100) {
        auto text = core::readFile(files[i]);
        if (!text || text->rfind('}') == std::string::npos)
            continue;
        text->insert(text->rfind('}'), fmt::format("    static int changedInRound{0}() {{ return {0}; }}\n", round));
        std::ofstream(files[i], std::ios::binary) << *text;
    }
}

using Languages = std::vector<core::Language>;

std::vector<std::filesystem::path> filesOf(const analyzers::SourceTree& tree, const Languages& languages)
{
    std::vector<std::filesystem::path> files;
    for (const auto& file : tree.files)
        if (std::ranges::find(languages, file.language) != languages.end())
            files.push_back(file.absolute);
    return files;
}

std::vector<std::filesystem::path> javaFiles(const analyzers::SourceTree& tree)
{
    return filesOf(tree, {core::Language::Java});
}

/// Bare parses of the files that are no Java, by grammar, each once: what else the analysis reads. Of SQL apart from the rest, for its
/// grammar loses its way in real scripts and takes longer than all others.
void benchGrammars(const std::string& folder, const analyzers::SourceTree& tree, double java, double analysis)
{
    using core::Language;
    const std::vector<std::pair<std::string, Languages>> grammars{{"xml", {Language::Xml}},
                                                                  {"html", {Language::Html, Language::Jsp}},
                                                                  {"javascript", {Language::JavaScript}},
                                                                  {"properties", {Language::Properties}},
                                                                  {"yaml", {Language::Yaml}},
                                                                  {"sql", {Language::Sql}}};
    double all = java;
    for (const auto& [grammar, languages] : grammars) {
        const auto files = filesOf(tree, languages);
        if (grammar == "sql")
            fmt::print("bare parse of Java and these {:.3f} s: ratio {:.2f}\n", all, analysis / all);
        if (files.empty())
            continue;
        fmt::print("  {}: ", grammar);
        std::fflush(stdout);
        const Cost bare = BareParse(files, folder + "/" + grammar + ".so").run(1);
        fmt::print("    {:.3f} s\n", bare.cpu);
        all += bare.cpu;
    }
    fmt::print("bare parse of all files {:.3f} s: ratio {:.2f}\n", all, analysis / all);
}

/// Full runs without a cache against an unchanged tree, and one with 1 % of its Java files changed: their layout, then their code.
int benchAgain(const std::filesystem::path& root, int pairs)
{
    namespace fs = std::filesystem;
    const fs::path work = fs::temp_directory_path() / ("naru-bench-" + std::to_string(::getpid()));
    fs::create_directories(work / "cache");
    fs::copy(root, work / "tree", fs::copy_options::recursive | fs::copy_options::skip_symlinks);
    core::Job job(1);
    const auto tree = analyzers::listTree(work / "tree", {}, job);
    if (!tree)
        return 3;
    const std::vector<fs::path> files = javaFiles(*tree);
    const auto run = [&](bool cached) {
        core::Job one(1);
        analyzers::graph::AnalysisOptions options;
        if (cached)
            options.cache = {
                .folder = work / "cache", .reader = "analysis_bench", .young = std::chrono::nanoseconds(0)}; // without a rest between runs
        static_cast<void>(analyzers::graph::analyzeTree(work / "tree", options, one));
    };
    const Cost first = measure([&] { run(true); });
    std::vector<double> unchanged;
    std::vector<double> layout;
    std::vector<double> code;
    for (int i = 0; i < pairs; ++i) {
        const Cost full = measure([&] { run(false); });
        const Cost same = measure([&] { run(true); });
        changeLayout(files, i);
        const Cost moved = measure([&] { run(true); });
        changeCode(files, i);
        const Cost other = measure([&] { run(true); });
        unchanged.push_back(same.cpu / full.cpu);
        layout.push_back(moved.cpu / full.cpu);
        code.push_back(other.cpu / full.cpu);
        fmt::print("full {:.3f} s CPU, unchanged {:.3f} s: {:.1f} %, layout of 1 % changed {:.3f} s: {:.1f} %, code of 1 % changed {:.3f} "
                   "s: {:.1f} %\n",
                   full.cpu, same.cpu, 100 * unchanged.back(), moved.cpu, 100 * layout.back(), other.cpu, 100 * code.back());
    }
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(work / "cache"))
        bytes += entry.file_size();
    fmt::print("first run that fills the cache {:.3f} s, cache {} KB; median unchanged {:.1f} %, layout {:.1f} %, code {:.1f} %\n",
               first.cpu, bytes / 1024, 100 * median(unchanged), 100 * median(layout), 100 * median(code));
    fs::remove_all(work);
    return 0;
}

std::uint64_t javaLines(const core::CodeModel& model)
{
    std::uint64_t lines = 0;
    for (const auto& file : model.files)
        lines += file.language == core::Language::Java ? file.lines : 0;
    return lines;
}

/// One whole analysis, nothing else: what the process costs is what the analysis costs.
int benchOnce(const std::filesystem::path& root, int threads)
{
    core::Job job(threads);
    const double wall = wallSeconds();
    const auto analysis = analyzers::graph::analyzeTree(root, {}, job);
    if (!analysis)
        return 3;
    const double passed = wallSeconds() - wall;
    const std::uint64_t lines = std::max<std::uint64_t>(javaLines(analysis->index.model), 1);
    fmt::print("naru {} lines of Java, {:.2f} s CPU, {:.2f} s wall, {:.0f} lines/s CPU, peak {} MB, {:.0f} bytes per line\n", lines,
               cpuSeconds(), passed, static_cast<double>(lines) / cpuSeconds(), peakKilobytes() / 1024,
               static_cast<double>(peakKilobytes()) * 1024 / static_cast<double>(lines));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print(stderr, "usage: analysis_bench [--again | --grammars FOLDER] DIR [PAIRS] | --once DIR [THREADS]\n");
        return 2;
    }
    std::string grammars;
    if (std::string_view(argv[1]) == "--grammars" && argc > 3) {
        grammars = argv[2];
        argv += 2;
        argc -= 2;
    }
    if (std::string_view(argv[1]) == "--once")
        return argc < 3 ? 2 : benchOnce(argv[2], argc > 3 ? std::atoi(argv[3]) : 1);
    const bool again = std::string_view(argv[1]) == "--again";
    if (again && argc < 3)
        return 2;
    const std::filesystem::path root = argv[again ? 2 : 1];
    const int pairs = argc > (again ? 3 : 2) ? std::atoi(argv[again ? 3 : 2]) : 5;
    if (again)
        return benchAgain(root, pairs);
    core::Job job(1);
    const auto tree = analyzers::listTree(root, {}, job);
    if (!tree) {
        fmt::print(stderr, "{}: {}\n", tree.error().path, tree.error().key);
        return 2;
    }
    const std::vector<std::filesystem::path> files = javaFiles(*tree);

    const long before = peakKilobytes();
    const long program = fileKilobytes();
    const auto analyse = [&](int threads) {
        core::Job run(threads);
        return analyzers::graph::analyzeTree(root, {}, run);
    };
    std::uint64_t lines = 0;
    {
        const auto first = analyse(1);
        if (!first)
            return 3;
        const auto& model = first->index.model;
        lines = javaLines(model);
        const long peak = peakKilobytes() - before;
        fmt::print("{} Java files, {} lines, {} types, {} members, {} calls, {} entry points, {} tables, {} unresolved\n", files.size(),
                   lines, model.types.size(), model.members.size(), model.calls.size(), model.entryPoints.size(), model.tables.size(),
                   model.unresolved.size());
        std::uint64_t allLines = 0;
        for (const auto& file : model.files)
            allLines += file.lines;
        const long touched = fileKilobytes() - program;
        const auto perLine = [](long kilobytes, std::uint64_t count) {
            return 1024.0 * static_cast<double>(kilobytes) / static_cast<double>(std::max<std::uint64_t>(count, 1));
        };
        fmt::print("peak {} KB above start, {:.0f} bytes per line of Java, {:.0f} per line of all {} read; strings {} KB\n", peak,
                   perLine(peak, lines), perLine(peak, allLines), allLines, model.strings->bytes() / 1024);
        fmt::print("of these {} KB of the program and its libraries, the same for each tree; without them {:.0f} bytes per line of all\n",
                   touched, perLine(peak - touched, allLines));
    }
    const BareParse bareParse(files);
    std::vector<double> parses;
    std::vector<double> analyses;
    std::vector<double> ratios;
    std::vector<double> speedups;
    std::vector<double> parseSpeedups;
    for (int i = 0; i < pairs; ++i) {
        const Cost bare = bareParse.run(1);
        const Cost bareTwo = bareParse.run(2);
        const Cost one = measure([&] { static_cast<void>(analyse(1)); });
        const Cost two = measure([&] { static_cast<void>(analyse(2)); });
        parses.push_back(bare.cpu);
        analyses.push_back(one.cpu);
        ratios.push_back(one.cpu / bare.cpu);
        speedups.push_back(one.wall / two.wall);
        parseSpeedups.push_back(bare.wall / bareTwo.wall);
        fmt::print("bare parse {:.3f} s, analysis {:.3f} s CPU: ratio {:.2f}; wall 1 thread {:.3f} s, 2 threads {:.3f} s: {:.2f}x "
                   "(bare parse {:.2f}x)\n",
                   bare.cpu, one.cpu, ratios.back(), one.wall, two.wall, speedups.back(), parseSpeedups.back());
    }
    fmt::print("median ratio {:.2f}, median speed-up {:.2f}, of the bare parse {:.2f}\n", median(ratios), median(speedups),
               median(parseSpeedups));
    if (!grammars.empty())
        benchGrammars(grammars, *tree, median(parses), median(analyses));
    return 0;
}
