#pragma once

#include "costing/FlowMeaning.h"
#include "costing/Processes.h"

namespace naru::costing {

/// Merges the processes that are one function to the user: optional paths, an input form and its submit, checks and choices
/// that belong to an input, pages that only frame other functions, the same function on several screens, through another
/// technology, for several records at once, or done later by a message. The reasons are written down in each process.
void mergeProcesses(const core::CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions,
                    const FlowMeaning& meaning, ProcessList& list);

} // namespace naru::costing
