#pragma once

#include "analyzers/graph/AnalysisCache.h"
#include "analyzers/graph/CacheEntry.h"
#include "analyzers/graph/CacheFile.h"
#include "core/base/SharedIndex.h"

#include <tbb/enumerable_thread_specific.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

/// The two files of AnalysisCache, and what is known of the files of a tree; AnalysisCache says what the calls mean.
class AnalysisCache::Store {
public:
    Store(CacheOptions options, const SourceTree& tree, const ReadLimits& limits);

    [[nodiscard]] bool on() const { return !m_options.folder.empty(); }

    /// The result of the last run when its key has this part.
    [[nodiscard]] std::optional<CodeIndex> unchanged(const core::Fingerprint& key, core::Fingerprint ResultKey::* which);
    [[nodiscard]] std::optional<CodeIndex> unchanged();
    [[nodiscard]] core::Fingerprint content() const { return m_content; }
    [[nodiscard]] core::Fingerprint contents(const CodeIndex& index) const;
    [[nodiscard]] std::vector<core::Fingerprint> knownContents() const;
    void open(core::StringPool& pool);
    bool take(core::FileId id, const core::Fingerprint* content, core::SourceFile& file, std::vector<core::Diagnostic>& diagnostics);
    void note(core::FileId id, const core::SourceFile& file, const std::vector<core::Diagnostic>& diagnostics);
    void keepFacts(const core::StringPool& pool, const std::vector<java::FileFacts>& java, const std::vector<core::FileId>& partFiles,
                   const std::vector<ProjectFacts>& parts);
    void keepResult(const CodeIndex& index);
    /// The same contents under new dates: the next run shall believe these.
    void keepDates() const;

    [[nodiscard]] std::vector<core::FileId> changed() const;
    [[nodiscard]] std::optional<java::FileFacts> factsOf(core::FileId id) const;
    [[nodiscard]] std::optional<CodeIndex> lastResult();
    void keepChanged(const LayoutChange& change, const std::vector<java::FileFacts>& facts);
    void keepMoved(const LayoutChange& change, const CodeIndex& index);

    struct State {
        bool known = false;
        bool renewed = false;
        std::unique_ptr<java::FileFacts> java;
        std::unique_ptr<ProjectFacts> other;
    };
    [[nodiscard]] State& state(core::FileId id) { return m_states[id.value]; }
    [[nodiscard]] bool knows(core::FileId id) const { return id.value < m_states.size() && m_states[id.value].known; }
    void renew(core::FileId id);

private:
    [[nodiscard]] std::vector<CacheEntry> entries(const CacheFile& file) const;
    [[nodiscard]] static bool unchanged(const CacheEntry& entry, const TreeFile& now);
    [[nodiscard]] core::Fingerprint listing() const;
    [[nodiscard]] bool old(std::int64_t changed) const;
    [[nodiscard]] std::uint64_t live() const;
    template <typename BytesOf, typename ContentOf> core::Fingerprint contentKey(const BytesOf& bytes, const ContentOf& content) const;
    void addLimits(std::string& all) const;
    template <typename Directory> void renew(const std::filesystem::path& path, const CacheFile& file, const Directory& directory) const;
    template <typename Directory>
    void finish(CacheFileWriter& writer, const Directory& directory, const core::StringPool& pool, std::uint64_t live) const;

    CacheOptions m_options;
    const SourceTree& m_tree;
    const ReadLimits& m_limits;
    std::int64_t m_started = 0;
    std::atomic<bool> m_fresh = false; ///< something is known that the file does not say
    std::uint64_t m_reader = 0;
    core::Fingerprint m_listing;
    core::Fingerprint m_content; ///< of the result that was taken or kept
    std::filesystem::path m_factsPath;
    std::filesystem::path m_resultPath;
    std::optional<CacheFile> m_file;
    tbb::enumerable_thread_specific<CacheFile::Window> m_windows;
    std::vector<CacheEntry> m_entries; ///< by file of the tree; without a path where nothing is known
    std::vector<State> m_states;
    core::SharedIndex m_shared; ///< what several files say in the same words
};

} // namespace naru::analyzers::graph
