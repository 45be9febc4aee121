#include "analyzers/graph/AnalysisPipeline.h"

#include "analyzers/cpp/CppFrontEnd.h"
#include "analyzers/graph/CanonicalOrder.h"
#include "analyzers/graph/ClassReading.h"
#include "analyzers/graph/CodeIndexBuilder.h"
#include "analyzers/graph/FileReading.h"
#include "analyzers/graph/KnownTree.h"
#include "analyzers/graph/LayoutChanges.h"
#include "analyzers/graph/Linkers.h"
#include "analyzers/graph/PageReading.h"
#include "analyzers/graph/SameContent.h"
#include "analyzers/java/JavaFrontEnd.h"
#include "analyzers/spi/FileKinds.h"
#include "analyzers/sql/KnownSql.h"
#include "core/base/LargePages.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <pthread.h>

namespace naru::analyzers::graph {

using namespace core;
namespace fs = std::filesystem;

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

/// Reads the facts of each file while its text is at hand, Java on each thread with a front end of its own; takes what the cache knows.
class FactReading : public KnownFiles {
public:
    FactReading(CodeModel& model, std::size_t files, AnalysisCache& cache)
        : m_model(model),
          m_cache(cache),
          m_facts(files),
          m_parts(files),
          m_classes(files)
    {
    }

    bool take(FileId id, const Fingerprint* content, SourceFile& file, std::vector<Diagnostic>& diagnostics) override
    {
        if (!m_cache.take(id, content, file, diagnostics))
            return false;
        if (java::FileFacts* known = m_cache.javaFacts(id))
            m_facts[id.value] = std::move(*known);
        if (ProjectFacts* known = m_cache.projectFacts(id))
            m_parts[id.value] = std::make_unique<ProjectFacts>(std::move(*known));
        return true;
    }
    bool takeCopy(FileId id, SourceFile& file) override { return m_copies.take(id, m_model.text(file.path), file, m_parts[id.value]); }
    void note(FileId id, const SourceFile& file, const std::vector<Diagnostic>& diagnostics) override
    {
        m_cache.note(id, file, diagnostics);
        if (m_parts[id.value] != nullptr && diagnostics.empty())
            m_copies.keep(m_model.text(file.path), file, *m_parts[id.value]);
    }

    void operator()(FileId id, SourceFile& file, std::string_view text, std::vector<Diagnostic>& diagnostics)
    {
        if (file.language != Language::Java) {
            if (isProjectPart(file)) {
                m_parts[id.value] = std::make_unique<ProjectFacts>();
                readProjectFile(id, file.language, m_model.text(file.path), text, *m_parts[id.value], &m_knownSql);
            }
            return;
        }
        if (isClassFile(m_model.text(file.path))) {
            m_classes.keep(id, text);
            return;
        }
        auto& frontEnd = m_frontEnds.local();
        if (frontEnd == nullptr)
            frontEnd = std::make_unique<java::JavaFrontEnd>(*m_model.strings);
        java::FileFacts& facts = m_facts[id.value];
        facts = frontEnd->read(text);
        const std::string path(m_model.text(file.path));
        const auto note = [&](Severity severity, const char* code, std::uint32_t line) {
            diagnostics.push_back({severity, code, path, static_cast<int>(line), {}});
        };
        if (facts.failed) {
            file.state = ParseState::Failed;
            note(Severity::Error, "analysis.java.failed", 0);
        }
        if (!facts.errorLines.empty())
            file.state = ParseState::Partial;
        for (const std::uint32_t line : facts.errorLines)
            note(Severity::Warning, "analysis.java.syntax", line);
        if (!facts.tooDeepLines.empty())
            note(Severity::Warning, "analysis.java.too-deep", facts.tooDeepLines.front());
    }
    /// The facts of all files; compiled classes count where there is no source of them.
    Result<std::vector<java::FileFacts>> takeJava(Job& job)
    {
        m_frontEnds.clear();
        if (auto read = m_classes.finish(m_model, m_facts, job); !read)
            return std::unexpected(read.error());
        return std::move(m_facts);
    }
    /// Those of the other files.
    ProjectParts takeParts()
    {
        ProjectParts parts;
        const auto many = static_cast<std::size_t>(std::ranges::count_if(m_model.files, isProjectPart));
        parts.files.reserve(many);
        parts.parts.reserve(many);
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            if (isProjectPart(m_model.files[i])) {
                parts.files.push_back(FileId(i));
                parts.parts.push_back(m_parts[i] != nullptr ? std::move(*m_parts[i]) : ProjectFacts());
            }
        m_parts.clear();
        return parts;
    }

private:
    CodeModel& m_model;
    AnalysisCache& m_cache;
    std::vector<java::FileFacts> m_facts;
    std::vector<std::unique_ptr<ProjectFacts>> m_parts;
    SameContent m_copies;
    sql::KnownSql m_knownSql;
    ClassReading m_classes;
    tbb::enumerable_thread_specific<std::unique_ptr<java::JavaFrontEnd>> m_frontEnds;
};

/// Languages that are read after the files: one line each.
constexpr FrontEnd kFrontEnds[] = {
    &cpp::readCpp,
};

/// A tree whose analysis takes much memory: about 80,000 lines of Java.
bool isLarge(const SourceTree& tree)
{
    constexpr std::uint64_t kLarge = std::uint64_t{3} << 20U;
    std::uint64_t bytes = 0;
    for (const TreeFile& file : tree.files) {
        if (languageOf(file.path) != Language::Other) // that of the file is not told yet
            bytes += file.bytes;
        if (bytes >= kLarge)
            return true;
    }
    return false;
}

/// The stack that the workers get: as large as that of the caller, who works with them. From this size the scheduler reckons the room a
/// thread has left, and lets one without take no work from the others: with another stack than this the caller would only wait.
std::size_t workerStack()
{
    constexpr std::size_t least = std::size_t{8} << 20U; // recursion over deeply nested code is bounded, and stays below this
    constexpr std::size_t most = std::size_t{64} << 20U;
    std::size_t size = least;
    if (pthread_attr_t attributes; ::pthread_getattr_np(::pthread_self(), &attributes) == 0) {
        void* low = nullptr;
        ::pthread_attr_getstack(&attributes, &low, &size);
        ::pthread_attr_destroy(&attributes);
    }
    return std::clamp(size, least, most);
}

} // namespace

