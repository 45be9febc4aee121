#pragma once

#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/spi/SourceTexts.h"
#include "core/base/Job.h"
#include "core/model/CodeModel.h"

#include <functional>
#include <vector>

namespace naru::analyzers::graph {

/// What earlier runs know of pages. Called from several threads at once, for different files.
struct KnownPages {
    std::function<bool(core::FileId)> known;   ///< the facts of the file come from an earlier run, for it has not changed
    std::function<void(core::FileId)> renewed; ///< they were made anew nevertheless: what the page includes has changed
};

/// Reads the code of the JSPs among the parts that is not known yet. Errors: Cancelled.
core::Result<void> readPages(const core::CodeModel& model, const SourceTexts& texts, const KnownPages& known, ProjectParts& parts,
                             core::Job& job);

/// Adds the code of JSPs that work themselves (name a class of the system or hold SQL) to the facts of their files: a class that is
/// called like the path of the page, flagged TypeFlag::Page, with a method service(). Faults in pages are no diagnostics: they are
/// pieces of code, not files of Java.
void takePages(const core::CodeModel& model, ProjectParts& parts, std::vector<java::FileFacts>& facts);

} // namespace naru::analyzers::graph
