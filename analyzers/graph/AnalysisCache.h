#pragma once

#include "analyzers/graph/LineMap.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/java/JavaFacts.h"
#include "analyzers/spi/SourceTree.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

struct CacheOptions {
    std::filesystem::path folder;                         ///< empty: nothing is kept
    std::string reader;                                   ///< names the program: what another one wrote is not taken
    std::uintmax_t fileBytes = std::uintmax_t{512} << 20; ///< a larger file is not kept
    std::uintmax_t folderBytes = std::uintmax_t{1} << 30; ///< the oldest files of the folder give way
    /// A file that was changed as late as this before a run began could change again under the same date: its content is asked.
    std::chrono::nanoseconds young = std::chrono::seconds(2);
};

/// What earlier runs know of a source tree: the facts of each file, and the whole result for a tree in which nothing changed.
/// A file counts as unchanged when its size and date are (unless the date is so young that a later change could have the same one),
/// otherwise when its content is. Damage, other programs' files and trouble with the folder cost time only.
///
/// Two files in the folder for each root: `.facts` holds the facts, to which later runs append, with the pool of texts whose ids they
/// use; `.result` holds the index of the last run with its pool.
class AnalysisCache {
public:
    /// `tree` is the folder as listed, without what lies in its archives: dates and sizes of these tell enough.
    AnalysisCache(CacheOptions options, const SourceTree& tree, const ReadLimits& limits);
    ~AnalysisCache();

    /// The result of the last run when no file was added, removed or changed, by dates and sizes, and all files lie in the folder itself.
    std::optional<CodeIndex> unchanged();
    /// The same, for contents that were read meanwhile; also those of archives.
    std::optional<CodeIndex> unchangedContent(const CodeIndex& read);
    /// The content of each file whose date and size say that it is unchanged; empty for the others. For trees that are not analysed.
    std::vector<core::Fingerprint> knownContents() const;
    /// Opens what is known of the files, after the archives were added to the tree; `pool` must be new.
    void open(core::StringPool& pool);

    /// The facts of a file of the tree, known by date and size, or by `content`. Fills the file and its diagnostics.
    /// May be called from several threads for different files.
    bool take(core::FileId id, const core::Fingerprint* content, core::SourceFile& file, std::vector<core::Diagnostic>& diagnostics);
    /// What is now known of a file that was read.
    void note(core::FileId id, const core::SourceFile& file, const std::vector<core::Diagnostic>& diagnostics);
    /// Whether take() found the file.
    [[nodiscard]] bool known(core::FileId id) const;
    /// The facts of a known file were made anew, for what they depend on beside it has changed.
    void renew(core::FileId id);
    /// The facts that take() found; null when there are none.
    java::FileFacts* javaFacts(core::FileId id);
    ProjectFacts* projectFacts(core::FileId id);

    /// Keeps the facts of all files; `java` has one element for each file, `parts` belong to the files `partFiles`.
    void keepFacts(const core::StringPool& pool, const std::vector<java::FileFacts>& java, const std::vector<core::FileId>& partFiles,
                   const std::vector<ProjectFacts>& parts);
    void keepResult(const CodeIndex& index);
    /// Of the result that was taken or kept: paths and contents of the tree, on which it depends alone. Empty when there is no such result.
    [[nodiscard]] core::Fingerprint content() const;

    /// After open(): the known files that have another size or date now.
    [[nodiscard]] std::vector<core::FileId> changed() const;
    /// What the last run read in a Java file, when it could read it whole; ids of texts are those of the pool that was opened.
    [[nodiscard]] std::optional<java::FileFacts> factsOf(core::FileId id) const;
    /// The result of the last run, when it was made of all known contents, no file came or went, and all lie in the folder itself.
    [[nodiscard]] std::optional<CodeIndex> lastResult();
    /// Keeps what made `index` of the last result; `facts` belong to the files of `change` and name no text that the opened pool did not
    /// have.
    void keepLayout(const LayoutChange& change, const std::vector<java::FileFacts>& facts, const CodeIndex& index);

private:
    class Store;
    std::unique_ptr<Store> m_store;
};

} // namespace naru::analyzers::graph
