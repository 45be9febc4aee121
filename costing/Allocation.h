#pragma once

#include "core/base/Decimal.h"
#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"

#include <string>
#include <vector>

namespace naru::costing {

/// A part of the system (context or migration wave) with its size and its share of the development cost.
struct CostShare {
    std::string id;   ///< context id, or number of the wave; empty: functions of no context
    std::string name; ///< of a context
    int functions = 0;
    core::Decimal functionPoints;
    core::Decimal apiLinks; ///< function points of its API links; beside the others, never in them
    core::Decimal cost;     ///< won; the shares add up to the development cost exactly
};

/// The development cost divided by function points: each share is rounded down, and the won that are left go to the
/// largest remainders. Rejected functions have no share; without an estimate the costs are 0.
std::vector<CostShare> costByContext(const core::FunctionPointCount& count, const core::Alternative& split, const core::Estimate* estimate);

/// The same shares put together by migration wave, in their order; what no wave holds comes last with an empty id.
std::vector<CostShare> costByWave(const std::vector<CostShare>& contexts, const core::Plan& plan);

/// All shares as one, without id and name.
CostShare sumOf(const std::vector<CostShare>& shares);

} // namespace naru::costing
