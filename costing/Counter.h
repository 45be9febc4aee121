#pragma once

#include "core/base/Job.h"
#include "core/model/CodeModel.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "core/model/Project.h"
#include "costing/Conventions.h"
#include "costing/Tariff.h"

#include <vector>

namespace naru::costing {

struct CountOptions {
    core::CountMethod method = core::CountMethod::Simplified;
    /// Decisions of the areas "function" (function id -> {state, type, name, complexity, det, ret, ftr, note})
    /// and "function.manual" (id -> {name, type, complexity, det, ret, ftr, state}).
    std::vector<core::Decision> decisions;
    const core::Alternative* split = nullptr; ///< gives contexts and API-link functions; may be null
};

/// Counts the functions of a system from its source: transactions from the entry points down to tables, and the
/// logical files they use (OMG AFP, ISO/IEC 19515, with EI, EO and EQ apart). Deterministic; functions are ordered by
/// type and place in the source. Errors: Cancelled, InvalidArgument (a decision that cannot be read).
core::Result<core::FunctionPointCount> count(const core::CodeModel& model, const CountOptions& options, const Conventions& conventions,
                                             const Tariff& tariff, core::Job& job);

/// Sets complexity, points and totals anew, after a change of functions or method.
void recompute(core::FunctionPointCount& count, const Tariff& tariff);

} // namespace naru::costing