Result<SourceAnalysis> analyzeTree(const std::filesystem::path& root, const AnalysisOptions& options, Job& job)
{
    Stopwatch watch;
    KnownTree listed(options.cache, root);
    auto tree = listFolder(root, options.limits, job, &listed.folders);
    if (!tree)
        return std::unexpected(tree.error());
    if (isLarge(*tree))
        useLargePages();
    SourceAnalysis analysis;
    AnalysisCache cache(options.cache, *tree, options.limits);
    const auto again = [&](CodeIndex known) {
        analysis.index = std::move(known);
        analysis.content = cache.content();
        analysis.seconds.parse = watch.lap();
        return std::move(analysis);
    };
    const auto againWhole = [&](CodeIndex known) {
        analysis.texts = SourceTexts(tree->files.size(), tree->names);
        for (std::size_t i = 0; i < tree->files.size(); ++i)
            if (known.model.files[i].lines > 0)
                analysis.texts.keepLater(FileId(i), tree->files[i].absolute, tree->files[i].path, options.limits.fileBytes);
        return again(std::move(known));
    };
    if (auto known = cache.unchanged()) {
        listed.keep();
        return againWhole(std::move(*known));
    }
    listed.complete(*tree, options.limits, job);
    listed.keep();
    cache.open(*analysis.index.model.strings);
    if (auto known = afterLayoutChanges(*tree, options.limits, *analysis.index.model.strings, cache, job))
        return againWhole(std::move(*known));
    analysis.texts = SourceTexts(tree->files.size(), tree->names);
    analysis.index.model.diagnostics = std::move(tree->diagnostics);
    const tbb::global_control stack(tbb::global_control::thread_stack_size, workerStack());
    FactReading reading(analysis.index.model, tree->files.size(), cache);
    if (auto read = readFiles(*tree, options.limits, analysis.index, analysis.texts, std::ref(reading), reading, job); !read)
        return std::unexpected(read.error());
    if (auto known = cache.unchangedContent(analysis.index))
        return again(std::move(*known));
    auto facts = reading.takeJava(job);
    if (!facts)
        return std::unexpected(facts.error());
    ProjectParts parts = reading.takeParts();
    const KnownPages known{.known = [&](FileId id) { return cache.known(id); }, .renewed = [&](FileId id) { cache.renew(id); }};
    if (auto pages = readPages(analysis.index.model, analysis.texts, known, parts, job); !pages)
        return std::unexpected(pages.error());
    cache.keepFacts(*analysis.index.model.strings, *facts, parts.files, parts.parts);
    takePages(analysis.index.model, parts, *facts);
    analysis.texts.forget();
    analysis.seconds.parse = watch.lap();
    if (auto built = buildCodeIndex(std::move(*facts), LombokConfig(analysis.index.model, analysis.texts), analysis.index, job); !built)
        return std::unexpected(built.error());
    for (const FrontEnd read : kFrontEnds)
        if (auto done = read({*tree, analysis.texts, options.native}, analysis.index, job); !done)
            return std::unexpected(done.error());
    if (auto linked = runLinkers(analysis.index, std::move(parts), analysis.texts, job); !linked)
        return std::unexpected(linked.error());
    canonicalize(analysis.index, job);
    if (job.cancelled())
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    cache.keepResult(analysis.index);
    analysis.content = cache.content();
    analysis.seconds.build = watch.lap();
    return analysis;
}

} // namespace naru::analyzers::graph
