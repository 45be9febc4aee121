#pragma once

#include "analyzers/audit/FruitlessSearches.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Error.h"
#include "core/base/Fingerprint.h"
#include "core/model/AuditReport.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace naru::analyzers::audit {

/// The bytes of all rule files in these folders: another digest, another set of rules. Errors: those of reading them.
core::Result<core::Fingerprint> rulesDigest(const std::vector<std::filesystem::path>& folders);

/// What a report is made of beside the source.
struct AuditCacheKey {
    core::Fingerprint rules; ///< of rulesDigest
    std::optional<bool> versionControl;
    int duplicateTokens = 0; ///< the shortest run that counts as a duplicate

    [[nodiscard]] core::Fingerprint fingerprint() const;
};

/// The report of the last audit of a source tree, without baselines and decisions of persons: it is taken again when the tree, the rules
/// and the settings are the same, byte for byte. One file for each root, beside those of the analysis and under the same limits; damage,
/// another program's file and trouble with the folder cost time only.
class AuditCache {
public:
    /// Nothing is kept when `options` names no folder.
    AuditCache(const graph::CacheOptions& options, const std::filesystem::path& root, const graph::SourceAnalysis& source,
               const AuditCacheKey& key);

    [[nodiscard]] std::optional<core::AuditReport> find() const;
    /// What the last audit of the tree looked for in vain; holds for other contents and other rules, too.
    [[nodiscard]] KeptSearches searches() const;
    void keep(const core::AuditReport& report, const KeptSearches& searches) const;

private:
    graph::CacheOptions m_options;
    std::filesystem::path m_path; ///< empty: nothing is kept
    std::uint64_t m_reader = 0;
    core::Fingerprint m_key;
};

} // namespace naru::analyzers::audit
