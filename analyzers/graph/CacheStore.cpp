#include "analyzers/graph/CacheStore.h"

#include "analyzers/spi/FileKinds.h"
#include "core/base/BinaryCodec.h"
#include "core/base/Files.h"
#include "core/base/UnixTime.h"

#include <algorithm>
#include <unordered_map>

namespace naru::analyzers::graph {

using namespace core;
namespace fs = std::filesystem;

namespace {

/// Old facts stay where they are until half of the file is of no use any more.
std::uint64_t roomFor(std::uint64_t live)
{
    return 2 * live + (std::uint64_t{1} << 20U);
}

} // namespace

AnalysisCache::Store::Store(CacheOptions options, const SourceTree& tree, const ReadLimits& limits)
    : m_options(std::move(options)),
      m_tree(tree),
      m_limits(limits),
      m_started(nanosecondsNow())
{
    std::error_code error;
    if (!m_options.folder.empty() && !fs::create_directories(m_options.folder, error) && error)
        m_options.folder.clear();
    if (m_options.folder.empty())
        return;
    m_reader = readerOf(m_options.reader);
    const fs::path stem = cacheStem(m_options.folder, tree.root, m_options.reader);
    m_factsPath = fs::path(stem).replace_extension(".facts");
    m_resultPath = fs::path(stem).replace_extension(".result");
    m_listing = listing();
}

std::optional<CodeIndex> AnalysisCache::Store::unchanged(const Fingerprint& key, Fingerprint ResultKey::* which)
{
    if (!on() || key.empty())
        return std::nullopt;
    const auto file = CacheFile::open(m_resultPath, m_reader);
    ResultKey known;
    CodeIndex index;
    if (!file || !decode(file->read(file->trailer().directory), known) || known.*which != key)
        return std::nullopt;
    auto pool = file->read(file->trailer().pool);
    if (!pool || !index.model.strings->restore(std::move(*pool)) || !file->readValue(known.index, index))
        return std::nullopt;
    for (const CachePart& moved : known.moves) {
        LayoutChange change;
        if (!decode(file->read(moved), change) || !apply(change, index))
            return std::nullopt;
    }
    m_content = known.content;
    return index;
}

std::optional<CodeIndex> AnalysisCache::Store::unchanged()
{
    auto known = unchanged(m_listing, &ResultKey::listing);
    // With files of archives, texts would have to be taken from there.
    return known && known->model.files.size() == m_tree.files.size() ? std::move(known) : std::nullopt;
}

/// Paths, sizes and contents of all files.
template <typename BytesOf, typename ContentOf>
Fingerprint AnalysisCache::Store::contentKey(const BytesOf& bytes, const ContentOf& content) const
{
    std::string all;
    for (std::size_t i = 0; i < m_tree.files.size(); ++i) {
        all += m_tree.files[i].path;
        all += '\0';
        addRaw(all, bytes(i));
        addRaw(all, content(i));
    }
    addLimits(all);
    return Fingerprint::of(all);
}

Fingerprint AnalysisCache::Store::contents(const CodeIndex& index) const
{
    return contentKey([&](std::size_t i) { return m_tree.files[i].bytes; }, [&](std::size_t i) { return index.model.files[i].content; });
}

/// What the file of facts says of the files of the tree, by file; without a path where it says nothing.
std::vector<CacheEntry> AnalysisCache::Store::entries(const CacheFile& file) const
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

std::vector<Fingerprint> AnalysisCache::Store::knownContents() const
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

void AnalysisCache::Store::open(StringPool& pool)
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

bool AnalysisCache::Store::take(FileId id, const Fingerprint* content, SourceFile& file, std::vector<Diagnostic>& diagnostics)
{
    const TreeFile& now = m_tree.files[id.value];
    CacheEntry& entry = m_entries[id.value];
    if (!m_file || entry.path.empty() || entry.bytes != now.bytes || now.content != nullptr ||
        (content == nullptr ? !unchanged(entry, now) : entry.content != *content))
        return false;
    State& state = m_states[id.value];
    if (entry.facts.size > 0) {
        const auto bytes = m_file->read(entry.facts, m_windows.local());
        if (now.language == Language::Java) {
            state.java = std::make_unique<java::FileFacts>();
            if (!decode(bytes, *state.java))
                return false;
        } else {
            state.other = std::make_unique<ProjectFacts>();
            if (!decode(bytes, *state.other, &m_shared))
                return false;
            setFile(*state.other, id); // ids change when files come and go
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

void AnalysisCache::Store::note(FileId id, const SourceFile& file, const std::vector<Diagnostic>& diagnostics)
{
    if (!on())
        return;
    const TreeFile& now = m_tree.files[id.value];
    m_entries[id.value] = {
        std::string(now.path), now.bytes, old(now.changed) ? now.changed : 0, file.content, file.state, file.lines, diagnostics, {}};
    m_fresh = true;
}

void AnalysisCache::Store::keepFacts(const StringPool& pool, const std::vector<java::FileFacts>& java,
                                     const std::vector<FileId>& partFiles, const std::vector<ProjectFacts>& parts)
{
    if (!on() || !m_fresh)
        return;
    std::vector<const ProjectFacts*> others(m_entries.size());
    for (std::size_t i = 0; i < partFiles.size(); ++i)
        others[partFiles[i].value] = &parts[i];
    const bool append = m_file && m_file->size() < roomFor(live());
    CacheFileWriter writer(m_factsPath, append ? std::optional(m_file->size()) : std::nullopt, m_options.fileBytes);
    BinaryWriter bytes;
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
    }
    finish(writer, m_entries, pool, live());
}

void AnalysisCache::Store::keepResult(const CodeIndex& index)
{
    const auto native = [](const TreeFile& file) { return isNative(file.language); };
    if (!on() || std::ranges::any_of(m_tree.files, native)) // the result of these is also made of what lies elsewhere
        return;
    CacheFileWriter writer(m_resultPath, std::nullopt, m_options.fileBytes);
    m_content = contents(index);
    const ResultKey key{m_listing, m_content, writer.addValue(index), {}};
    finish(writer, key, *index.model.strings, key.index.size);
}

void AnalysisCache::Store::keepDates() const
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

/// Files that have another size or date than the last run saw; those of which it knew nothing are not among them.
std::vector<FileId> AnalysisCache::Store::changed() const
{
    std::vector<FileId> found;
    for (std::size_t i = 0; m_file && i < m_entries.size(); ++i)
        if (!m_entries[i].path.empty() && !unchanged(m_entries[i], m_tree.files[i]))
            found.emplace_back(i);
    return found;
}

std::optional<java::FileFacts> AnalysisCache::Store::factsOf(FileId id) const
{
    const CacheEntry& entry = m_entries[id.value];
    java::FileFacts facts;
    if (!m_file || entry.state != ParseState::Parsed || !entry.diagnostics.empty() || entry.facts.size == 0 ||
        !decode(m_file->read(entry.facts), facts))
        return std::nullopt;
    return facts;
}

std::optional<CodeIndex> AnalysisCache::Store::lastResult()
{
    if (!m_file || std::ranges::any_of(m_tree.files, [](const TreeFile& file) { return file.content != nullptr; }))
        return std::nullopt; // with files of archives, texts would have to be taken from there
    const auto known = [&](std::size_t i) { return !m_entries[i].path.empty(); };
    const Fingerprint key = contentKey([&](std::size_t i) { return known(i) ? m_entries[i].bytes : m_tree.files[i].bytes; },
                                       [&](std::size_t i) { return known(i) ? m_entries[i].content : Fingerprint(); });
    auto found = unchanged(key, &ResultKey::content);
    return found && found->model.files.size() == m_tree.files.size() ? std::move(found) : std::nullopt;
}

void AnalysisCache::Store::keepChanged(const LayoutChange& change, const std::vector<java::FileFacts>& facts)
{
    if (m_file->size() >= roomFor(live()))
        return; // all of it is written anew when something else has changed
    CacheFileWriter writer(m_factsPath, m_file->size(), m_options.fileBytes);
    BinaryWriter bytes;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const MovedFile& file = change.files[i];
        CacheEntry& entry = m_entries[file.id.value];
        entry.bytes = file.bytes;
        entry.changed = old(m_tree.files[file.id.value].changed) ? m_tree.files[file.id.value].changed : 0;
        entry.content = file.content;
        entry.lines = file.lines;
        bytes.clear();
        bytes.put(facts[i]);
        entry.facts = writer.add(bytes.bytes());
    }
    CacheTrailer trailer = m_file->trailer(); // the texts are the same
    bytes.clear();
    bytes.put(m_entries);
    trailer.directory = writer.add(bytes.bytes());
    trailer.live = live();
    writer.finish(trailer);
}

/// The change stands behind the result of which it makes the next; when there are many, that is written anew.
void AnalysisCache::Store::keepMoved(const LayoutChange& change, const CodeIndex& index)
{
    constexpr std::size_t many = 16;
    auto result = CacheFile::open(m_resultPath, m_reader);
    ResultKey key;
    if (!result || !decode(result->read(result->trailer().directory), key) || key.moves.size() >= many)
        return keepResult(index);
    CacheFileWriter writer(m_resultPath, result->size(), m_options.fileBytes);
    key.moves.push_back(writer.addValue(change));
    m_content = contents(index);
    key.listing = m_listing;
    key.content = m_content;
    CacheTrailer trailer = result->trailer();
    trailer.directory = writer.addValue(key);
    writer.finish(trailer);
}

void AnalysisCache::Store::renew(FileId id)
{
    m_states[id.value].renewed = true;
    m_fresh = true;
}

bool AnalysisCache::Store::unchanged(const CacheEntry& entry, const TreeFile& now)
{
    return entry.changed != 0 && entry.changed == now.changed && entry.bytes == now.bytes;
}

/// Paths, sizes and dates of all files; empty when a date is too young.
Fingerprint AnalysisCache::Store::listing() const
{
    constexpr std::size_t numbers = 24;
    std::size_t size = 100;
    for (const TreeFile& file : m_tree.files) {
        if (!old(file.changed))
            return {};
        size += file.path.size() + numbers;
    }
    std::string all;
    all.reserve(size);
    for (const TreeFile& file : m_tree.files) {
        all += file.path;
        all += '\0';
        addRaw(all, file.bytes);
        addRaw(all, file.changed);
    }
    addLimits(all);
    return Fingerprint::of(all);
}

bool AnalysisCache::Store::old(std::int64_t changed) const
{ return changed != 0 && changed < m_started - m_options.young.count(); }

/// Bytes of the facts that are of use.
std::uint64_t AnalysisCache::Store::live() const
{
    std::uint64_t sum = 0;
    for (const CacheEntry& entry : m_entries)
        sum += entry.facts.size;
    return sum;
}

void AnalysisCache::Store::addLimits(std::string& all) const
{
    addRaw(all, m_limits.fileBytes);
    addRaw(all, m_limits.files);
    addRaw(all, m_limits.depth);
}

/// Appends another directory of the same parts.
template <typename Directory> void AnalysisCache::Store::renew(const fs::path& path, const CacheFile& file, const Directory& directory) const
{
    CacheFileWriter writer(path, file.size(), m_options.fileBytes);
    CacheTrailer trailer = file.trailer();
    trailer.directory = writer.addValue(directory);
    writer.finish(trailer);
}

template <typename Directory>
void AnalysisCache::Store::finish(CacheFileWriter& writer, const Directory& directory, const StringPool& pool, std::uint64_t live) const
{
    CacheTrailer trailer;
    trailer.reader = m_reader;
    trailer.pool = writer.addWritten([&](ByteSink& to) { pool.save(to); });
    trailer.directory = writer.addValue(directory);
    trailer.live = live;
    if (writer.finish(trailer))
        pruneCache(m_options.folder, m_options.folderBytes, m_factsPath);
}

} // namespace naru::analyzers::graph
