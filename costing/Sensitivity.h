#pragma once

#include "costing/Estimator.h"

#include <string>
#include <vector>

namespace naru::costing {

/// How far the total moves when one thing is changed and everything else stays.
struct SensitivityBar {
    std::string id;       ///< linkage ... security, functions, profit, apiLinks, method
    std::string labelKey; ///< text key
    core::LocalText name; ///< of a factor of the tariff; empty for the others
    core::Won low;        ///< total with the cheaper end
    core::Won high;
    std::string lowMeaning; ///< level, percentage or function points at that end
    std::string highMeaning;
};

struct Sensitivity {
    core::Won base; ///< total as estimated
    core::Won low;  ///< lowest of all bars: the meaning is rangeKey
    core::Won high;
    std::string rangeKey;             ///< text key: what the range says and what it does not say
    std::vector<SensitivityBar> bars; ///< the widest first
};

/// Recomputes the whole chain for each end of each bar. Errors: as estimate().
core::Result<Sensitivity> sensitivity(const EstimateInput& input, const Tariff& tariff);

/// The largest size, in tenths of a function point, whose total stays within the budget (VAT as in the choices).
/// Errors: InvalidArgument (a budget that is not above 0, or too small for a tenth of a point, or one
/// that direct expenses exceed), and as estimate().
core::Result<core::Decimal> functionPointsWithin(const core::Decimal& budget, const FactorChoices& choices, const Tariff& tariff);

} // namespace naru::costing
