#include "reports/builders/SplitSheets.h"

#include "core/base/Ascii.h"
#include "costing/Allocation.h"
#include "costing/SplitComparison.h"
#include "costing/Tariff.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace naru::reports {

using namespace naru::core;

namespace {

using Style = SheetCell::Style;

constexpr std::size_t kFirstFunction = 2; ///< row of the first function, here and in the inventory
constexpr const char* kSwitch = "$B$4";   ///< API links: yes or no
constexpr std::size_t kPointsRow = 7;     ///< of the comparison

std::string difference(const std::string& more, const std::string& less)
{
    return (Decimal::parse(more).value_or(Decimal()) - Decimal::parse(less).value_or(Decimal())).text();
}

std::string valueOf(const Estimate& estimate, const std::string& step)
{
    const auto found = std::ranges::find(estimate.steps, step, &EstimateStep::name);
    return found == estimate.steps.end() ? "0" : found->value;
}

} // namespace

std::string StepCells::cell(const std::string& step, char column) const
{
    const auto found = rows.find(step);
    return sheet.empty() || found == rows.end() ? std::string() : fmt::format("{}!${}${}", sheetReference(sheet), column, found->second);
}

SplitBook::SplitBook(const Composer& composer, std::string inventory)
    : m_composer(composer),
      m_input(composer.input()),
      m_inventory(std::move(inventory)),
      m_comparisonName(composer.say("report.sheet.split")),
      m_functionsName(composer.say("report.sheet.split-functions"))
{
    if (!m_input.count || !m_input.count->splitKnown || !m_input.partition || m_input.partition->alternatives.empty())
        return;
    m_split = &m_input.partition->alternatives.front();
    std::set<std::string> taken{core::smallLetters(composer.say("report.split-cost.no-context"))};
    for (const Context& context : m_split->contexts) {
        std::string name = context.name;
        for (int i = 2; !taken.insert(core::smallLetters(name)).second; ++i)
            name = fmt::format("{} ({})", context.name, i);
        m_names.emplace(context.id, name);
    }
}

SheetCell SplitBook::label(const char* key, Style style) const
{
    return textCell(m_composer.say(key), style);
}

SheetRow SplitBook::headers(std::initializer_list<const char*> keys) const
{
    SheetRow row;
    for (const char* key : keys)
        row.push_back(label(key, Style::Header));
    return row;
}

std::string SplitBook::contextName(const std::string& id) const
{
    const auto found = m_names.find(id);
    return found == m_names.end() ? m_composer.say("report.split-cost.no-context") : found->second;
}

std::string SplitBook::waveOf(const std::string& context) const
{
    if (m_input.plan)
        for (const Wave& wave : m_input.plan->waves)
            if (!context.empty() && std::ranges::find(wave.contexts, context, &PlannedContext::context) != wave.contexts.end())
                return std::to_string(wave.number);
    return m_composer.say("report.split-cost.no-wave");
}

std::size_t SplitBook::lastFunction() const
{
    return m_input.count->functions.size() + m_input.count->apiLinks.size() + kFirstFunction - 1;
}

std::string SplitBook::column(char letter) const
{
    return fmt::format("{0}!${1}${2}:${1}${3}", sheetReference(m_functionsName), letter, kFirstFunction,
                       std::max(lastFunction(), kFirstFunction));
}

std::string SplitBook::sizeFormula(const std::string& inventoryTotal) const
{
    const std::string total = fmt::format("{}!${{}}${}", sheetReference(m_functionsName), lastFunction() + 1);
    return fmt::format("ROUND({}+IF({}!{}=\"{}\",{}-{},0),2)", inventoryTotal, sheetReference(m_comparisonName), kSwitch,
                       m_composer.say("report.split-cost.on"), fmt::format(fmt::runtime(total), 'G'),
                       fmt::format(fmt::runtime(total), 'E'));
}

