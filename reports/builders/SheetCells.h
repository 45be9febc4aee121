#pragma once

#include "core/model/ReportModel.h"
#include "costing/Tariff.h"

#include <string>
#include <vector>

namespace naru::reports {

// Cells of the workbook of the cost, and the formulas that several of its sheets have.

using SheetRow = std::vector<core::SheetCell>;

constexpr const char* kWonFormat = "#,##0";
constexpr const char* kExactFormat = "#,##0.0000";
constexpr const char* kPointsFormat = "#,##0.0#";
constexpr const char* kFactorFormat = "0.0000";
constexpr const char* kWholeFormat = "0";

core::SheetCell textCell(std::string value, core::SheetCell::Style style = core::SheetCell::Style::Plain);
core::SheetCell numberCell(std::string value, const char* format, core::SheetCell::Style style = core::SheetCell::Style::Plain);
/// `value` is what the formula gives, as the reader sees it before anything is worked out anew.
core::SheetCell formulaCell(std::string expression, std::string value, const char* format,
                            core::SheetCell::Style style = core::SheetCell::Style::Plain);
core::SheetCell emptyCell(core::SheetCell::Style style = core::SheetCell::Style::Plain);

/// The name of a sheet as formulas have it; apostrophes cannot occur in it.
std::string sheetReference(const std::string& sheet);
/// Whole won by a policy of rounding ("half-even-each-step" ...). `exact` is worked out several times: a cell is best. A binary
/// number stands a little beside its decimal, so a half is met within a tolerance far below the smallest step that a tariff makes.
std::string roundedFormula(const std::string& exact, const std::string& policy);
/// The factor of size from the function points in a cell, as the tariff has it.
std::string sizeFormulaOf(const costing::SizeFormula& curve, const std::string& cell);

} // namespace naru::reports
