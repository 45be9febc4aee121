#pragma once

#include "app/gui/document/Document.h"
#include "costing/Estimator.h"

namespace naru::gui {

/// What an estimate is made from, as it stands in the window: the count and the person's choices. There must be a count.
costing::EstimateInput estimateInputOf(const Document& document, const costing::Tariff& tariff);

/// The edition that was chosen, else the newest.
const costing::Tariff& tariffOf(const Document& document, const costing::TariffCatalog& tariffs);

/// Won that a person typed, with or without thousands marks and blanks. Errors: what stands there is no whole amount of 0 or more.
core::Result<core::Decimal> typedWon(const QString& text);

} // namespace naru::gui
