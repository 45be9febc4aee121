#include "reports/builders/CostSheets.h"

#include "costing/Tariff.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace naru::reports {

using namespace naru::core;

namespace {

using Kind = SheetCell::Kind;
using Style = SheetCell::Style;
using Row = std::vector<SheetCell>;

constexpr const char* kWonFormat = "#,##0";
constexpr const char* kPointsFormat = "#,##0.0#";

SheetCell text(std::string value, Style style = Style::Plain)
{
    return {.kind = Kind::Text, .text = std::move(value), .style = style};
}

SheetCell number(std::string value, const char* format, Style style = Style::Plain)
{
    return {.kind = Kind::Number, .text = std::move(value), .format = format, .style = style};
}

SheetCell formula(std::string expression, std::string value, const char* format, Style style = Style::Plain)
{
    return {.kind = Kind::Formula, .text = std::move(value), .formula = std::move(expression), .format = format, .style = style};
}

/// The sheets refer to each other by these names; apostrophes cannot occur in them.
std::string sheetReference(const std::string& sheet)
{
    return "'" + sheet + "'";
}

class CostBook {
public:
    explicit CostBook(const Composer& composer)
        : m_composer(composer),
          m_input(composer.input()),
          m_inventoryName(composer.say("report.sheet.inventory")),
          m_weightsName(composer.say("report.sheet.weights"))
    {
    }

    std::vector<Sheet> build()
    {
        std::vector<Sheet> sheets;
        if (m_input.count) {
            Sheet weights = weightSheet();
            Sheet list = inventory();
            if (m_input.estimate)
                sheets.push_back(steps());
            sheets.push_back(std::move(list));
            sheets.push_back(std::move(weights));
            sheets.push_back(evidence());
        } else if (m_input.estimate) {
            sheets.push_back(steps());
        }
        return sheets;
    }

private:
    Row headers(std::initializer_list<const char*> keys) const
    {
        Row row;
        for (const char* key : keys)
            row.push_back(text(m_composer.say(key), Style::Header));
        return row;
    }

    std::string complexity(const CountedFunction& function) const
    {
        static constexpr std::array kKeys = {"report.complexity.low", "report.complexity.average", "report.complexity.high"};
        return m_composer.say(kKeys.at(static_cast<std::size_t>(function.complexity)));
    }

    std::string state(const CountedFunction& function) const
    {
        static constexpr std::array kKeys = {"report.function.proposed", "report.function.confirmed", "report.function.rejected"};
        return m_composer.say(kKeys.at(static_cast<std::size_t>(function.state)));
    }

    std::string weightKey(const CountedFunction& function) const
    {
        return std::string(costing::nameOf(function.type)) + " " + complexity(function);
    }

    /// The weights that this count used, one for each type and complexity.
    Sheet weightSheet()
    {
        Sheet sheet{.name = m_weightsName, .widths = {22, 14}};
        sheet.rows.push_back(headers({"report.column.weight-key", "report.column.fp"}));
        for (const CountedFunction& function : m_input.count->functions)
            m_weights.emplace(weightKey(function), function.fp);
        for (const auto& [key, points] : m_weights)
            sheet.rows.push_back({text(key), number(points, kPointsFormat)});
        m_weightRows = sheet.rows.size();
        sheet.rows.push_back({text(m_composer.say("report.sources.weights", {{"edition", m_input.count->weightsEdition}}), Style::Note)});
        return sheet;
    }

    Sheet inventory()
    {
        Sheet sheet{.name = m_inventoryName, .widths = {6, 42, 8, 10, 8, 8, 10, 10, 60}, .filter = true};
        sheet.rows.push_back(
            headers({"report.column.number", "report.column.function", "report.column.type", "report.column.complexity",
                     "report.column.det", "report.column.files", "report.column.fp", "report.column.state", "report.column.evidence"}));
        for (const CountedFunction& function : m_input.count->functions) {
            const std::size_t line = sheet.rows.size() + 1;
            const int files = function.ret > 0 ? function.ret : function.ftr;
            const std::string look =
                fmt::format("VLOOKUP(C{0}&\" \"&D{0},{1}!$A$2:$B${2},2,FALSE)", line, sheetReference(m_weightsName), m_weightRows);
            sheet.rows.push_back({number(std::to_string(line - 1), "0"), text(function.name),
                                  text(std::string(costing::nameOf(function.type))), text(complexity(function)),
                                  function.det > 0 ? number(std::to_string(function.det), "0") : SheetCell{},
                                  files > 0 ? number(std::to_string(files), "0") : SheetCell{},
                                  m_weights.at(weightKey(function)) == function.fp ? formula(look, function.fp, kPointsFormat)
                                                                                   : number(function.fp, kPointsFormat),
                                  text(state(function)), text(function.evidence.empty() ? "" : where(function.evidence.front()))});
        }
        const std::size_t last = sheet.rows.size();
        const std::string rejected = m_composer.say("report.function.rejected");
        const std::string sum = fmt::format("ROUND(SUMIF(H2:H{0},\"<>{1}\",G2:G{0}),2)", last, rejected);
        sheet.rows.push_back(
            {{.style = Style::Total},
             text(m_composer.say("report.row.total"), Style::Total),
             {.style = Style::Total},
             {.style = Style::Total},
             {.style = Style::Total},
             {.style = Style::Total},
             last > 1 ? formula(sum, m_input.count->total, kPointsFormat, Style::Total) : number("0", kPointsFormat, Style::Total)});
        m_totalCell = fmt::format("{}!G{}", sheetReference(m_inventoryName), last + 1);
        return sheet;
    }

