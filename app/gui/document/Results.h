#pragma once

#include "core/model/Assessment.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "core/model/Plan.h"

#include <QFlags>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace naru::gui {

enum class Part : unsigned {
    Project = 1,
    Code = 2,
    Audit = 4,
    Split = 8,
    Count = 16,
    Estimate = 32,
    Plan = 64,
    Assessment = 128,
    Maturity = 256,
    Places = 512, ///< of contexts on the map, by a person
    All = 1023,
};
Q_DECLARE_FLAGS(Parts, Part)
Q_DECLARE_OPERATORS_FOR_FLAGS(Parts)

/// What is known of the system on the screen, as plain values in the GUI thread.
struct Results {
    std::shared_ptr<const core::CodeModel> code;
    std::optional<core::AuditReport> audit;
    std::shared_ptr<const core::Partition> split;
    std::shared_ptr<const core::Partition> proposedSplit;    ///< as computed, before a person's edits
    std::map<std::string, std::pair<double, double>> layout; ///< of the map of the split, by context
    std::map<std::string, std::pair<double, double>> places; ///< where a person put contexts on the map, by id
    std::optional<core::FunctionPointCount> count;
    std::optional<core::Estimate> estimate;
    std::optional<core::Plan> plan;
    std::optional<core::Assessment> assessment;
    std::optional<core::Maturity> maturity;

    /// Takes over some parts of newer results.
    void take(Results&& newer, Parts parts);
};

/// The pages of the rail, in their natural order.
enum class Step { Overview, Diagnosis, Code, Readiness, Split, Cost, Plan, Report };
inline constexpr int kSteps = 8;

enum class StepState { Empty, Ready, NeedsReview, OutOfDate, Done };

} // namespace naru::gui
