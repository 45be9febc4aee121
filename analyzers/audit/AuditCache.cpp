#include "analyzers/audit/AuditCache.h"

#include "analyzers/graph/CacheEntry.h"
#include "analyzers/graph/CacheFile.h"
#include "core/base/BinaryCodec.h"
#include "core/base/Files.h"
#include "core/base/JsonFolder.h"
#include "core/base/ValueBytes.h"

#include <string>

namespace naru::analyzers::audit {

namespace fs = std::filesystem;

using core::Fingerprint;

namespace {

/// Raise when the file is laid out in another way.
constexpr std::string_view kFormat = "naru-audit-cache-5";

struct Head {
    Fingerprint key;
    graph::CachePart report;
    graph::CachePart searches;
};

/// All that rules can look at: the tree when it says everything, otherwise the facts themselves, which hold the contents of the files.
Fingerprint contentOf(const graph::SourceAnalysis& source)
{
    if (!source.content.empty())
        return source.content;
    core::ValueBytes bytes(source.index.model.strings.get());
    bytes.put(source.index);
    return Fingerprint::of(bytes.bytes());
}

/// A file of the cache with its head; empty when there is none of this reader, or it is damaged.
struct Kept {
    graph::CacheFile file;
    Head head;
};
std::optional<Kept> opened(const fs::path& path, std::uint64_t reader)
{
    auto file = path.empty() ? std::nullopt : graph::CacheFile::open(path, reader);
    Head head;
    if (!file || !graph::decode(file->read(file->trailer().directory), head))
        return std::nullopt;
    return Kept{std::move(*file), head};
}

} // namespace

core::Result<Fingerprint> rulesDigest(const std::vector<fs::path>& folders)
{
    core::FingerprintBuilder all;
    for (const fs::path& folder : folders) {
        const auto files = core::jsonFiles(folder);
        if (!files)
            return std::unexpected(files.error());
        all.add(static_cast<std::int64_t>(files->size()));
        for (const fs::path& file : *files) {
            const auto text = core::readFile(file);
            if (!text)
                return std::unexpected(text.error());
            all.add(*text);
        }
    }
    return all.finish();
}

Fingerprint AuditCacheKey::fingerprint() const
{
    return core::FingerprintBuilder()
        .add(rules)
        .add(std::int64_t{versionControl ? 1 + static_cast<int>(*versionControl) : 0})
        .add(std::int64_t{duplicateTokens})
        .finish();
}

AuditCache::AuditCache(const graph::CacheOptions& options, const fs::path& root, const graph::SourceAnalysis& source,
                       const AuditCacheKey& key)
    : m_options(options)
{
    if (options.folder.empty())
        return;
    m_path = graph::cacheStem(options.folder, root, options.reader).replace_extension(".audit");
    m_reader = Fingerprint::of(std::string(kFormat) + options.reader).low;
    m_key = core::FingerprintBuilder().add(contentOf(source)).add(key.fingerprint()).finish();
}

std::optional<core::AuditReport> AuditCache::find() const
{
    const auto kept = opened(m_path, m_reader);
    core::AuditReport report;
    if (!kept || kept->head.key != m_key || !graph::decode(kept->file.read(kept->head.report), report))
        return std::nullopt;
    return report;
}

KeptSearches AuditCache::searches() const
{
    const auto kept = opened(m_path, m_reader);
    KeptSearches known;
    return kept && graph::decode(kept->file.read(kept->head.searches), known) ? known : KeptSearches();
}

void AuditCache::keep(const core::AuditReport& report, const KeptSearches& searches) const
{
    if (m_path.empty())
        return;
    graph::CacheFileWriter writer(m_path, std::nullopt, m_options.fileBytes);
    Head head{m_key, writer.addValue(report), {}};
    head.searches = writer.addValue(searches);
    graph::CacheTrailer trailer;
    trailer.reader = m_reader;
    trailer.directory = writer.addValue(head);
    trailer.live = head.report.size + head.searches.size;
    if (writer.finish(trailer))
        graph::pruneCache(m_options.folder, m_options.folderBytes, m_path);
}

} // namespace naru::analyzers::audit
