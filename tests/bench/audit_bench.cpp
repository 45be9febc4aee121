// The readiness audit against reading and parsing the same files, in pairs of one run:
//   audit_bench DIR [PAIRS]
// Prints both sides and their ratio (aim 0.5), the loading of the rules and the search for duplicates apart, the audit of a tree of which
// all vain searches are known, and what it costs to take the audit of an unchanged tree again, with asking which rules there are, against
// loading the rules, audit and search. CPU seconds of the
// process on one thread, because the machine may be shared.

#include "analyzers/audit/Audit.h"
#include "analyzers/audit/AuditCache.h"
#include "analyzers/clones/CloneFinder.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "tests/bench/CpuTime.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

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
    double changed = 0; ///< the audit once more, knowing what the first looked for in vain: as for a tree of which little has changed
    double again = 0; ///< the kept report, taken once more
    std::size_t findings = 0;
};

/// A folder of this process for what is kept.
std::filesystem::path keptFolder()
{
    return std::filesystem::temp_directory_path() / fmt::format("naru-audit-bench-{}", ::getpid());
}

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
    auto source = analyzers::graph::analyzeTree(root, {}, job);
    if (!source)
        return out;
    const double audited = cpuSeconds();
    analyzers::audit::KeptSearches searches;
    const auto audit = [&] {
        return analyzers::audit::audit(
            {.code = &source->index, .texts = &source->texts, .versionControl = true, .searches = &searches}, rules, {}, job);
    };
    const auto report = audit();
    out.audit = cpuSeconds() - audited;
    const double twice = cpuSeconds();
    static_cast<void>(audit());
    out.changed = cpuSeconds() - twice;
    out.findings = report ? report->findings.size() : 0;
    const double searched = cpuSeconds();
    auto duplication = analyzers::clones::findDuplicates(source->index.model, source->texts, {}, job);
    out.clones = cpuSeconds() - searched;
    if (!report || !duplication)
        return out;
    core::AuditReport whole = *report;
    whole.duplication = std::move(*duplication);
    source->content = core::Fingerprint::of("what the analysis knows of an unchanged tree");
    const auto take = [&] {
        const auto digest = analyzers::audit::rulesDigest({std::filesystem::path(NARU_RESOURCES) / "rules"});
        return analyzers::audit::AuditCache({.folder = keptFolder(), .reader = "bench"}, root, *source,
                                            {digest.value_or(core::Fingerprint()), true, 100});
    };
    std::filesystem::create_directories(keptFolder());
    take().keep(whole, searches);
    const double taken = cpuSeconds();
    if (const auto known = take().find(); known && known->findings.size() == out.findings)
        out.again = cpuSeconds() - taken;
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
    const double loading = cpuSeconds() - before;
    fmt::print("rules loaded in {:.2f} s\n", loading);
    const int pairs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    std::vector<double> ratios;
    std::vector<double> again;
    std::vector<double> changed;
    for (int i = 0; i < pairs; ++i) {
        const Pair one = run(argv[1], *rules);
        ratios.push_back(one.parse > 0 ? one.audit / one.parse : 0);
        again.push_back(100 * one.again / (loading + one.audit + one.clones));
        changed.push_back(100 * one.changed / one.audit);
        fmt::print("parse {:.2f} s, audit {:.2f} s, ratio {:.2f}; duplicates {:.2f} s; {} findings; knowing vain searches {:.3f} s, {:.0f} %; "
                   "again {:.4f} s, {:.2f} % of a new audit\n",
                   one.parse, one.audit, ratios.back(), one.clones, one.findings, one.changed, changed.back(), one.again, again.back());
    }
    std::error_code ignored;
    std::filesystem::remove_all(keptFolder(), ignored);
    fmt::print("median ratio {:.2f}; knowing vain searches {:.0f} % of an audit, again {:.2f} % of a new one\n", median(ratios),
               median(changed), median(again));
    return 0;
}
