#include "analyzers/graph/AnalysisPipeline.h"

#include "analyzers/graph/CanonicalOrder.h"
#include "analyzers/graph/FileReading.h"
#include "analyzers/graph/Linkers.h"

#include <chrono>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Seconds since the last call.
class Stopwatch {
public:
    double lap()
    {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> passed = now - m_start;
        m_start = now;
        return passed.count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace

Result<SourceAnalysis> analyzeTree(const std::filesystem::path& root, const AnalysisOptions& options, Job& job)
{
    Stopwatch watch;
    auto tree = listTree(root, options.limits, job);
    if (!tree)
        return std::unexpected(tree.error());
    SourceAnalysis analysis;
    analysis.texts = SourceTexts(tree->files.size());
    analysis.index.model.diagnostics = std::move(tree->diagnostics);
    const auto visit = [](FileId, SourceFile&, std::string_view, std::vector<Diagnostic>&) {};
    if (auto read = readFiles(*tree, options.limits, analysis.index, analysis.texts, visit, job); !read)
        return std::unexpected(read.error());
    analysis.seconds.parse = watch.lap();
    if (auto linked = runLinkers(analysis.index, analysis.texts, job); !linked)
        return std::unexpected(linked.error());
    canonicalize(analysis.index);
    analysis.seconds.build = watch.lap();
    return analysis;
}

} // namespace naru::analyzers::graph
