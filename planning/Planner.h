#pragma once

#include "core/base/Decimal.h"
#include "core/base/Job.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"
#include "core/model/Project.h"
#include "core/model/SourceHistory.h"
#include "planning/Architecture.h"
#include "planning/Weights.h"

#include <map>
#include <string>
#include <vector>

namespace naru::planning {

/// Id of the fact of a planned context that counts the changes of its files.
inline constexpr const char* kChangesFact = "changes";

/// Whether a context goes first on its own; its reason says why.
inline bool isPilot(const core::PlannedContext& context)
{
    return context.reasonKey.starts_with("planning.reason.pilot");
}

/// What a plan is made from. Only the split and the code must be there; what is missing becomes a gap of the plan.
struct PlanInput {
    const core::Alternative* split = nullptr;
    const core::CodeModel* code = nullptr;
    const core::FunctionPointCount* count = nullptr;
    const core::Estimate* estimate = nullptr;
    const core::AuditReport* audit = nullptr;
    /// Decisions of the area "plan": "wave/<context id>" -> number, "weight/<id>" -> number, "pilot" -> context id,
    /// "fact/<context id>" -> {changeRate, load} (0 to 1), "before/<context id>" -> context ids that must not come earlier.
    std::vector<core::Decision> decisions;
    std::map<std::string, double> loads; ///< context id -> share of the greatest load, 0 to 1, from a load profile
    const core::SourceHistory* history = nullptr; ///< gives the change rate of contexts that a person said nothing of
    /// Context id -> changes of its files, counted earlier; used when there is no history at hand.
    std::map<std::string, int> changes;
};

/// Orders the contexts into waves with their steps, and chooses the target architecture by evidence.
/// Errors: InvalidArgument (no split, or a split without contexts), Cancelled.
core::Result<core::Plan> plan(const PlanInput& input, const PlanWeights& weights, const ArchitectureCatalog& catalog, core::Job& job);

} // namespace naru::planning
