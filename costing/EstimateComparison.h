#pragma once

#include "core/base/Decimal.h"
#include "core/model/Estimate.h"

#include <string>
#include <vector>

namespace naru::costing {

/// One thing that differs between two estimates, and what it alone does to the total.
struct CostMove {
    std::string
        id; ///< size, apiLinks, price, stages, sizeFactor, linkage, performance, environment, security, profit, directExpenses, vat, rest
    std::string before; ///< the value itself: function points, won, a factor; empty for "rest"
    std::string after;
    core::Decimal won; ///< signed
};

/// Why the cost moved. The moves add up to the difference of the totals exactly.
struct EstimateComparison {
    core::Won before; ///< totals
    core::Won after;
    core::Decimal difference;
    std::vector<CostMove> moves; ///< in the order of the chain; those that move nothing are left out
};

/// Replaces one value after the other, in the order of the chain, and says what each replacement does. What rounding and
/// parts outside of the chain (operation) leave over is the move "rest".
EstimateComparison compareEstimates(const core::Estimate& before, const core::Estimate& after);

} // namespace naru::costing