/// Every function before the split and after it, by both views: A number, B name, C type, D context, E points before, F after by
/// IFPUG, G after with API links, H what the split does, I where it stands.
Sheet SplitBook::functions() const
{
    Sheet sheet{.name = m_functionsName, .widths = {6, 42, 8, 24, 12, 16, 16, 34, 60}, .filter = true};
    sheet.rows.push_back(
        headers({"report.column.number", "report.column.function", "report.column.type", "report.column.context", "report.column.fp-before",
                 "report.column.fp-ifpug", "report.column.fp-links", "report.column.effect", "report.column.evidence"}));
    const std::string rejected = m_composer.say("report.function.rejected");
    const auto add = [&](const CountedFunction& function, bool link) {
        const std::size_t row = sheet.rows.size() + 1;
        const std::string points = function.state == FunctionState::Rejected ? "0" : function.fp;
        const auto same = [&](char of) { return formulaCell(fmt::format("{}{}", of, row), points, kPointsFormat); };
        const std::string counted = fmt::format("IF({0}!H{1}=\"{2}\",0,{0}!G{1})", sheetReference(m_inventory), row, rejected);
        sheet.rows.push_back({numberCell(std::to_string(row - 1), kWholeFormat), textCell(function.name),
                              textCell(std::string(costing::nameOf(function.type))), textCell(contextName(function.context)),
                              link ? numberCell("0", kPointsFormat) : formulaCell(counted, points, kPointsFormat),
                              link ? numberCell("0", kPointsFormat) : same('E'), link ? numberCell(points, kPointsFormat) : same('E'),
                              label(link ? "report.split-cost.added-link" : "report.split-cost.unchanged"),
                              textCell(function.evidence.empty() ? "" : where(function.evidence.front()))});
    };
    for (const CountedFunction& function : m_input.count->functions)
        add(function, false);
    for (const CountedFunction& link : m_input.count->apiLinks)
        add(link, true);
    const std::string& before = m_input.count->total;
    const std::string after =
        (Decimal::parse(before).value_or(Decimal()) + Decimal::parse(m_input.count->apiLinksTotal).value_or(Decimal())).text();
    const std::size_t last = sheet.rows.size();
    const auto sum = [&](char of, const std::string& value) {
        return last < kFirstFunction
                   ? numberCell("0", kPointsFormat, Style::Total)
                   : formulaCell(fmt::format("ROUND(SUM({0}{1}:{0}{2}),2)", of, kFirstFunction, last), value, kPointsFormat, Style::Total);
    };
    sheet.rows.push_back({emptyCell(Style::Total), label("report.row.total", Style::Total), emptyCell(Style::Total),
                          emptyCell(Style::Total), sum('E', before), sum('F', before), sum('G', after)});
    return sheet;
}

/// The steps of both estimates side by side: C by IFPUG, D with API links, E what these add.
class SplitBook::Chain {
public:
    Chain(const SplitBook& book, const StepCells& steps, Sheet& sheet)
        : m_book(book),
          m_steps(steps),
          m_sheet(sheet),
          m_byIfpug(*book.m_input.beside.byIfpug),
          m_withLinks(*book.m_input.beside.withApiLinks),
          m_priced(*book.m_input.estimate)
    {
    }

    void add()
    {
        const Estimate& priced = m_priced;
        line("costing.step.before", {},
             fmt::format("{{0}}{}*{}*{}", kPointsRow, m_steps.cell("report.row.unit-price", 'D'),
                         m_steps.cell("report.row.stage-sum", 'B')));
        for (const auto& [id, value] : m_byIfpug.factors) {
            const std::size_t before = m_sheet.rows.size();
            if (id == "size" && m_book.m_input.beside.sizeFormula) {
                const auto size = [&](char column, const Estimate& of) {
                    return formulaCell(sizeFormulaOf(*m_book.m_input.beside.sizeFormula, fmt::format("{}{}", column, kPointsRow)),
                                       factorOf(of, id), kFactorFormat);
                };
                m_sheet.rows.push_back({m_book.label("report.row.size-factor"), {}, size('C', m_byIfpug), size('D', m_withLinks)});
                line("costing.step.size", {}, fmt::format("{{0}}{}*{{0}}{}", before, before + 1));
                continue;
            }
            line("costing.step." + id, given("costing.step." + id, value, factorOf(priced, id), kFactorFormat),
                 fmt::format("{{0}}{}*$B{}", before, before + 1));
        }
        const std::size_t after = m_sheet.rows.size();
        line("costing.step.profit", given("costing.step.profit", percentOf(m_byIfpug), percentOf(priced), "0.##\" %\""),
             fmt::format("{{0}}{}*$B{}/100", after, after + 1));
        const std::size_t expenses = m_sheet.rows.size() + 1;
        m_sheet.rows.push_back({m_book.label("costing.step.direct-expenses"), {}, expense('D'), expense('D'), numberCell("0", kWonFormat)});
        line("costing.step.development-cost", {}, fmt::format("{{0}}{0}+{{0}}{1}+{{0}}{2}", after, after + 1, expenses), Style::Total);
        finish();
    }

private:
    void finish()
    {
        std::string sum = fmt::format("{{0}}{}", m_sheet.rows.size());
        if (m_byIfpug.operation) {
            sum += fmt::format("+{{0}}{}", m_sheet.rows.size() + 1);
            const auto cost = numberCell(m_byIfpug.operation->cost, kWonFormat);
            m_sheet.rows.push_back({m_book.label("costing.step.operation"), {}, cost, cost, numberCell("0", kWonFormat)});
        }
        const std::size_t vat = m_sheet.rows.size() + 1;
        const auto rate = [](const Estimate& estimate) {
            const auto found = std::ranges::find(estimate.steps, "costing.step.vat", &EstimateStep::name);
            return found == estimate.steps.end() ? std::string("0") : found->operation.substr(0, found->operation.find(' '));
        };
        line("costing.step.vat", given("costing.step.vat", rate(m_byIfpug), rate(m_priced), "0.##\" %\""),
             fmt::format("({})*$B{}/100", sum, vat), Style::Plain, true);
        line("costing.step.total", {}, fmt::format("{}+{{0}}{}", sum, vat), Style::Total, true);
    }

