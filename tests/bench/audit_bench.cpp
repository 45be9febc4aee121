// The readiness audit against reading and parsing the same files, in pairs of one run:
//   audit_bench DIR [PAIRS]
// Prints both sides and their ratio (aim 0.5), the loading of the rules and the search for duplicates apart. CPU seconds of the process on one
// thread, because the machine may be shared.

#include "analyzers/audit/Audit.h"
#include "analyzers/clones/CloneFinder.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "tests/bench/CpuTime.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <vector>

namespace {

using namespace naru;

using bench::cpuSeconds;

struct Pair {
    double parse = 0; ///< reading and parsing every file, in CPU seconds
    double audit = 0;
    double clones = 0;
    std::size_t findings = 0;
};

/// One run; the end of reading is the last progress that its stage tells.
Pair run(const std::filesystem::path& root, const analyzers::audit::RuleSet& rules)
{
    Pair out;
    const double start = cpuSeconds();
    std::string first;
    core::Job job(1, {}, [&](std::string_view stage, double) {
        if (first.empty())
            first = stage;
        if (stage == first)
            out.parse = cpuSeconds() - start;
    });
    const auto source = analyzers::graph::analyzeTree(root, {}, job);
    if (!source)
        return out;
    const double audited = cpuSeconds();
    const auto report = analyzers::audit::audit({&source->index, &source->texts, true}, rules, {}, job);
    out.audit = cpuSeconds() - audited;
    out.findings = report ? report->findings.size() : 0;
    const double searched = cpuSeconds();
    (void)analyzers::clones::findDuplicates(source->index.model, source->texts, {}, job);
    out.clones = cpuSeconds() - searched;
    return out;
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
        fmt::print("audit_bench DIR [PAIRS]\n");
        return 2;
    }
    const double before = cpuSeconds();
    const auto rules = analyzers::audit::loadRules(std::filesystem::path(NARU_RESOURCES) / "rules");
    if (!rules) {
        fmt::print("the rules cannot be read\n");
        return 2;
    }
    fmt::print("rules loaded in {:.2f} s\n", cpuSeconds() - before);
    const int pairs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    std::vector<double> ratios;
    for (int i = 0; i < pairs; ++i) {
        const Pair one = run(argv[1], *rules);
        ratios.push_back(one.parse > 0 ? one.audit / one.parse : 0);
        fmt::print("parse {:.2f} s, audit {:.2f} s, ratio {:.2f}; duplicates {:.2f} s; {} findings\n", one.parse, one.audit, ratios.back(),
                   one.clones, one.findings);
    }
    fmt::print("median ratio {:.2f}\n", median(ratios));
    return 0;
}
