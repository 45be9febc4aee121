#pragma once

#include "app/gui/Environment.h"
#include "app/gui/models/TableModel.h"
#include "core/model/Plan.h"
#include "planning/Weights.h"

#include <vector>

namespace naru::gui {

/// A context of a plan with its wave.
struct PlanRow {
    core::PlannedContext context;
    int wave = 0;
    bool pilot = false;
    int breaks = 0; ///< of its wave that name it
};

/// The contexts of a plan in the order of its waves.
std::vector<PlanRow> planRows(const core::Plan& plan);
/// `weights` names the parts of the order; it must outlive the model.
RowsModel<PlanRow>* makePlanTable(const Language& language, const planning::PlanWeights& weights);

/// What the inspector shows of a planned context.
Subject planSubject(const Language& language, const planning::PlanWeights& weights, const PlanRow& row);

} // namespace naru::gui
