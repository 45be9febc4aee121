#pragma once

#include "analyzers/graph/AnalysisCache.h"
#include "analyzers/spi/CodeIndex.h"
#include "analyzers/spi/FrontEnd.h"
#include "analyzers/spi/SourceTexts.h"
#include "analyzers/spi/SourceTree.h"

#include <filesystem>

namespace naru::analyzers::graph {

struct AnalysisOptions {
    ReadLimits limits;
    NativeOptions native;
    CacheOptions cache;
};

/// What one reading of a source tree gives: the model and the facts beside it, and the
/// texts for stages that look at the source itself (audit, quotations).
struct SourceAnalysis {
    CodeIndex index;
    SourceTexts texts;
    /// Paths and contents of the tree, on which the rest depends alone; empty without a cache, and where it depends on more (C, C++).
    core::Fingerprint content;
    struct {
        double parse = 0; ///< reading, decoding and parsing of all files
        double build = 0; ///< names, calls, linkers, order
    } seconds;
};

/// The whole way from a folder to a CodeModel in canonical order:
/// list -> read, decode and parse in parallel -> symbols and calls of Java -> other front ends -> linkers -> order.
/// With a cache, only files that changed since an earlier run are read, and a tree without changes gives the result of that run; the
/// result is the same as without.
/// A file that cannot be read or understood costs itself only: it is Failed or Partial with a diagnostic.
/// Errors: those of listTree, and Cancelled.
core::Result<SourceAnalysis> analyzeTree(const std::filesystem::path& root, const AnalysisOptions& options, core::Job& job);

} // namespace naru::analyzers::graph
