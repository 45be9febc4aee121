#include "reports/writers/xlsx/SheetsOfTables.h"

#include "reports/writers/Numbering.h"
#include "reports/writers/TableGrid.h"

#include <algorithm>
#include <cctype>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr double kSheetWidth = 130; ///< characters over all columns
constexpr int kExactDigits = 15;

std::string textOf(const Runs& runs, const Numbering& numbers)
{
    std::string text;
    for (const TextRun& run : runs) {
        text += run.text.empty() && !run.refersTo.empty() ? numbers.reference(run.refersTo) : run.text;
        if (!run.footnote.empty())
            text += " (" + run.footnote + ")";
    }
    return text;
}

SheetCell textCell(std::string text, SheetCell::Style style = SheetCell::Style::Plain)
{
    return {.kind = SheetCell::Kind::Text, .text = std::move(text), .style = style};
}

SheetCell cellOf(const PlacedCell& placed, const Numbering& numbers)
{
    if (placed.cell == nullptr)
        return {};
    const std::string text = textOf(placed.cell->runs, numbers);
    if (placed.header)
        return textCell(text, SheetCell::Style::Header);
    const std::string number = placed.cell->alignment == Alignment::End ? plainNumber(text) : std::string();
    if (number.empty())
        return textCell(text);
    const auto point = number.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : number.size() - point - 1;
    return {.kind = SheetCell::Kind::Number,
            .text = number,
            .format = decimals == 0 ? std::string("#,##0") : "#,##0." + std::string(decimals, '0')};
}

/// The label without the brackets of captions, for the tab of a sheet.
std::string plainLabel(std::string label)
{
    for (const std::string_view bracket : {"〈", "〉"})
        if (const std::size_t at = label.find(bracket); at != std::string::npos)
            label.erase(at, bracket.size());
    return label;
}

Sheet sheetOf(const ReportTable& table, const Numbering& numbers, const std::string& label)
{
    const TableGrid grid(table);
    Sheet sheet{.name = label, .headerRow = grid.headerRows() > 0 ? static_cast<int>(grid.headerRows()) : -1};
    for (const int width : grid.widths(static_cast<int>(kSheetWidth)))
        sheet.widths.push_back(std::clamp(static_cast<double>(width), 8.0, 80.0));
    sheet.rows.push_back({textCell(captionText(numbers.language(), label, table.caption), SheetCell::Style::Title)});
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        std::vector<SheetCell> cells(grid.columns());
        for (const PlacedCell& placed : grid.row(row))
            cells[placed.column] = cellOf(placed, numbers);
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

} // namespace

std::string plainNumber(const std::string& text)
{
    std::string number;
    int digits = 0;
    bool point = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
            ++digits;
            number += c;
        } else if (c == '.' && !point && digits > 0) {
            point = true;
            number += c;
        } else if (c == '-' && i == 0) {
            number += c;
        } else if (c != ',' || digits == 0 || point) {
            return {};
        }
    }
    return digits == 0 || digits > kExactDigits || number.ends_with('.') ? std::string() : number;
}

std::vector<Sheet> sheetsOfTables(const ReportModel& model)
{
    const Numbering numbers(model);
    Sheet text{.name = model.language == "ko" ? "본문" : "Text", .widths = {110}, .headerRow = -1};
    text.rows.push_back({textCell(model.title, SheetCell::Style::Title)});
    for (const FrontLine& line : frontLines(model))
        text.rows.push_back({textCell(line.label + ": " + line.text)});
    std::vector<Sheet> tables;
    bool afterForm = false;
    for (const Block& block : model.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            const std::string number = numbers.heading(*heading);
            text.rows.push_back({textCell(number.empty() ? heading->text : number + " " + heading->text, SheetCell::Style::Header)});
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            text.rows.push_back({textCell(paragraphMark(model.language, paragraph->style) + textOf(paragraph->runs, numbers))});
        } else if (const auto* list = std::get_if<List>(&block)) {
            for (const ListItem& item : list->items)
                text.rows.push_back({textCell(std::string(2 * static_cast<std::size_t>(std::clamp(item.level, 0, 8)), ' ') +
                                              listMark(model.language, item.level) + " " + textOf(item.runs, numbers))});
        } else if (const auto* table = std::get_if<ReportTable>(&block); table != nullptr && !table->rows.empty()) {
            const std::string label = tableLabel(model.language, numbers.table(*table));
            text.rows.push_back({textCell(captionText(model.language, label, table->caption))});
            Sheet sheet = sheetOf(*table, numbers, plainLabel(label));
            // Forms that follow each other share a sheet: nobody looks through a hundred of them.
            const bool form = table->headerRows == 0;
            if (form && afterForm) {
                Sheet& before = tables.back();
                before.rows.emplace_back();
                before.rows.insert(before.rows.end(), std::make_move_iterator(sheet.rows.begin()),
                                   std::make_move_iterator(sheet.rows.end()));
            } else {
                tables.push_back(std::move(sheet));
            }
            afterForm = form;
            continue;
        } else if (const auto* figure = std::get_if<Figure>(&block)) {
            text.rows.push_back(
                {textCell(captionText(model.language, figureLabel(model.language, numbers.figure(*figure)), figure->caption) + ": " +
                          figure->alternative)});
        }
        afterForm = false;
    }
    std::vector<Sheet> sheets = {std::move(text)};
    sheets.insert(sheets.end(), std::make_move_iterator(tables.begin()), std::make_move_iterator(tables.end()));
    return sheets;
}

} // namespace naru::reports
