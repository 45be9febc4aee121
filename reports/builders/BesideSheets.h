#pragma once

#include "reports/builders/SplitSheets.h"

#include <vector>

namespace naru::reports {

/// The sheets on what stands beside the estimate: the cost table of an information strategy plan with the development cost in its
/// place, the levels that the source speaks for with their evidence, and the running cost; each where it is known.
std::vector<core::Sheet> besideSheets(const Composer& composer, const StepCells& steps);

} // namespace naru::reports
