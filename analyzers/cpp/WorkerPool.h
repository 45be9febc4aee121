#pragma once

#include "analyzers/cpp/CompileCommands.h"
#include "analyzers/cpp/CppFacts.h"
#include "analyzers/cpp/UnitRequest.h"
#include "analyzers/spi/FrontEnd.h"
#include "core/base/Job.h"

#include <vector>

namespace naru::analyzers::cpp {

enum class UnitEnd : std::uint8_t {
    Read,
    Crashed, ///< clang failed twice, the second time alone
    TimedOut,
    NotRead, ///< the program that reads units is not there
};

struct UnitResult {
    UnitFacts facts;
    UnitEnd end = UnitEnd::Read;
};

/// Reads units in as many child processes as the job has threads. Units go in
/// sessions of a fixed size, so that the results do not depend on the number of processes. A unit that ends its child is
/// read once more alone; the others of its session go on in a new child. Errors: Cancelled.
core::Result<std::vector<UnitResult>> readUnits(const std::vector<UnitCommand>& units, const SystemSettings& settings,
                                                const NativeOptions& options, core::Job& job);

} // namespace naru::analyzers::cpp
