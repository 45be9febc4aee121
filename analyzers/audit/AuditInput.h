#pragma once

#include "analyzers/spi/CodeIndex.h"
#include "analyzers/spi/SourceTree.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::audit {

/// A file of the tree as the audit sees it. Files without text are looked at by name, unless a
/// rule needs what is in them: then AuditInput::read is asked.
struct AuditFile {
    std::string path; ///< below the root
    core::Language language = core::Language::Other;
    bool test = false;
    std::uintmax_t bytes = 0;
    std::optional<std::string_view> text; ///< UTF-8; must outlive the audit
};

struct AuditInput {
    const CodeIndex* code = nullptr; ///< may be null: then only files are looked at
    std::vector<AuditFile> files;    ///< by path
    /// Reads and decodes a file that came without text. May be empty.
    std::function<core::Result<std::string>(const AuditFile&)> read;
    /// Is there version control data at or above the root? Empty when that was not looked at.
    std::optional<bool> versionControl;
};

/// Input from a listed tree: texts that are at hand (`texts`, by file of the index), the others read on demand.
AuditInput makeInput(const CodeIndex& code, const SourceTree& tree, const std::vector<SourceText>& texts, const ReadLimits& limits);

/// Input that reads everything itself.
AuditInput makeInput(const SourceTree& tree, const ReadLimits& limits, const CodeIndex* code = nullptr);

/// True when the root or a folder above it has .git, .svn, .hg, CVS or .bzr.
bool underVersionControl(const std::filesystem::path& root);

} // namespace naru::analyzers::audit
