#include "reports/builders/BesideSheets.h"

#include "core/base/Decimal.h"
#include "reports/builders/Sections.h"

#include <fmt/format.h>

#include <algorithm>

namespace naru::reports {

using namespace naru::core;

namespace {

using Style = SheetCell::Style;

constexpr int kMonths = 12;

SheetRow headerRow(const Composer& composer, std::initializer_list<const char*> keys)
{
    SheetRow row;
    for (const char* key : keys)
        row.push_back(textCell(composer.say(key), Style::Header));
    return row;
}

Decimal decimal(const std::string& text)
{
    return Decimal::parse(text).value_or(Decimal());
}

Sheet ispSheet(const Composer& composer, const StepCells& steps)
{
    const costing::IspTable& isp = *composer.input().beside.isp;
    const std::string language = composer.language();
    Sheet sheet{.name = composer.say("report.sheet.isp"), .widths = {22, 24, 26, 22, 40, 30}};
    sheet.rows.push_back(headerRow(composer, {"report.isp.major", "report.isp.middle", "report.isp.minor", "report.column.amount",
                                              "report.isp.basis", "report.column.note"}));
    const std::string cost = steps.cell("costing.step.development-cost", 'D');
    for (const costing::IspRow& row : isp.rows) {
        SheetCell amount = row.given ? numberCell(row.amount.text(), kWonFormat) : emptyCell();
        if (row.computed && !cost.empty() && row.amount.text() == composer.input().estimate->developmentCost)
            amount = formulaCell(cost, row.amount.text(), kWonFormat);
        sheet.rows.push_back({textCell(row.major.in(language)), textCell(row.middle.in(language)), textCell(row.minor.in(language)), amount,
                              textCell(row.basis.in(language)),
                              textCell(row.given ? row.note.in(language) : composer.say("report.isp.not-given"))});
    }
    const std::size_t last = sheet.rows.size();
    sheet.rows.push_back({textCell(composer.say("report.row.total"), Style::Total), emptyCell(Style::Total), emptyCell(Style::Total),
                          last > 1 ? formulaCell(fmt::format("SUM(D2:D{})", last), isp.total.text(), kWonFormat, Style::Total)
                                   : numberCell("0", kWonFormat, Style::Total),
                          emptyCell(Style::Total), emptyCell(Style::Total)});
    sheet.rows.push_back({textCell(isp.source.in(language), Style::Note)});
    return sheet;
}

Sheet proposalSheet(const Composer& composer, const std::vector<ProposedFactor>& factors)
{
    Sheet sheet{.name = composer.say("report.sheet.proposals"), .widths = {24, 10, 12, 10, 12, 50, 34, 50, 60}};
    sheet.rows.push_back(headerRow(composer, {"report.column.cost-factor", "report.column.applied-level", "report.column.applied-value",
                                              "report.column.proposed-level", "report.column.proposed-value", "report.column.wording",
                                              "report.column.found", "report.column.place", "report.column.quote"}));
    for (const ProposedFactor& factor : factors) {
        SheetRow row = {textCell(factor.name),
                        factor.level > 0 ? numberCell(std::to_string(factor.level), kWholeFormat) : emptyCell(),
                        factor.value.empty() ? emptyCell() : numberCell(factor.value, kFactorFormat),
                        factor.proposed > 0 ? numberCell(std::to_string(factor.proposed), kWholeFormat) : emptyCell(),
                        factor.proposed > 0 ? numberCell(factor.proposedValue, kFactorFormat) : emptyCell(),
                        textCell(factor.proposed > 0 ? factor.wording : factor.reason),
                        textCell(joined(factor.found))};
        // What it rests on, a place a line; the factor is said once.
        for (std::size_t i = 0; i < std::max<std::size_t>(factor.evidence.size(), 1); ++i) {
            if (i > 0)
                row = SheetRow(7);
            row.push_back(textCell(i < factor.evidence.size() ? where(factor.evidence[i]) : std::string()));
            row.push_back(textCell(i < factor.evidence.size() ? factor.evidence[i].text : std::string()));
            sheet.rows.push_back(row);
        }
    }
    sheet.rows.push_back({textCell(composer.say("report.proposals.note"), Style::Note)});
    return sheet;
}

/// Virtual machines against containers, a year a column: A side, B item, C unit, D quantity, E factor, F price, G times a year, H
/// growth a year in per cent, then the years and their sum.
class RunningBook {
public:
    RunningBook(const Composer& composer, const RunningCost& cost) : m_composer(composer), m_cost(cost) {}

