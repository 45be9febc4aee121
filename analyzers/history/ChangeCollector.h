#pragma once

#include "analyzers/history/GitHistory.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::history {

/// One changed file of a commit. Paths are below the root of the analysis.
struct ChangedFile {
    std::string path;    ///< after the commit
    std::string oldPath; ///< before a rename; empty otherwise
};

/// Gathers commits, newest first, into a SourceHistory.
class ChangeCollector {
public:
    /// `present`: the paths that count.
    ChangeCollector(const std::vector<std::string>& present, const HistoryOptions& options);

    void add(std::string_view author, std::int64_t time, const std::vector<ChangedFile>& files);
    void addTag(std::string name, std::int64_t time);
    [[nodiscard]] core::SourceHistory finish();

private:
    struct Pair {
        std::uint32_t commits = 0;
        double weight = 0;
    };
    struct File {
        std::uint32_t commits = 0;
        std::map<std::uint32_t, std::uint32_t> authors; ///< author -> commits that are no bulk commits
        std::int64_t first = 0;
        std::int64_t last = 0;
    };

    /// Index of a file by any name it has had, newest names first; -1 when it is not present.
    [[nodiscard]] std::int64_t indexOf(const std::string& path) const;
    void addPairs(const std::vector<std::uint32_t>& indices);

    const HistoryOptions& m_options;
    std::vector<std::string> m_present;
    std::unordered_map<std::string, std::uint32_t> m_index; ///< names to present files; old names join as renames are seen
    std::vector<File> m_files;
    std::map<std::string, std::uint32_t, std::less<>> m_authorIndex;
    std::vector<core::AuthorHistory> m_authors;
    std::unordered_map<std::uint64_t, Pair> m_pairs;
    std::set<std::int64_t> m_months;
    core::SourceHistory m_history;
};

} // namespace naru::analyzers::history
