#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/model/SourceHistory.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace naru::analyzers::history {

struct HistoryOptions {
    std::uint32_t commits = 5'000;     ///< the newest so many are looked at
    std::uint32_t filesPerCommit = 60; ///< a commit with more files (imports, reformatting) gives no pairs
    std::uint32_t pairCommits = 2;     ///< pairs that changed together less often are left out
    /// Paths below the root that matter, e.g. those of the code model; empty: all that are in the newest commit.
    std::vector<std::string> files;
};

struct HistoryReading {
    core::SourceHistory history;
    std::vector<core::Diagnostic> diagnostics;
};

/// Reads the git history of a tree: of the whole repository when `root` is its top, of the
/// part below `root` otherwise. Renamed files are followed when their content stayed the
/// same; merges are left out, as their changes come with the commits they merge. A tree
/// without git, or with one that cannot be read, is no failure: the history is then empty and a
/// diagnostic says so. Nothing is executed (no hooks, no filters). Runs on one thread.
/// Errors: Cancelled.
core::Result<HistoryReading> readGitHistory(const std::filesystem::path& root, const HistoryOptions& options, core::Job& job);

} // namespace naru::analyzers::history
