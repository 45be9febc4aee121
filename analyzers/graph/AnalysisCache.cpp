#include "analyzers/graph/AnalysisCache.h"

#include "analyzers/graph/CacheStore.h"

namespace naru::analyzers::graph {

using namespace core;

AnalysisCache::AnalysisCache(CacheOptions options, const SourceTree& tree, const ReadLimits& limits)
    : m_store(std::make_unique<Store>(std::move(options), tree, limits))
{
}
AnalysisCache::~AnalysisCache() = default;

std::optional<CodeIndex> AnalysisCache::unchanged()
{
    return m_store->unchanged();
}
std::optional<CodeIndex> AnalysisCache::unchangedContent(const CodeIndex& read)
{
    auto known = m_store->on() ? m_store->unchanged(m_store->contents(read), &ResultKey::content) : std::nullopt;
    if (known)
        m_store->keepDates();
    return known;
}
std::vector<Fingerprint> AnalysisCache::knownContents() const
{
    return m_store->knownContents();
}
void AnalysisCache::open(StringPool& pool)
{
    m_store->open(pool);
}
bool AnalysisCache::take(FileId id, const Fingerprint* content, SourceFile& file, std::vector<Diagnostic>& diagnostics)
{
    return m_store->on() && m_store->take(id, content, file, diagnostics);
}
void AnalysisCache::note(FileId id, const SourceFile& file, const std::vector<Diagnostic>& diagnostics)
{
    m_store->note(id, file, diagnostics);
}
bool AnalysisCache::known(FileId id) const
{
    return m_store->knows(id);
}
void AnalysisCache::renew(FileId id)
{
    m_store->renew(id);
}
java::FileFacts* AnalysisCache::javaFacts(FileId id)
{
    return m_store->knows(id) ? m_store->state(id).java.get() : nullptr;
}
ProjectFacts* AnalysisCache::projectFacts(FileId id)
{
    return m_store->knows(id) ? m_store->state(id).other.get() : nullptr;
}
void AnalysisCache::keepFacts(const StringPool& pool, const std::vector<java::FileFacts>& java, const std::vector<FileId>& partFiles,
                              const std::vector<ProjectFacts>& parts)
{
    m_store->keepFacts(pool, java, partFiles, parts);
}
std::vector<FileId> AnalysisCache::changed() const
{
    return m_store->changed();
}
std::optional<java::FileFacts> AnalysisCache::factsOf(FileId id) const
{
    return m_store->factsOf(id);
}
std::optional<CodeIndex> AnalysisCache::lastResult()
{
    return m_store->lastResult();
}
void AnalysisCache::keepLayout(const LayoutChange& change, const std::vector<java::FileFacts>& facts, const CodeIndex& index)
{
    m_store->keepChanged(change, facts);
    m_store->keepMoved(change, index);
}
void AnalysisCache::keepResult(const CodeIndex& index)
{
    m_store->keepResult(index);
}
Fingerprint AnalysisCache::content() const
{
    return m_store->content();
}

} // namespace naru::analyzers::graph