    Sheet evidence() const
    {
        Sheet sheet{.name = m_composer.say("report.sheet.evidence"), .widths = {42, 8, 60, 70}, .filter = true};
        sheet.rows.push_back(headers({"report.column.function", "report.column.type", "report.column.place", "report.column.quote"}));
        for (const CountedFunction& function : m_input.count->functions)
            for (const Evidence& piece : function.evidence)
                sheet.rows.push_back(
                    {text(function.name), text(std::string(costing::nameOf(function.type))), text(where(piece)), text(piece.text)});
        for (const DroppedFunction& dropped : m_input.count->dropped)
            sheet.rows.push_back({text(dropped.name), text(m_composer.say("report.function.not-counted")), text(where(dropped.evidence)),
                                  text(m_composer.say(dropped.whyKey))});
        return sheet;
    }

    /// Whole won as the policy says. A binary number stands a little beside its decimal, so a half is met within a tolerance
    /// far below the smallest step that a tariff makes.
    std::string rounded(const std::string& exact) const
    {
        const std::string& policy = m_input.estimate->rounding;
        if (policy.starts_with("half-even"))
            return fmt::format("IF(ABS(ABS({0}-TRUNC({0}))-0.5)<0.00002,2*ROUND({0}/2,0),ROUND({0},0))", exact);
        if (policy.starts_with("down"))
            return fmt::format("ROUNDDOWN(ROUND({},4),0)", exact);
        if (policy.starts_with("up"))
            return fmt::format("ROUNDUP(ROUND({},4),0)", exact);
        return fmt::format("ROUND(ROUND({},4),0)", exact);
    }

    /// One line of the chain: what it is, the factor, the exact amount, the whole amount, its source.
    void line(Sheet& sheet, const std::string& name, SheetCell factor, const std::string& exact, const std::string& value,
              const std::string& source, Style style = Style::Plain) const
    {
        const std::size_t row = sheet.rows.size() + 1;
        SheetCell label = text(name, style);
        factor.style = style;
        sheet.rows.push_back({label, factor, formula(exact, value, "#,##0.0000", style),
                              formula(rounded(fmt::format("C{}", row)), value, kWonFormat, style), text(source, style)});
    }

    std::string sourceOf(const std::string& step) const
    {
        for (const EstimateStep& made : m_input.estimate->steps)
            if (made.name == step)
                return made.clause.in(m_composer.language()).empty() ? where(made.source) : made.clause.in(m_composer.language());
        return {};
    }

    std::string valueOf(const std::string& step) const
    {
        for (const EstimateStep& made : m_input.estimate->steps)
            if (made.name == step)
                return made.value;
        return "0";
    }

    /// The factor of size from the function points in a cell, as the tariff has it.
    static std::string sizeFormula(const costing::SizeFormula& curve, const std::string& cell)
    {
        return fmt::format("IF({0}<{1},{2},IF({0}>{3},{4},ROUND({5}*(LN({0})-{6})^2+{7},{8})))", cell, curve.belowFp.text(),
                           curve.belowValue.text(), curve.aboveFp.text(), curve.aboveValue.text(), curve.scale, curve.center, curve.base,
                           curve.places);
    }

