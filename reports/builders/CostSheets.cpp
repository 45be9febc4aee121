#include "reports/builders/CostSheets.h"

#include "costing/Tariff.h"
#include "reports/builders/BesideSheets.h"
#include "reports/builders/Sections.h"
#include "reports/builders/SheetCells.h"
#include "reports/builders/SplitSheets.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace naru::reports {

using namespace naru::core;

namespace {

using Style = SheetCell::Style;

class CostBook {
public:
    explicit CostBook(const Composer& composer)
        : m_composer(composer),
          m_input(composer.input()),
          m_inventoryName(composer.say("report.sheet.inventory")),
          m_weightsName(composer.say("report.sheet.weights")),
          m_split(composer, m_inventoryName)
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
        if (m_split.known()) {
            sheets.push_back(m_split.comparison(m_cells));
            sheets.push_back(m_split.functions());
            sheets.push_back(m_split.shares(m_cells));
        }
        for (Sheet& sheet : besideSheets(m_composer, m_cells))
            sheets.push_back(std::move(sheet));
        return sheets;
    }

private:
    SheetRow headers(std::initializer_list<const char*> keys) const
    {
        SheetRow row;
        for (const char* key : keys)
            row.push_back(textCell(m_composer.say(key), Style::Header));
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
            sheet.rows.push_back({textCell(key), numberCell(points, kPointsFormat)});
        m_weightRows = sheet.rows.size();
        sheet.rows.push_back({textCell(m_composer.say("report.sources.weights", {{"edition", m_input.count->weightsEdition}}), Style::Note)});
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
            sheet.rows.push_back({numberCell(std::to_string(line - 1), "0"), textCell(function.name),
                                  textCell(std::string(costing::nameOf(function.type))), textCell(complexity(function)),
                                  function.det > 0 ? numberCell(std::to_string(function.det), "0") : SheetCell{},
                                  files > 0 ? numberCell(std::to_string(files), "0") : SheetCell{},
                                  m_weights.at(weightKey(function)) == function.fp ? formulaCell(look, function.fp, kPointsFormat)
                                                                                   : numberCell(function.fp, kPointsFormat),
                                  textCell(state(function)), textCell(function.evidence.empty() ? "" : where(function.evidence.front()))});
        }
        const std::size_t last = sheet.rows.size();
        const std::string rejected = m_composer.say("report.function.rejected");
        const std::string sum = fmt::format("ROUND(SUMIF(H2:H{0},\"<>{1}\",G2:G{0}),2)", last, rejected);
        sheet.rows.push_back(
            {{.style = Style::Total},
             textCell(m_composer.say("report.row.total"), Style::Total),
             {.style = Style::Total},
             {.style = Style::Total},
             {.style = Style::Total},
             {.style = Style::Total},
             last > 1 ? formulaCell(sum, m_input.count->total, kPointsFormat, Style::Total) : numberCell("0", kPointsFormat, Style::Total)});
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
                    {textCell(function.name), textCell(std::string(costing::nameOf(function.type))), textCell(where(piece)), textCell(piece.text)});
        for (const DroppedFunction& dropped : m_input.count->dropped)
            sheet.rows.push_back({textCell(dropped.name), textCell(m_composer.say("report.function.not-counted")), textCell(where(dropped.evidence)),
                                  textCell(m_composer.say(dropped.whyKey))});
        return sheet;
    }

    /// One line of the chain: what it is, the factor, the exact amount, the whole amount, its source.
    void line(Sheet& sheet, const std::string& step, SheetCell factor, const std::string& exact, const std::string& value,
              Style style = Style::Plain)
    {
        const std::size_t row = m_cells.rows[step] = sheet.rows.size() + 1;
        factor.style = style;
        sheet.rows.push_back({textCell(m_composer.say(step), style), factor, formulaCell(exact, value, kExactFormat, style),
                              formulaCell(roundedFormula(fmt::format("C{}", row), m_input.estimate->rounding), value, kWonFormat, style),
                              textCell(sourceOf(step), style)});
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

    /// The inventory gives the size, with the API links where they are switched on, as long as it is what was priced; a size
    /// typed in or re-developed stands as a number.
    SheetCell sizeCell() const
    {
        const Estimate& estimate = *m_input.estimate;
        const auto decimal = [](const std::string& value) { return Decimal::parse(value).value_or(Decimal()); };
        if (m_input.count && m_split.known()) {
            const Decimal links = decimal(estimate.apiLinksFp);
            if ((links.zero() || links == decimal(m_input.count->apiLinksTotal)) &&
                decimal(m_input.count->total) + links == decimal(estimate.fp))
                return formulaCell(m_split.sizeFormula(m_totalCell), estimate.fp, kPointsFormat);
        }
        return m_input.count && m_input.count->total == estimate.fp ? formulaCell(m_totalCell, estimate.fp, kPointsFormat)
                                                                     : numberCell(estimate.fp, kPointsFormat);
    }

    Sheet steps()
    {
        const Estimate& estimate = *m_input.estimate;
        m_cells.sheet = m_composer.say("report.sheet.steps");
        Sheet sheet{.name = m_cells.sheet, .widths = {46, 14, 24, 20, 70}, .headerRow = -1};
        sheet.rows.push_back({textCell(m_composer.say("report.title.cost"), Style::Title)});
        sheet.rows.push_back({textCell(m_input.systemName, Style::Note)});
        sheet.rows.push_back({textCell(m_composer.say("report.sources.tariff", {{"edition", estimate.edition}}), Style::Note)});
        sheet.rows.push_back(headers(
            {"report.column.step", "report.column.factor-value", "report.column.exact", "report.column.amount", "report.column.source"}));
        sheet.rows.push_back(
            {textCell(m_composer.say("report.summary.fp")),
             {},
             {},
             sizeCell(),
             textCell(m_input.count ? m_composer.say("report.sources.weights", {{"edition", m_input.count->weightsEdition}}) : "")}); // row 5
        m_cells.rows["report.row.unit-price"] = sheet.rows.size() + 1;
        sheet.rows.push_back({textCell(m_composer.say("report.row.unit-price")),
                              {},
                              {},
                              numberCell(estimate.unitPrice, kWonFormat),
                              textCell(m_composer.say("report.source.tariff", {{"edition", estimate.edition}}))}); // row 6
        m_cells.rows["report.row.stage-sum"] = sheet.rows.size() + 1;
        sheet.rows.push_back({textCell(m_composer.say("report.row.stage-sum")), numberCell(estimate.stageSum, "0.000"), {}, {}, {}}); // row 7
        line(sheet, "costing.step.before", {}, "D5*D6*B7", estimate.before);
        const std::string carried = estimate.rounding.ends_with("at-end") ? "C" : "D"; // what the next step starts from
        for (const auto& [id, value] : estimate.factors) {
            const std::size_t row = sheet.rows.size() + 1;
            const auto& curve = m_input.beside.sizeFormula;
            SheetCell factor = id == "size" && curve ? formulaCell(sizeFormulaOf(*curve, "D5"), value, kFactorFormat)
                                                     : numberCell(value, kFactorFormat);
            line(sheet, "costing.step." + id, std::move(factor), fmt::format("{}{}*B{}", carried, row - 1, row),
                 valueOf("costing.step." + id));
        }
        finish(sheet, carried);
        return sheet;
    }

    void finish(Sheet& sheet, const std::string& carried)
    {
        const Estimate& estimate = *m_input.estimate;
        const std::size_t after = sheet.rows.size();
        const auto percent = [](const std::string& value) { return numberCell(value, "0.##\" %\""); };
        line(sheet, "costing.step.profit", percent(estimate.profitPercent.empty() ? "0" : estimate.profitPercent),
             fmt::format("{}{}*B{}/100", carried, after, after + 1), estimate.profit);
        const std::size_t expenses = m_cells.rows["costing.step.direct-expenses"] = sheet.rows.size() + 1;
        sheet.rows.push_back(
            {textCell(m_composer.say("costing.step.direct-expenses")), {}, {}, numberCell(estimate.directExpenses, kWonFormat), {}});
        line(sheet, "costing.step.development-cost", {}, fmt::format("{0}{1}+{0}{2}+D{3}", carried, after, after + 1, expenses),
             estimate.developmentCost, Style::Total);
        std::string sum = fmt::format("D{}", sheet.rows.size());
        if (estimate.operation) {
            const std::size_t row = sheet.rows.size() + 1;
            line(sheet, "costing.step.operation", numberCell(estimate.operation->manMonths, "0.##"),
                 fmt::format("B{}*{}", row, estimate.operation->monthlyRate), estimate.operation->cost);
            sum += fmt::format("+D{}", row);
        }
        const std::size_t vat = sheet.rows.size() + 1;
        std::string vatPercent = "0";
        for (const EstimateStep& step : estimate.steps)
            if (step.name == "costing.step.vat")
                vatPercent = step.operation.substr(0, step.operation.find(' '));
        line(sheet, "costing.step.vat", percent(vatPercent), fmt::format("({})*B{}/100", sum, vat), estimate.vat);
        line(sheet, "costing.step.total", {}, fmt::format("{}+D{}", sum, vat), estimate.total, Style::Total);
        addMaintenance(sheet);
        sheet.rows.push_back({textCell(m_composer.say("report.sheet.steps-note"), Style::Note)});
    }

    /// The yearly fee by rate, where a person asked for it.
    void addMaintenance(Sheet& sheet) const
    {
        const auto& yearly = m_input.estimate->maintenance;
        if (!yearly)
            return;
        const auto label = [&](const char* key, Style style = Style::Plain) { return textCell(m_composer.say(key), style); };
        sheet.rows.emplace_back();
        sheet.rows.push_back(headers({"report.maintenance", "report.column.factor-value", "report.column.exact", "report.column.amount",
                                      "report.column.source"}));
        const std::size_t base = sheet.rows.size() + 1;
        const bool ofThis = yearly->developmentCost == m_input.estimate->developmentCost;
        const std::string cost = fmt::format("D{}", m_cells.rows.at("costing.step.development-cost"));
        sheet.rows.push_back({label("report.maintenance.base"), {}, {},
                              ofThis ? formulaCell(cost, yearly->developmentCost, kWonFormat) : numberCell(yearly->developmentCost, kWonFormat)});
        sheet.rows.push_back({label("report.maintenance.points"), numberCell(yearly->points, "0.##")});
        const auto tariff = tariffOf(m_input);
        const std::string rate = tariff ? fmt::format("{}+{}*B{}/100", tariff->maintenance.basePercent.text(),
                                                      tariff->maintenance.spanPercent.text(), base + 1)
                                        : std::string();
        constexpr const char* kPercent = "0.####\" %\"";
        sheet.rows.push_back({label("report.maintenance.rate"), rate.empty() ? numberCell(yearly->ratePercent, kPercent)
                                                                             : formulaCell(rate, yearly->ratePercent, kPercent)});
        sheet.rows.push_back({label("report.maintenance.fee"), {}, formulaCell(fmt::format("D{}*B{}/100", base, base + 2), yearly->fee, kExactFormat),
                              formulaCell(roundedFormula(fmt::format("C{}", base + 3), m_input.estimate->rounding), yearly->fee, kWonFormat)});
        sheet.rows.push_back({label("report.maintenance.expenses"), {}, {}, numberCell(yearly->directExpenses, kWonFormat)});
        sheet.rows.push_back({label("report.maintenance.total", Style::Total), emptyCell(Style::Total), emptyCell(Style::Total),
                              formulaCell(fmt::format("D{}+D{}", base + 3, base + 4), yearly->total, kWonFormat, Style::Total)});
    }

    const Composer& m_composer;
    const ReportInput& m_input;
    std::string m_inventoryName;
    std::string m_weightsName;
    std::string m_totalCell;
    SplitBook m_split;
    StepCells m_cells; ///< filled with the sheet of the steps
    std::map<std::string, std::string> m_weights; ///< "EI average" -> function points
    std::size_t m_weightRows = 1;
};

} // namespace

std::vector<Sheet> costSheets(const Composer& composer)
{
    return CostBook(composer).build();
}

} // namespace naru::reports
