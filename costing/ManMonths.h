#pragma once

#include "core/base/Decimal.h"
#include "core/base/Error.h"
#include "core/model/Evidence.h"
#include "costing/Tariff.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace naru::costing {

/// People of one grade: man-months at a monthly rate, as published.
struct ManMonthGrade {
    std::string name;
    core::Decimal manMonths;
    core::Decimal monthlyRate; ///< won
};

struct ManMonthInput {
    std::vector<ManMonthGrade> grades;
    core::Decimal overheadPercent;
    core::Decimal technicalFeePercent;
    core::Decimal directExpenses; ///< won
    bool vat = true;
};

struct ManMonthStep {
    std::string nameKey; ///< text key
    std::string operation;
    core::Decimal value; ///< whole won
};

struct ManMonthEstimate {
    std::vector<ManMonthStep> steps;
    core::Decimal manMonths;
    core::Decimal cost;  ///< without VAT
    core::Decimal total; ///< with VAT when asked for
};

/// The bounds of the method and where it may be used. Provisional: see its source.
struct ManMonthRules {
    std::string edition;
    core::LocalText source, allowedFor;
    core::Decimal lowestOverhead, highestOverhead, lowestFee, highestFee; ///< per cent

    /// Reads resources/costing/man-month.json. Errors: NotFound, NotReadable, Malformed.
    static core::Result<ManMonthRules> load(const std::filesystem::path& resources);
};

/// Reads {"grades": [{"name", "manMonths", "monthlyRate"}...], "overheadPercent", "technicalFeePercent", "directExpenses", "vat"}.
core::Result<ManMonthInput> parseManMonths(std::string_view text, const std::string& origin, const ManMonthRules& rules);

/// Labour, overhead, technical fee, expenses, VAT; each rounded half even to whole won.
ManMonthEstimate estimateManMonths(const ManMonthInput& input, const Tariff& tariff);

} // namespace naru::costing
