#pragma once

#include "analyzers/spi/CodeIndex.h"
#include "analyzers/spi/SourceTexts.h"
#include "analyzers/spi/SourceTree.h"
#include "core/base/Job.h"

#include <cstdint>
#include <filesystem>

namespace naru::analyzers {

/// Limits of one child process that reads native code.
struct WorkerLimits {
    std::uint64_t megabytes = 2048; ///< address space beyond which a worker is ended
    double unitSeconds = 120;       ///< time for one unit, after which its worker is ended
};

/// What native front ends need beside the files.
struct NativeOptions {
    std::filesystem::path compileCommands; ///< empty: looked for in the tree
    std::filesystem::path headers;         ///< folder of stand-in headers for libraries that are not here; empty: none
    std::filesystem::path worker;          ///< program that reads units apart; empty: `naru-worker` beside this one
    std::filesystem::path cache;           ///< folder that keeps the facts of units; empty: none
    WorkerLimits limits;
};

/// What a front end gets: the files of the tree with their texts.
struct FrontEndInput {
    const SourceTree& tree;
    const SourceTexts& texts;
    const NativeOptions& native;
};

/// Reads the files of its languages and adds what it finds to the index, in which other languages may stand already. Sets the state
/// of its files and adds diagnostics. What it adds does not depend on the number of threads. Errors: Cancelled.
using FrontEnd = core::Result<void> (*)(const FrontEndInput& input, CodeIndex& index, core::Job& job);

} // namespace naru::analyzers
