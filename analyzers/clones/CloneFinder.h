#pragma once

#include "analyzers/spi/SourceTexts.h"
#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/model/Duplication.h"

namespace naru::analyzers::clones {

struct CloneOptions {
    int minimumTokens = 100;      ///< the shortest run that counts
    std::size_t keptBlocks = 500; ///< the longest that are listed; the shares count all
};

/// Runs of equal tokens in the Java, C and C++ sources of a system, tests and generated types left out.
///
/// A run begins where a statement or block begins and lies within one file; formatting and comments play no part, names and constants do.
/// Each later place is paired with the first one that has the same beginning. Time and memory grow with the number of tokens; the same
/// sources give the same answer. Errors: InvalidArgument (fewer than 10 tokens), Cancelled.
core::Result<core::Duplication> findDuplicates(const core::CodeModel& model, const SourceTexts& texts, const CloneOptions& options,
                                               core::Job& job);

} // namespace naru::analyzers::clones