    static std::string factorOf(const Estimate& estimate, const std::string& id)
    {
        for (const auto& [name, value] : estimate.factors)
            if (name == id)
                return value;
        return {};
    }

    static std::string percentOf(const Estimate& estimate) { return estimate.profitPercent.empty() ? "0" : estimate.profitPercent; }

    /// The factor of the sheet of the steps as long as both are the same; a stored estimate may be older than what is chosen now.
    SheetCell given(const std::string& step, const std::string& value, const std::string& priced, const char* format) const
    {
        const std::string cell = m_steps.cell(step, 'B');
        return value == priced && !cell.empty() ? formulaCell(cell, value, format) : numberCell(value, format);
    }

    SheetCell expense(char column) const
    {
        const std::string cell = m_steps.cell("costing.step.direct-expenses", column);
        return m_byIfpug.directExpenses == m_priced.directExpenses && !cell.empty()
                   ? formulaCell(cell, m_byIfpug.directExpenses, kWonFormat)
                   : numberCell(m_byIfpug.directExpenses, kWonFormat);
    }

    /// `exact` has {0} where the letter of the column stands. Policies that round at the end carry the exact amount on.
    void line(const std::string& step, SheetCell factor, const std::string& exact, Style style = Style::Plain, bool whole = false)
    {
        const bool carried = m_byIfpug.rounding.ends_with("at-end") && style != Style::Total && !whole;
        const std::size_t row = m_sheet.rows.size() + 1;
        const auto amount = [&](char column, const std::string& value) {
            const std::string expression = fmt::format(fmt::runtime(exact), column);
            return formulaCell(carried ? expression : roundedFormula("(" + expression + ")", m_byIfpug.rounding), value,
                               carried ? kExactFormat : kWonFormat, style);
        };
        const std::string before = valueOf(m_byIfpug, step);
        const std::string after = valueOf(m_withLinks, step);
        factor.style = style;
        m_sheet.rows.push_back(
            {m_book.label(step.c_str(), style), factor, amount('C', before), amount('D', after),
             formulaCell(fmt::format("D{0}-C{0}", row), difference(after, before), carried ? kExactFormat : kWonFormat, style)});
    }

    const SplitBook& m_book;
    const StepCells& m_steps;
    Sheet& m_sheet;
    const Estimate& m_byIfpug;
    const Estimate& m_withLinks;
    const Estimate& m_priced;
};

