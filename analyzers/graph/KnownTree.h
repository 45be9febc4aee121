#pragma once

#include "analyzers/graph/AnalysisCache.h"
#include "analyzers/spi/KnownArchives.h"
#include "analyzers/spi/KnownFolders.h"

#include <cstdint>
#include <filesystem>

namespace naru::analyzers::graph {

/// What earlier runs found when they listed a tree, in one more file of the cache: `.tree`.
class KnownTree {
public:
    KnownTree(const CacheOptions& options, const std::filesystem::path& root);

    KnownFolders folders;
    KnownArchives archives;

    /// After listFolder(): what lies in the archives of the folder, and the kinds of files that only their content tells.
    void complete(SourceTree& tree, const ReadLimits& limits, core::Job& job);

    /// After listing: writes down what is new. The folder of the cache must be there.
    void keep();

private:
    std::filesystem::path m_path; ///< empty: nothing is kept
    std::uint64_t m_reader = 0;
    std::uintmax_t m_mostBytes;
};

} // namespace naru::analyzers::graph
