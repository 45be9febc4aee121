// Whole analysis against a bare tree-sitter parse of the same files, in pairs of one run:
//   analysis_bench DIR [PAIRS]
// Prints both sides, their ratio, 1 against 2 threads, and the peak memory. CPU seconds of the process, because the machine may be shared.

#include "analyzers/graph/AnalysisPipeline.h"
#include "analyzers/spi/SourceTree.h"
#include "core/base/Files.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <tree_sitter/api.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

extern "C" const TSLanguage* tree_sitter_java(void);

namespace {

using namespace naru;

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

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

/// Reads and parses every Java file, nothing else.
void bareParse(const std::vector<std::filesystem::path>& files)
{
    TSParser* parser = ts_parser_new();
    ts_parser_set_language(parser, tree_sitter_java());
    for (const auto& file : files) {
        const auto text = core::readFile(file);
        if (!text)
            continue;
        TSTree* tree = ts_parser_parse_string(parser, nullptr, text->data(), static_cast<std::uint32_t>(text->size()));
        ts_tree_delete(tree);
    }
    ts_parser_delete(parser);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print(stderr, "usage: analysis_bench DIR [PAIRS]\n");
        return 2;
    }
    const std::filesystem::path root = argv[1];
    const int pairs = argc > 2 ? std::atoi(argv[2]) : 5;
    core::Job job(1);
    const auto tree = analyzers::listTree(root, {}, job);
    if (!tree) {
        fmt::print(stderr, "{}: {}\n", tree.error().path, tree.error().key);
        return 2;
    }
    std::vector<std::filesystem::path> files;
    for (const auto& file : tree->files)
        if (file.language == core::Language::Java)
            files.push_back(file.absolute);

    const long before = peakKilobytes();
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
        for (const auto& file : model.files)
            lines += file.language == core::Language::Java ? file.lines : 0;
        const long peak = peakKilobytes() - before;
        fmt::print("{} Java files, {} lines, {} types, {} members, {} calls, {} entry points, {} tables, {} unresolved\n", files.size(),
                   lines, model.types.size(), model.members.size(), model.calls.size(), model.entryPoints.size(), model.tables.size(),
                   model.unresolved.size());
        fmt::print("peak {} KB above start, {:.0f} bytes per line of Java; strings {} KB\n", peak,
                   static_cast<double>(peak) * 1024 / static_cast<double>(std::max<std::uint64_t>(lines, 1)),
                   model.strings->bytes() / 1024);
    }
    std::vector<double> ratios;
    std::vector<double> speedups;
    for (int i = 0; i < pairs; ++i) {
        const Cost bare = measure([&] { bareParse(files); });
        const Cost one = measure([&] { static_cast<void>(analyse(1)); });
        const Cost two = measure([&] { static_cast<void>(analyse(2)); });
        ratios.push_back(one.cpu / bare.cpu);
        speedups.push_back(one.wall / two.wall);
        fmt::print("bare parse {:.3f} s, analysis {:.3f} s CPU: ratio {:.2f}; wall 1 thread {:.3f} s, 2 threads {:.3f} s: {:.2f}x\n",
                   bare.cpu, one.cpu, ratios.back(), one.wall, two.wall, speedups.back());
    }
    fmt::print("median ratio {:.2f}, median speed-up {:.2f}\n", median(ratios), median(speedups));
    return 0;
}
