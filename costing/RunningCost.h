#pragma once

#include "core/base/Decimal.h"
#include "core/base/Error.h"
#include "core/model/Evidence.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::costing {

struct RunningParameter {
    std::string id;
    core::LocalText name;
    std::optional<core::Decimal> highest;
};

/// A product of parameters: won a month.
struct RunningLine {
    std::string id;
    core::LocalText name;
    std::vector<std::string> product; ///< ids of parameters
    std::string formula;              ///< with the figures: "20 x 150000"
    core::Decimal monthly;
};

struct RunningSide {
    std::string id;
    core::LocalText name;
    std::vector<RunningLine> lines;
    core::Decimal monthly;
    core::Decimal total; ///< over the period
};

/// What it costs to run the system on virtual machines and in containers, from the user's own figures.
struct RunningCost {
    std::string edition;
    core::LocalText source;
    std::vector<RunningParameter> parameters;
    std::vector<RunningSide> sides; ///< virtual machines, containers
    core::Decimal months;
    core::Decimal difference; ///< second side less the first, over the period

    /// Reads resources/costing/running-cost.json. Errors: NotFound, NotReadable, Malformed.
    static core::Result<RunningCost> load(const std::filesystem::path& resources);
    /// Computes all lines. Every parameter must be given, not negative and within its bound. Errors: InvalidArgument.
    core::Result<void> compute(const std::map<std::string, core::Decimal>& values);
};

/// Reads {"months": 36, "vmInstances": 20, ...}. Errors name the field and the line.
core::Result<std::map<std::string, core::Decimal>> parseRunningValues(std::string_view text, const std::string& origin,
                                                                      const RunningCost& model);

} // namespace naru::costing
