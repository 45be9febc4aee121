#pragma once

#include "core/model/AuditReport.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"

#include <string>
#include <utility>
#include <vector>

namespace naru::reports {

/// Drawings as self-contained SVG documents. Colours suit paper; every mark also carries its word, so
/// that nothing is told by colour alone. Same input, same bytes.

/// Steps of a maturity ladder, the reached ones filled.
std::string ladderSvg(const core::LadderResult& ladder, const std::string& language);

/// The twelve factors around a circle: the farther out, the better met. What code cannot tell has a hollow point on the
/// middle ring.
std::string factorRadarSvg(const std::vector<core::FactorResult>& factors, const std::string& language);

/// Waves over the months, each with what moves in it. `names` are the waves' names, in their order.
std::string timelineSvg(const std::vector<core::Wave>& waves, const std::vector<std::string>& names, const std::string& language);

/// Horizontal bars with their values written out. `values` are relative lengths.
struct Bar {
    std::string label;
    std::string text;
    double value = 0;
};
std::string barsSvg(const std::vector<Bar>& bars);

} // namespace naru::reports