    Sheet build()
    {
        m_sheet = {.name = m_composer.say("report.sheet.running"), .widths = {14, 44, 14, 12, 12, 16, 10, 12}};
        SheetRow header =
            headerRow(m_composer, {"report.running.side", "report.running.item", "report.column.unit", "report.column.quantity",
                                   "report.column.times", "report.column.price", "report.column.times-a-year", "report.column.growth"});
        for (int year = 1; year <= m_cost.years; ++year) {
            header.push_back(textCell(m_composer.say("report.column.year-number", {{"year", std::to_string(year)}}), Style::Header));
            m_sheet.widths.push_back(18);
        }
        header.push_back(textCell(m_composer.say("report.row.total"), Style::Header));
        m_sheet.widths.push_back(20);
        m_sheet.rows.push_back(std::move(header));
        for (const RunningCostItem& item : m_cost.items)
            m_sheet.rows.push_back(itemRow(item));
        const std::size_t last = m_sheet.rows.size();
        if (m_cost.missing.empty()) {
            sums("report.running.machines", &RunningCostYear::machines, m_cost.machines, last);
            sums("report.running.containers", &RunningCostYear::containers, m_cost.containers, last);
        }
        for (const std::string& note : m_cost.notes)
            m_sheet.rows.push_back({textCell(m_composer.say(note), Style::Note)});
        return std::move(m_sheet);
    }

private:
    static char yearColumn(int year) { return static_cast<char>('H' + year); }

    Decimal ofYear(const RunningCostItem& item, bool grows, int year) const
    {
        if (item.period == "once" && year > 1)
            return {};
        Decimal quantity = decimal(item.quantity);
        if (grows && year > 1) {
            for (int y = 1; y < year; ++y)
                quantity *= Decimal(1) + decimal(m_cost.growthPercent) / Decimal(100);
            quantity = quantity.rounded(0, Rounding::Up);
        }
        const Decimal factor = item.factor.empty() ? Decimal(1) : decimal(item.factor);
        return quantity * factor * decimal(item.price) * Decimal(item.period == "month" ? kMonths : 1);
    }

    /// Not every quantity grows; the one of the two sums that is the sum of the item tells.
    bool growing(const RunningCostItem& item) const
    {
        Decimal sum;
        for (int year = 1; year <= m_cost.years; ++year)
            sum += ofYear(item, true, year);
        return sum.rounded(0, Rounding::HalfEven).text() == item.total;
    }

    SheetRow itemRow(const RunningCostItem& item) const
    {
        const std::size_t row = m_sheet.rows.size() + 1;
        SheetRow cells = {textCell(m_composer.say(item.container ? "report.running.containers" : "report.running.machines")),
                          textCell(m_composer.say(item.name)), textCell(m_composer.say(item.unit))};
        if (item.total.empty()) {
            cells.insert(cells.end(), 5 + static_cast<std::size_t>(m_cost.years), emptyCell());
            cells.push_back(textCell(m_composer.say("report.running.missing")));
            return cells;
        }
        const bool grows = growing(item);
        cells.push_back(numberCell(item.quantity, kPointsFormat));
        cells.push_back(numberCell(item.factor.empty() ? "1" : item.factor, kPointsFormat));
        cells.push_back(numberCell(item.price, kWonFormat));
        cells.push_back(numberCell(item.period == "month" ? std::to_string(kMonths) : "1", kWholeFormat));
        cells.push_back(grows ? numberCell(m_cost.growthPercent, "0.##") : emptyCell());
        for (int year = 1; year <= m_cost.years; ++year) {
            const std::string value = ofYear(item, grows, year).text();
            if (item.period == "once" && year > 1)
                cells.push_back(numberCell("0", kWonFormat));
            else if (year == 1 || !grows)
                cells.push_back(formulaCell(fmt::format("D{0}*E{0}*F{0}*G{0}", row), value, kWonFormat));
            else
                cells.push_back(
                    formulaCell(fmt::format("ROUNDUP(ROUND(D{0}*(1+H{0}/100)^{1},6),0)*E{0}*F{0}*G{0}", row, year - 1), value, kWonFormat));
        }
        cells.push_back(formulaCell(fmt::format("ROUND(SUM(I{0}:{1}{0}),0)", row, yearColumn(m_cost.years)), item.total, kWonFormat));
        return cells;
    }

    void sums(const char* side, std::string RunningCostYear::* value, const std::string& total, std::size_t last)
    {
        const std::size_t row = m_sheet.rows.size() + 1;
        SheetRow cells = {textCell(m_composer.say(side), Style::Total), textCell(m_composer.say("report.row.total"), Style::Total)};
        cells.insert(cells.end(), 6, emptyCell(Style::Total));
        for (int year = 1; year <= m_cost.years; ++year)
            cells.push_back(formulaCell(fmt::format("ROUND(SUMIF($A$2:$A${0},$A{1},{2}$2:{2}${0}),0)", last, row, yearColumn(year)),
                                        m_cost.perYear.at(static_cast<std::size_t>(year - 1)).*value, kWonFormat, Style::Total));
        cells.push_back(formulaCell(fmt::format("SUM(I{0}:{1}{0})", row, yearColumn(m_cost.years)), total, kWonFormat, Style::Total));
        m_sheet.rows.push_back(std::move(cells));
    }

    const Composer& m_composer;
    const RunningCost& m_cost;
    Sheet m_sheet;
};

} // namespace

std::vector<Sheet> besideSheets(const Composer& composer, const StepCells& steps)
{
    std::vector<Sheet> out;
    const ReportInput& input = composer.input();
    if (input.beside.isp && input.estimate)
        out.push_back(ispSheet(composer, steps));
    if (const auto factors = proposedFactors(composer); !factors.empty())
        out.push_back(proposalSheet(composer, factors));
    if (input.plan && input.plan->runningCost)
        out.push_back(RunningBook(composer, *input.plan->runningCost).build());
    return out;
}

} // namespace naru::reports
