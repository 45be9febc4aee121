#pragma once

#include "costing/Estimator.h"

#include <optional>
#include <string>
#include <vector>

namespace naru::costing {

/// What is set side by side when a system is split.
enum class SplitMeasure { Functions, Points, DevelopmentCost, Total };

/// Before the split, which is also after it by IFPUG; with the API links of the guide; and what these add. Decimal text, won for costs.
struct SplitLine {
    SplitMeasure measure = SplitMeasure::Functions;
    std::string before, after, added;
};

/// The estimate with API links counted ("guide") or not ("none"), whatever was chosen; empty when there is none.
std::optional<core::Estimate> estimateWith(EstimateInput input, const Tariff& tariff, const char* apiLinks);

/// Functions that are not rejected and their points; costs where both estimates are known.
std::vector<SplitLine> compareSplit(const core::FunctionPointCount& count, const std::optional<core::Estimate>& byIfpug,
                                    const std::optional<core::Estimate>& withApiLinks);

} // namespace naru::costing
