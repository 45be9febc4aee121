#pragma once

#include "core/base/Error.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Project.h"

#include <vector>

namespace naru::costing {

/// Lays what people decided over the functions that were found: state, type, name, counts; adds manual functions.
/// Decisions whose function is gone are listed in `unmatched`, never dropped.
/// Errors: InvalidArgument (a decision that cannot be read, with its function).
core::Result<void> applyDecisions(core::FunctionPointCount& count, const std::vector<core::Decision>& decisions);

} // namespace naru::costing
