#pragma once

#include "analyzers/spi/CodeIndex.h"
#include "analyzers/spi/SourceTexts.h"
#include "analyzers/spi/SourceTree.h"

#include <functional>

namespace naru::analyzers::graph {

/// Called for each file that has a text, and for class files with their bytes (which are not kept), from several threads at once. May set
/// the state of the file and add diagnostics.
using FileVisitor = std::function<void(core::FileId, core::SourceFile&, std::string_view text, std::vector<core::Diagnostic>&)>;

/// What earlier runs know of files. Called from several threads at once, for different files.
class KnownFiles {
public:
    virtual ~KnownFiles() = default;
    /// Fills in a file that is known by its date and size, or (`content` given) by its content. False: it must be read.
    virtual bool take(core::FileId, const core::Fingerprint* content, core::SourceFile&, std::vector<core::Diagnostic>&) = 0;
    /// Fills in a file of the same bytes as one that was read before. False: it must be read.
    virtual bool takeCopy(core::FileId, core::SourceFile&) = 0;
    /// Told of each file that was read.
    virtual void note(core::FileId, const core::SourceFile&, const std::vector<core::Diagnostic>&) = 0;
};

/// Reads, fingerprints and decodes the files of a tree in parallel, as far as they are not known, into model.files (by path), `texts` and
/// model.diagnostics. Errors: Cancelled.
core::Result<void> readFiles(const SourceTree& tree, const ReadLimits& limits, CodeIndex& index, SourceTexts& texts,
                             const FileVisitor& visit, KnownFiles& known, core::Job& job);

/// One line per line end, and one more for a last line without.
[[nodiscard]] std::uint32_t countLines(std::string_view text);

/// The fingerprint that CodeModel::source has after this tree was read, without understanding any of it.
/// It also changes with the edition of the analysis. Files with a `known` content (by file, empty when unknown) are not read.
/// Errors: Cancelled.
core::Result<core::Fingerprint> fingerprintOf(const SourceTree& tree, const std::vector<core::Fingerprint>& known, const ReadLimits& limits,
                                              core::Job& job);

} // namespace naru::analyzers::graph
