#pragma once

#include "costing/Estimator.h"

namespace naru::costing {

/// What the chain needs to know of an inventory: measured once, it serves any number of choices.
struct SizedInventory {
    core::Decimal functions; ///< function points of data and transaction functions
    core::Decimal apiLinks;  ///< what the guide's rule adds when it is on
    std::string method;      ///< empty for a total or a redevelopment
    bool redevelopment = false;
    bool splitKnown = false;
};

SizedInventory measure(const Inventory& inventory, const Tariff& tariff);

/// estimate() for an inventory that was measured before. Errors: as estimate().
core::Result<core::Estimate> estimateSized(const SizedInventory& inventory, const FactorChoices& choices, const Tariff& tariff);

} // namespace naru::costing
