#pragma once

#include "analyzers/audit/FruitlessSearches.h"
#include "analyzers/spi/CodeIndex.h"
#include "analyzers/spi/SourceTexts.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::audit {

/// What the audit looks at: the facts of the front ends, the files of the tree with their
/// texts, and whether version control data is beside them.
struct AuditInput {
    const CodeIndex* code = nullptr;    ///< model.files lists every file of the tree, read or not
    const SourceTexts* texts = nullptr; ///< by file
    /// Is there version control data at or above the root? Empty when that was not looked at.
    std::optional<bool> versionControl;
    /// What earlier audits of the tree looked for in vain; afterwards what this one did. Null: not asked, not told.
    KeptSearches* searches = nullptr;
};

/// True when the root or a folder above it has .git, .svn, .hg, CVS or .bzr.
bool underVersionControl(const std::filesystem::path& root);

} // namespace naru::analyzers::audit
