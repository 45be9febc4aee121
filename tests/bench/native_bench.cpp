// Reading C and C++ against `clang -fsyntax-only` over the same units, in pairs within one run; one worker against two; a run over
// unchanged units, and after one source has changed; memory of a worker. Usage: native_bench TREE [clang++] [rounds] [SOURCE]
// SOURCE, a path below TREE, gets a comment at its end for the last figure and is put back afterwards: give a copy of a tree.

#include "analyzers/cpp/CommandPlan.h"
#include "analyzers/cpp/UnitCache.h"
#include "analyzers/cpp/WorkerPool.h"

#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"
#include "tests/bench/CpuTime.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace cpp = naru::analyzers::cpp;
using naru::analyzers::FrontEndInput;
using naru::analyzers::NativeOptions;

using naru::bench::cpuSeconds;

struct Cost {
    double cpu = 0;
    double wall = 0;
};

template <typename Work> Cost measure(Work work)
{
    const double cpu = cpuSeconds(RUSAGE_CHILDREN);
    const auto start = std::chrono::steady_clock::now();
    work();
    return {cpuSeconds(RUSAGE_CHILDREN) - cpu, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()};
}

/// The arguments that naru gives to libclang, given to the compiler.
void compile(const std::string& compiler, const cpp::UnitCommand& unit)
{
    std::vector<std::string> arguments{compiler, "-fsyntax-only", "-w"};
    arguments.insert(arguments.end(), unit.arguments.begin(), unit.arguments.end());
    arguments.push_back(unit.file);
    const pid_t child = ::fork();
    if (child == 0) {
        std::vector<char*> raw;
        for (std::string& argument : arguments)
            raw.push_back(argument.data());
        raw.push_back(nullptr);
        if (::chdir(unit.directory.c_str()) != 0 || std::freopen("/dev/null", "w", stderr) == nullptr)
            ::_exit(1);
        ::execvp(raw.front(), raw.data());
        ::_exit(127);
    }
    ::waitpid(child, nullptr, 0);
}

/// The whole analysis with a cache: of nothing, of the same tree, and of the tree with one source changed; CPU of all processes.
void cached(const std::filesystem::path& tree, NativeOptions native, const std::string& source, naru::core::Job& job)
{
    native.cache = std::filesystem::temp_directory_path() / fmt::format("native_bench-{}", ::getpid());
    const auto run = [&](const char* what, double full) {
        const double cpu = cpuSeconds(RUSAGE_CHILDREN) + cpuSeconds();
        const auto start = std::chrono::steady_clock::now();
        naru::analyzers::graph::AnalysisOptions options;
        options.native = native;
        const auto analysis = naru::analyzers::graph::analyzeTree(tree, options, job);
        const double used = cpuSeconds(RUSAGE_CHILDREN) + cpuSeconds() - cpu;
        const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        fmt::print("{}: {:.2f} s CPU, {:.2f} s wall{}\n", what, used, wall, full > 0 ? fmt::format(", {:.3f} of the full run", used / full) : "");
        return analysis ? used : 0.0;
    };
    const double full = run("cold cache", 0);
    run("unchanged", full);
    if (!source.empty()) {
        const auto before = naru::core::readFile(tree / source);
        if (before && naru::core::writeFile(tree / source, *before + "\n/* changed */\n")) {
            run("one source changed", full);
            (void)naru::core::writeFile(tree / source, *before);
        }
    }
    std::error_code error;
    std::filesystem::remove_all(native.cache, error);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print("native_bench TREE [clang++] [rounds] [SOURCE]\n");
        return 2;
    }
    const std::string compiler = argc > 2 ? argv[2] : "clang++-19";
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 2;
    naru::core::Job one(1);
    naru::core::Job two(2);
    const auto tree = naru::analyzers::listTree(argv[1], {}, one);
    if (!tree)
        return 2;
    NativeOptions options;
    options.headers = std::filesystem::path(NARU_RESOURCES) / "cpp" / "headers";
    naru::analyzers::SourceTexts texts(tree->files.size());
    for (std::size_t i = 0; i < tree->files.size(); ++i)
        if (auto bytes = naru::core::readFile(tree->files[i].absolute))
            if (auto text = naru::analyzers::decodeText(std::move(*bytes), tree->files[i].path))
                texts.keep(naru::core::FileId(i), std::move(*text));
    const FrontEndInput input{*tree, texts, options};
    cpp::CommandPlan plan = cpp::planUnits(input);
    const cpp::SystemSettings settings{plan.root, {}};
    std::size_t calls = 0;
    const auto read = [&](naru::core::Job& job) {
        return measure([&] {
            calls = 0;
            if (auto results = cpp::readUnits(plan.units, settings, options, job))
                for (const cpp::UnitResult& result : *results)
                    calls += result.facts.calls.size();
        });
    };
    fmt::print("{} units\n", plan.units.size());
    for (int round = 0; round < rounds; ++round) {
        const Cost ours = read(one);
        rusage usage = {};
        ::getrusage(RUSAGE_CHILDREN, &usage);
        const long worker = usage.ru_maxrss / 1024;
        const Cost pair = read(two);
        const Cost theirs = measure([&] {
            for (const cpp::UnitCommand& unit : plan.units)
                compile(compiler, unit);
        });
        fmt::print("naru {:.2f} s CPU ({:.2f} s wall), compiler {:.2f} s CPU: ratio {:.2f}; two workers {:.2f} s wall: {:.2f}x; "
                   "largest worker {} MB; {} facts of calls\n",
                   ours.cpu, ours.wall, theirs.cpu, ours.cpu / theirs.cpu, pair.wall, ours.wall / pair.wall, worker, calls);
    }
    cached(argv[1], options, argc > 4 ? argv[4] : "", one);
    return 0;
}