Sheet SplitBook::comparison(const StepCells& steps) const
{
    const FunctionPointCount& count = *m_input.count;
    Sheet sheet{.name = m_comparisonName, .widths = {52, 16, 26, 26, 20}, .headerRow = -1};
    const bool on = m_input.estimate && !m_input.estimate->apiLinksFp.empty() && m_input.estimate->apiLinksFp != "0";
    sheet.rows.push_back({label("report.split-cost", Style::Title)});
    sheet.rows.push_back({textCell(m_input.systemName, Style::Note)});
    sheet.rows.push_back({label("report.sheet.split-note", Style::Note)});
    sheet.rows.push_back({label("report.split-cost.switch"), label(on ? "report.split-cost.on" : "report.split-cost.off", Style::Total)});
    sheet.rows.push_back(headers(
        {"report.column.item", "report.column.factor-value", "report.column.by-ifpug", "report.column.with-links", "report.column.added"}));
    const std::size_t last = count.functions.size() + kFirstFunction - 1;
    const auto lines = costing::compareSplit(count, {}, {});
    const auto functions = std::ranges::find(lines, costing::SplitMeasure::Functions, &costing::SplitLine::measure);
    const std::string kept = last < kFirstFunction ? "0"
                                                   : fmt::format("COUNTIF({0}!$H${1}:$H${2},\"<>{3}\")", sheetReference(m_inventory),
                                                                 kFirstFunction, last, m_composer.say("report.function.rejected"));
    const std::string links = count.apiLinks.empty()
                                  ? "C6"
                                  : fmt::format("C6+COUNTA({0}!$B${1}:$B${2})", sheetReference(m_functionsName), last + 1, lastFunction());
    sheet.rows.push_back({label("report.row.functions"),
                          {},
                          formulaCell(kept, functions->before, kWonFormat),
                          formulaCell(links, functions->after, kWonFormat),
                          formulaCell("D6-C6", functions->added, kWonFormat)});
    const auto points = std::ranges::find(lines, costing::SplitMeasure::Points, &costing::SplitLine::measure);
    const auto total = [&](char column) { return fmt::format("{}!${}${}", sheetReference(m_functionsName), column, lastFunction() + 1); };
    sheet.rows.push_back({label("report.row.points"),
                          {},
                          formulaCell(total('F'), points->before, kPointsFormat),
                          formulaCell(total('G'), points->after, kPointsFormat),
                          formulaCell("ROUND(D7-C7,2)", points->added, kPointsFormat)});
    const CostBeside& beside = m_input.beside;
    if (!steps.sheet.empty() && m_input.estimate && beside.byIfpug && beside.withApiLinks)
        Chain(*this, steps, sheet).add();
    return sheet;
}

/// A context a row: A name, B functions, C points, D points of API links, E its exact share of the development cost, F without the
/// parts of a won, G the share with the won that are left, H its wave.
void SplitBook::addContexts(Sheet& sheet, const StepCells& steps, std::size_t first) const
{
    const Estimate* estimate = m_input.estimate && !steps.sheet.empty() ? &*m_input.estimate : nullptr;
    const auto shares = costing::costByContext(*m_input.count, *m_split, estimate);
    const costing::CostShare all = costing::sumOf(shares);
    const std::size_t last = first + shares.size() - 1;
    const std::size_t total = last + 1;
    const std::string cost = steps.cell("costing.step.development-cost", 'D');
    const Decimal amount = estimate != nullptr ? Decimal::parse(estimate->developmentCost).value_or(Decimal()) : Decimal();
    for (const costing::CostShare& share : shares) {
        const std::size_t row = sheet.rows.size() + 1;
        const auto sum = [&](char of) { return fmt::format("ROUND(SUMPRODUCT(({}=$A{})*{}),2)", column('D'), row, column(of)); };
        sheet.rows.push_back(
            {textCell(contextName(share.id)),
             formulaCell(fmt::format("SUMPRODUCT(({}=$A{})*({}>0))", column('D'), row, column('E')), std::to_string(share.functions),
                         kWonFormat),
             formulaCell(sum('E'), share.functionPoints.text(), kPointsFormat),
             formulaCell(fmt::format("ROUND(SUMPRODUCT(({0}=$A{1})*({2}-{3})),2)", column('D'), row, column('G'), column('F')),
                         share.apiLinks.text(), kPointsFormat)});
        SheetRow& cells = sheet.rows.back();
        if (estimate != nullptr && !all.functionPoints.zero()) {
            const Decimal exact = amount * share.functionPoints / all.functionPoints;
            const std::string remainder = fmt::format("ROUND(E{0}-F{0},6)", row);
            // The won that are left go to the largest remainders, the first of equal ones before the others.
            const std::string before =
                row == first ? "0" : fmt::format("SUMPRODUCT(--(ROUND(E${0}:E{1}-F${0}:F{1},6)={2}))", first, row - 1, remainder);
            cells.push_back(formulaCell(fmt::format("{}*C{}/C${}", cost, row, total), exact.text(), kExactFormat));
            cells.push_back(formulaCell(fmt::format("INT(ROUND(E{},6))", row), exact.rounded(0, Rounding::Down).text(), kWonFormat));
            cells.push_back(
                formulaCell(fmt::format("F{0}+IF(SUMPRODUCT(--(ROUND(E${1}:E${2}-F${1}:F${2},6)>{3}))+{4}<{5}-SUM(F${1}:F${2}),1,0)", row,
                                        first, last, remainder, before, cost),
                            share.cost.text(), kWonFormat));
        } else {
            cells.insert(cells.end(), 3, emptyCell());
        }
        cells.push_back(textCell(m_input.plan ? waveOf(share.id) : std::string()));
    }
    const auto sum = [&](char of, const Decimal& value, const char* format) {
        return formulaCell(fmt::format("ROUND(SUM({0}{1}:{0}{2}),2)", of, first, last), value.text(), format, Style::Total);
    };
    const bool priced = estimate != nullptr && !all.functionPoints.zero();
    sheet.rows.push_back({label("report.row.total", Style::Total), sum('B', Decimal(all.functions), kWonFormat),
                          sum('C', all.functionPoints, kPointsFormat), sum('D', all.apiLinks, kPointsFormat), emptyCell(Style::Total),
                          emptyCell(Style::Total), priced ? sum('G', all.cost, kWonFormat) : emptyCell(Style::Total),
                          emptyCell(Style::Total)});
}

