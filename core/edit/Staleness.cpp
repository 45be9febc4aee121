#include "core/edit/Staleness.h"

#include <array>

namespace naru::core {

namespace {

constexpr std::array kFromCode = {ResultKind::Code};
constexpr std::array kFromCount = {ResultKind::Count};
constexpr std::array kForMaturity = {ResultKind::Audit, ResultKind::Code};
constexpr std::array kForPlan = {ResultKind::Split, ResultKind::Count, ResultKind::Estimate};

constexpr std::array<std::string_view, 1> kAcceptedAreas = {"suppress"}; ///< marked in the stored audit whenever it is read
constexpr std::array<std::string_view, 8> kSplitAreas = {"member", "context", "merge", "split", "role", "pin", "imported", "cut"};
constexpr std::array<std::string_view, 3> kCountAreas = {"function", "function.manual", "context"};
constexpr std::array<std::string_view, 1> kEstimateAreas = {"estimate"};
constexpr std::array<std::string_view, 1> kPlanAreas = {"plan"};
constexpr std::array<std::string_view, 4> kAssessmentAreas = {"answer", "rider", "reading", "records"};

} // namespace

ResultInputs inputsOf(ResultKind kind)
{
    switch (kind) {
    case ResultKind::Code:
        return {};
    case ResultKind::Audit:
        return {kFromCode, {}};
    case ResultKind::Split:
        return {kFromCode, kSplitAreas};
    case ResultKind::Count:
        return {kFromCode, kCountAreas, true};
    case ResultKind::Estimate:
        return {kFromCount, kEstimateAreas};
    case ResultKind::Plan:
        return {kForPlan, kPlanAreas};
    case ResultKind::Assessment:
        return {kFromCode, kAssessmentAreas};
    case ResultKind::Maturity:
        return {kForMaturity, kAcceptedAreas};
    }
    return {};
}

} // namespace naru::core
