#pragma once

#include "reports/builders/Composer.h"

#include <vector>

namespace naru::reports {

/// The cost statement as a workbook: the chain of steps with live formulas, the inventory of functions that it starts
/// from, the weights, and the evidence. Recalculated, it gives the amounts of the estimate to the won.
std::vector<core::Sheet> costSheets(const Composer& composer);

} // namespace naru::reports
