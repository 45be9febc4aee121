#include "reports/builders/SheetCells.h"

#include <fmt/format.h>

namespace naru::reports {

using core::SheetCell;
using Kind = SheetCell::Kind;
using Style = SheetCell::Style;

SheetCell textCell(std::string value, Style style)
{
    return {.kind = Kind::Text, .text = std::move(value), .style = style};
}

SheetCell numberCell(std::string value, const char* format, Style style)
{
    return {.kind = Kind::Number, .text = std::move(value), .format = format, .style = style};
}

SheetCell formulaCell(std::string expression, std::string value, const char* format, Style style)
{
    return {.kind = Kind::Formula, .text = std::move(value), .formula = std::move(expression), .format = format, .style = style};
}

SheetCell emptyCell(Style style)
{
    return {.style = style};
}

std::string sheetReference(const std::string& sheet)
{
    return "'" + sheet + "'";
}

std::string roundedFormula(const std::string& exact, const std::string& policy)
{
    if (policy.starts_with("half-even"))
        return fmt::format("IF(ABS(ABS({0}-TRUNC({0}))-0.5)<0.00002,2*ROUND({0}/2,0),ROUND({0},0))", exact);
    if (policy.starts_with("down"))
        return fmt::format("ROUNDDOWN(ROUND({},4),0)", exact);
    if (policy.starts_with("up"))
        return fmt::format("ROUNDUP(ROUND({},4),0)", exact);
    return fmt::format("ROUND(ROUND({},4),0)", exact);
}

std::string sizeFormulaOf(const costing::SizeFormula& curve, const std::string& cell)
{
    return fmt::format("IF({0}<{1},{2},IF({0}>{3},{4},ROUND({5}*(LN({0})-{6})^2+{7},{8})))", cell, curve.belowFp.text(),
                       curve.belowValue.text(), curve.aboveFp.text(), curve.aboveValue.text(), curve.scale, curve.center, curve.base,
                       curve.places);
}

} // namespace naru::reports