    Sheet steps() const
    {
        const Estimate& estimate = *m_input.estimate;
        Sheet sheet{.name = m_composer.say("report.sheet.steps"), .widths = {46, 14, 24, 20, 70}, .headerRow = -1};
        sheet.rows.push_back({text(m_composer.say("report.title.cost"), Style::Title)});
        sheet.rows.push_back({text(m_input.systemName, Style::Note)});
        sheet.rows.push_back({text(m_composer.say("report.sources.tariff", {{"edition", estimate.edition}}), Style::Note)});
        sheet.rows.push_back(headers(
            {"report.column.step", "report.column.factor-value", "report.column.exact", "report.column.amount", "report.column.source"}));
        // The inventory gives the size as long as it is what was priced; a size typed in or re-developed stands as a number.
        const bool fromInventory = m_input.count && m_input.count->total == estimate.fp;
        Row size = {text(m_composer.say("report.summary.fp")),
                    {},
                    {},
                    fromInventory ? formula(m_totalCell, estimate.fp, kPointsFormat) : number(estimate.fp, kPointsFormat),
                    text(m_input.count ? m_composer.say("report.sources.weights", {{"edition", m_input.count->weightsEdition}}) : "")};
        sheet.rows.push_back(std::move(size)); // row 5
        sheet.rows.push_back({text(m_composer.say("report.row.unit-price")),
                              {},
                              {},
                              number(estimate.unitPrice, kWonFormat),
                              text(m_composer.say("report.source.tariff", {{"edition", estimate.edition}}))});                // row 6
        sheet.rows.push_back({text(m_composer.say("report.row.stage-sum")), number(estimate.stageSum, "0.000"), {}, {}, {}}); // row 7
        line(sheet, m_composer.say("costing.step.before"), {}, "D5*D6*B7", estimate.before, sourceOf("costing.step.before"));
        const std::string carried = estimate.rounding.ends_with("at-end") ? "C" : "D"; // what the next step starts from
        for (const auto& [id, value] : estimate.factors) {
            const std::size_t row = sheet.rows.size() + 1;
            const auto& curve = m_input.beside.sizeFormula;
            SheetCell factor = id == "size" && curve ? formula(sizeFormula(*curve, "D5"), value, "0.0000") : number(value, "0.0000");
            line(sheet, m_composer.say("costing.step." + id), std::move(factor), fmt::format("{}{}*B{}", carried, row - 1, row),
                 valueOf("costing.step." + id), sourceOf("costing.step." + id));
        }
        finish(sheet, carried);
        return sheet;
    }

    void finish(Sheet& sheet, const std::string& carried) const
    {
        const Estimate& estimate = *m_input.estimate;
        const std::size_t after = sheet.rows.size();
        const auto percent = [](const std::string& value) { return number(value, "0.##\" %\""); };
        line(sheet, m_composer.say("costing.step.profit"), percent(estimate.profitPercent.empty() ? "0" : estimate.profitPercent),
             fmt::format("{}{}*B{}/100", carried, after, after + 1), estimate.profit, sourceOf("costing.step.profit"));
        const std::size_t expenses = sheet.rows.size() + 1;
        sheet.rows.push_back(
            {text(m_composer.say("costing.step.direct-expenses")), {}, {}, number(estimate.directExpenses, kWonFormat), {}});
        line(sheet, m_composer.say("costing.step.development-cost"), {},
             fmt::format("{0}{1}+{0}{2}+D{3}", carried, after, after + 1, expenses), estimate.developmentCost, {}, Style::Total);
        std::string sum = fmt::format("D{}", sheet.rows.size());
        if (estimate.operation) {
            const std::size_t row = sheet.rows.size() + 1;
            line(sheet, m_composer.say("costing.step.operation"), number(estimate.operation->manMonths, "0.##"),
                 fmt::format("B{}*{}", row, estimate.operation->monthlyRate), estimate.operation->cost, sourceOf("costing.step.operation"));
            sum += fmt::format("+D{}", row);
        }
        const std::size_t vat = sheet.rows.size() + 1;
        std::string vatPercent = "0";
        for (const EstimateStep& step : estimate.steps)
            if (step.name == "costing.step.vat")
                vatPercent = step.operation.substr(0, step.operation.find(' '));
        line(sheet, m_composer.say("costing.step.vat"), percent(vatPercent), fmt::format("({})*B{}/100", sum, vat), estimate.vat,
             sourceOf("costing.step.vat"));
        line(sheet, m_composer.say("costing.step.total"), {}, fmt::format("{}+D{}", sum, vat), estimate.total, {}, Style::Total);
        sheet.rows.push_back({text(m_composer.say("report.sheet.steps-note"), Style::Note)});
    }

    const Composer& m_composer;
    const ReportInput& m_input;
    std::string m_inventoryName;
    std::string m_weightsName;
    std::string m_totalCell;
    std::map<std::string, std::string> m_weights; ///< "EI average" -> function points
    std::size_t m_weightRows = 1;
};

} // namespace

std::vector<Sheet> costSheets(const Composer& composer)
{
    return CostBook(composer).build();
}

} // namespace naru::reports
