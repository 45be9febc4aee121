#include "analyzers/graph/AnalysisCache.h"

#include "analyzers/graph/CacheEntry.h"
#include "analyzers/graph/CacheFile.h"
#include "analyzers/spi/FileKinds.h"
#include "core/base/BinaryCodec.h"
#include "core/base/Files.h"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <unordered_map>

namespace naru::analyzers::graph {

using namespace core;
namespace fs = std::filesystem;

namespace {

/// Raise when the files of the cache are laid out in another way.
constexpr std::string_view kFormat = "naru-analysis-cache-3";

std::int64_t now()
{
    timespec time{};
    ::clock_gettime(CLOCK_REALTIME, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// File ids change when files come and go.
void rename(ProjectFacts& facts, FileId id)
{
    eachField(facts, [&](auto& list) {
        for (auto& entry : list)
            entry.file = id;
    });
}

} // namespace

class AnalysisCache::Store {
public:
    Store(CacheOptions options, const SourceTree& tree, const ReadLimits& limits)
        : m_options(std::move(options)),
          m_tree(tree),
          m_limits(limits),
          m_started(now())
    {
        std::error_code error;
        if (!m_options.folder.empty() && !fs::create_directories(m_options.folder, error) && error)
            m_options.folder.clear();
        if (m_options.folder.empty())
            return;
        m_whole = std::ranges::none_of(tree.files, [](const TreeFile& file) { // these are also made of what lies elsewhere
            return isNative(file.language);
        });
        m_reader = Fingerprint::of(std::string(kFormat) + m_options.reader).low;
        const fs::path stem = m_options.folder / Fingerprint::of(fs::absolute(tree.root, error).native() + "\n" + m_options.reader).hex();
        m_factsPath = fs::path(stem).replace_extension(".facts");
        m_resultPath = fs::path(stem).replace_extension(".result");
        m_listing = listing();
    }

    [[nodiscard]] bool on() const { return !m_options.folder.empty(); }

    /// The result of the last run when its key has this part.
    std::optional<CodeIndex> unchanged(const Fingerprint& key, Fingerprint ResultKey::* which) const
    {
        if (!on() || !m_whole || key.empty())
            return std::nullopt;
        const auto file = CacheFile::open(m_resultPath, m_reader);
        ResultKey known;
        CodeIndex index;
        if (!file || !decode(file->read(file->trailer().directory), known) || known.*which != key)
            return std::nullopt;
        auto pool = file->read(file->trailer().pool);
        if (!pool || !index.model.strings->restore(std::move(*pool)) || !decode(file->read(known.index), index))
            return std::nullopt;
        return index;
    }

    std::optional<CodeIndex> unchanged() const
    {
        auto known = unchanged(m_listing, &ResultKey::listing);
        // With files of archives, texts would have to be taken from there.
        return known && known->model.files.size() == m_tree.files.size() ? std::move(known) : std::nullopt;
    }
    [[nodiscard]] Fingerprint contents(const CodeIndex& index) const
    {
        std::string all;
        for (std::size_t i = 0; i < m_tree.files.size(); ++i) {
            all += m_tree.files[i].path;
            all += '\0';
            addRaw(all, m_tree.files[i].bytes);
            addRaw(all, index.model.files[i].content);
        }
        addLimits(all);
        return Fingerprint::of(all);
    }

    /// What the file of facts says of the files of the tree, by file; without a path where it says nothing.
    [[nodiscard]] std::vector<CacheEntry> entries(const CacheFile& file) const
    {
        std::vector<CacheEntry> found(m_tree.files.size());
        std::vector<CacheEntry> known;
        if (!decode(file.read(file.trailer().directory), known))
            return {};
        std::unordered_map<std::string_view, CacheEntry*> byPath;
        byPath.reserve(known.size());
        for (CacheEntry& entry : known)
            byPath.emplace(entry.path, &entry);
        for (std::size_t i = 0; i < found.size(); ++i)
            if (const auto at = byPath.find(m_tree.files[i].path); at != byPath.end())
                found[i] = std::move(*at->second);
        return found;
    }

    [[nodiscard]] std::vector<Fingerprint> knownContents() const
    {
        std::vector<Fingerprint> contents(m_tree.files.size());
        const auto file = on() ? CacheFile::open(m_factsPath, m_reader) : std::nullopt;
        if (!file)
            return contents;
        const std::vector<CacheEntry> known = entries(*file);
        for (std::size_t i = 0; i < known.size(); ++i)
            if (unchanged(known[i], m_tree.files[i]))
                contents[i] = known[i].content;
        return contents;
    }

    void open(StringPool& pool)
    {
        if (!on())
            return;
        m_entries.resize(m_tree.files.size());
        m_states.resize(m_tree.files.size());
        auto file = CacheFile::open(m_factsPath, m_reader);
        if (!file)
            return;
        std::vector<CacheEntry> known = entries(*file);
        auto texts = known.empty() ? std::nullopt : file->read(file->trailer().pool);
        if (!texts || !pool.restore(std::move(*texts)))
            return;
        m_entries = std::move(known);
        m_file.emplace(std::move(*file));
    }

    bool take(FileId id, const Fingerprint* content, SourceFile& file, std::vector<Diagnostic>& diagnostics)
    {
        const TreeFile& now = m_tree.files[id.value];
        CacheEntry& entry = m_entries[id.value];
        if (!m_file || entry.path.empty() || entry.bytes != now.bytes || now.content != nullptr ||
            (content == nullptr ? !unchanged(entry, now) : entry.content != *content))
            return false;
        State& state = m_states[id.value];
        if (entry.facts.size > 0) {
            const auto bytes = m_file->read(entry.facts);
            if (now.language == Language::Java) {
                state.java = std::make_unique<java::FileFacts>();
                if (!decode(bytes, *state.java))
                    return false;
            } else {
                state.other = std::make_unique<ProjectFacts>();
                if (!decode(bytes, *state.other))
                    return false;
                rename(*state.other, id);
            }
        }
        state.known = true;
        file.content = entry.content;
        file.state = entry.state;
        file.lines = entry.lines;
        diagnostics = entry.diagnostics;
        if (content != nullptr) { // only its date is new
            entry.changed = old(now.changed) ? now.changed : 0;
            m_fresh = true;
        }
        return true;
    }

    void note(FileId id, const SourceFile& file, const std::vector<Diagnostic>& diagnostics)
    {
        if (!on())
            return;
        const TreeFile& now = m_tree.files[id.value];
        m_entries[id.value] = {now.path,    now.bytes, old(now.changed) ? now.changed : 0, file.content, file.state, file.lines,
                               diagnostics, {}};
        m_fresh = true;
    }

    void keepFacts(const StringPool& pool, const std::vector<java::FileFacts>& java, const std::vector<FileId>& partFiles,
                   const std::vector<ProjectFacts>& parts)
    {
        if (!on() || !m_fresh)
            return;
        std::vector<const ProjectFacts*> others(m_entries.size());
        for (std::size_t i = 0; i < partFiles.size(); ++i)
            others[partFiles[i].value] = &parts[i];
        std::uint64_t live = 0;
        for (const CacheEntry& entry : m_entries)
            live += entry.facts.size;
        // Old facts stay where they are until half of the file is of no use any more.
        const bool append = m_file && m_file->size() < 2 * live + (std::uint64_t{1} << 20U);
        CacheFileWriter writer(m_factsPath, append ? std::optional(m_file->size()) : std::nullopt, m_options.fileBytes);
        BinaryWriter bytes;
        live = 0;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            CacheEntry& entry = m_entries[i];
            if (entry.path.empty() || m_tree.files[i].content != nullptr)
                continue;
            if (!m_states[i].known || m_states[i].renewed || !append) {
                bytes.clear();
                if (m_tree.files[i].language == Language::Java)
                    bytes.put(java[i]);
                else if (others[i] != nullptr)
                    bytes.put(*others[i]);
                entry.facts = writer.add(bytes.bytes());
            }
            live += entry.facts.size;
        }
        finish(writer, m_entries, pool, live);
    }

    void keepResult(const CodeIndex& index)
    {
        if (!on() || !m_whole)
            return;
        CacheFileWriter writer(m_resultPath, std::nullopt, m_options.fileBytes);
        BinaryWriter bytes;
        bytes.put(index);
        const ResultKey key{m_listing, contents(index), writer.add(bytes.bytes())};
        finish(writer, key, *index.model.strings, bytes.bytes().size());
    }

    /// The same contents under new dates: the next run shall believe these.
    void keepDates() const
    {
        const auto result = CacheFile::open(m_resultPath, m_reader);
        ResultKey key;
        if (result && decode(result->read(result->trailer().directory), key) && key.listing != m_listing) {
            key.listing = m_listing;
            renew(m_resultPath, *result, key);
        }
        if (m_file && m_fresh)
            renew(m_factsPath, *m_file, m_entries);
    }

    struct State {
        bool known = false;
        bool renewed = false;
        std::unique_ptr<java::FileFacts> java;
        std::unique_ptr<ProjectFacts> other;
    };
    [[nodiscard]] State& state(FileId id) { return m_states[id.value]; }
    [[nodiscard]] bool knows(FileId id) const { return id.value < m_states.size() && m_states[id.value].known; }

    void renew(FileId id)
    {
        m_states[id.value].renewed = true;
        m_fresh = true;
    }

private:
    [[nodiscard]] static bool unchanged(const CacheEntry& entry, const TreeFile& now)
    {
        return entry.changed != 0 && entry.changed == now.changed && entry.bytes == now.bytes;
    }

    /// Paths, sizes and dates of all files; empty when a date is too young.
    [[nodiscard]] Fingerprint listing() const
    {
        std::string all;
        for (const TreeFile& file : m_tree.files) {
            if (!old(file.changed))
                return {};
            all += file.path;
            all += '\0';
            addRaw(all, file.bytes);
            addRaw(all, file.changed);
        }
        addLimits(all);
        return Fingerprint::of(all);
    }

    [[nodiscard]] bool old(std::int64_t changed) const { return changed != 0 && changed < m_started - m_options.young.count(); }

    void addLimits(std::string& all) const
    {
        addRaw(all, m_limits.fileBytes);
        addRaw(all, m_limits.files);
        addRaw(all, m_limits.depth);
    }

    /// Appends another directory of the same parts.
    template <typename Directory> void renew(const fs::path& path, const CacheFile& file, const Directory& directory) const
    {
        CacheFileWriter writer(path, file.size(), m_options.fileBytes);
        CacheTrailer trailer = file.trailer();
        BinaryWriter bytes;
        bytes.put(directory);
        trailer.directory = writer.add(bytes.bytes());
        writer.finish(trailer);
    }

    template <typename Directory>
    void finish(CacheFileWriter& writer, const Directory& directory, const StringPool& pool, std::uint64_t live)
    {
        CacheTrailer trailer;
        trailer.reader = m_reader;
        trailer.pool = writer.add(pool.image());
        BinaryWriter bytes;
        bytes.put(directory);
        trailer.directory = writer.add(bytes.bytes());
        trailer.live = live;
        if (writer.finish(trailer))
            pruneCache(m_options.folder, m_options.folderBytes, m_factsPath);
    }

    CacheOptions m_options;
    const SourceTree& m_tree;
    const ReadLimits& m_limits;
    std::int64_t m_started = 0;
    bool m_whole = false;              ///< the result depends on the files of the tree only
    std::atomic<bool> m_fresh = false; ///< something is known that the file does not say
    std::uint64_t m_reader = 0;
    Fingerprint m_listing;
    fs::path m_factsPath;
    fs::path m_resultPath;
    std::optional<CacheFile> m_file;
    std::vector<CacheEntry> m_entries; ///< by file of the tree; without a path where nothing is known
    std::vector<State> m_states;
};

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
void AnalysisCache::keepResult(const CodeIndex& index)
{
    m_store->keepResult(index);
}

} // namespace naru::analyzers::graph