void SplitBook::addWaves(Sheet& sheet, std::size_t firstContext, std::size_t lastContext) const
{
    const Estimate* estimate = m_input.estimate ? &*m_input.estimate : nullptr;
    const auto waves = costing::costByWave(costing::costByContext(*m_input.count, *m_split, estimate), *m_input.plan);
    const costing::CostShare all = costing::sumOf(waves);
    sheet.rows.emplace_back();
    sheet.rows.push_back(
        headers({"report.column.wave", "report.row.functions", "report.column.fp", "report.column.links-fp", "report.column.amount"}));
    const std::size_t first = sheet.rows.size() + 1;
    const auto sumOf = [&](char of, std::size_t row) {
        return fmt::format("ROUND(SUMPRODUCT(($H${0}:$H${1}=$A{2})*{3}${0}:{3}${1}),2)", firstContext, lastContext, row, of);
    };
    for (const costing::CostShare& wave : waves) {
        const std::size_t row = sheet.rows.size() + 1;
        sheet.rows.push_back({textCell(wave.id.empty() ? m_composer.say("report.split-cost.no-wave") : wave.id),
                              formulaCell(sumOf('B', row), std::to_string(wave.functions), kWonFormat),
                              formulaCell(sumOf('C', row), wave.functionPoints.text(), kPointsFormat),
                              formulaCell(sumOf('D', row), wave.apiLinks.text(), kPointsFormat),
                              estimate != nullptr ? formulaCell(sumOf('G', row), wave.cost.text(), kWonFormat) : emptyCell()});
    }
    const std::size_t last = sheet.rows.size();
    const auto sum = [&](char of, const Decimal& value, const char* format) {
        return formulaCell(fmt::format("ROUND(SUM({0}{1}:{0}{2}),2)", of, first, last), value.text(), format, Style::Total);
    };
    if (!waves.empty())
        sheet.rows.push_back({label("report.row.total", Style::Total), sum('B', Decimal(all.functions), kWonFormat),
                              sum('C', all.functionPoints, kPointsFormat), sum('D', all.apiLinks, kPointsFormat),
                              estimate != nullptr ? sum('E', all.cost, kWonFormat) : emptyCell(Style::Total)});
}

Sheet SplitBook::shares(const StepCells& steps) const
{
    Sheet sheet{.name = m_composer.say("report.sheet.shares"), .widths = {40, 12, 14, 16, 24, 18, 20, 16}, .headerRow = -1};
    sheet.rows.push_back({label("report.sheet.shares-title", Style::Title)});
    sheet.rows.push_back({label("report.sheet.shares-note", Style::Note)});
    sheet.rows.push_back(
        headers({"report.column.context", "report.row.functions", "report.column.fp", "report.column.links-fp", "report.column.exact-share",
                 "report.column.whole-share", "report.row.development-cost", "report.column.wave"}));
    const std::size_t first = sheet.rows.size() + 1;
    addContexts(sheet, steps, first);
    if (m_input.plan)
        addWaves(sheet, first, sheet.rows.size() - 1);
    return sheet;
}

} // namespace naru::reports
