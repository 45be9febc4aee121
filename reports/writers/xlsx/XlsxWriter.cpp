#include "reports/writers/xlsx/XlsxWriter.h"

#include "core/base/Ascii.h"
#include "core/base/Files.h"
#include "core/base/Markup.h"
#include "reports/writers/Numbering.h"
#include "reports/writers/xlsx/SheetsOfTables.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <unistd.h>

namespace naru::reports {

using namespace naru::core;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kCellUnits = 32'000;   ///< a cell holds 32,767 UTF-16 units
constexpr std::size_t kSheetNameLength = 31; ///< characters
constexpr std::size_t kMostSheets = 1'000;
constexpr double kLinePoints = 15;  ///< height of a line of 10 points
constexpr double kHighestRow = 405; ///< points; a row holds 409
constexpr double kRowMm = 5.2; ///< height of a row of plain text

/// A folder of its own for the temporary files, gone with everything in it when this goes.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::error_code error;
        std::string pattern = (fs::temp_directory_path(error) / "naru-xlsx-XXXXXX").string();
        if (!error && ::mkdtemp(pattern.data()) != nullptr)
            m_path = pattern;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

/// Seconds since 1970 of an ISO day; the day 2000-01-01 when there is none, for a workbook must name one.
time_t momentOf(const std::string& day)
{
    using namespace std::chrono;
    int parts[3] = {2000, 1, 1};
    if (day.size() >= 10)
        for (int i = 0; i < 3; ++i)
            parts[i] = std::atoi(day.substr(i == 0 ? 0 : static_cast<std::size_t>(2 + 3 * i), i == 0 ? 4 : 2).c_str());
    const year_month_day date{year{parts[0]}, month{static_cast<unsigned>(parts[1])}, std::chrono::day{static_cast<unsigned>(parts[2])}};
    return date.ok() ? sys_days(date).time_since_epoch().count() * 86400 : 946684800;
}

std::string cellText(const std::string& text)
{
    const std::string clean = core::cleanText(text);
    std::size_t units = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const auto byte = static_cast<unsigned char>(clean[i]);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        units += byte >= 0xF0U ? 2 : 1;
        if (units > kCellUnits)
            return clean.substr(0, i) + "…";
    }
    return clean;
}

/// Lines that a text takes in a column of so many characters, of which a Korean one takes two.
int linesOf(const std::string& text, double width)
{
    double used = 0;
    int lines = 1;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        used += byte >= 0xE0U ? 2 : 1;
        if (c == '\n' || used > width) {
            ++lines;
            used = c == '\n' ? 0 : 1;
        }
    }
    return lines;
}

class WrittenWorkbook {
public:
    WrittenWorkbook(const ReportModel& model, const fs::path& folder) : m_file(folder / "report.xlsx"), m_folder(folder.string())
    {
        lxw_workbook_options options{};
        options.tmpdir = m_folder.data();
        m_book = workbook_new_opt(m_file.c_str(), &options);
        if (m_book == nullptr)
            return;
        m_title = cellText(model.title);
        m_author = cellText(model.author);
        m_application = "Naru";
        lxw_doc_properties properties{};
        properties.title = m_title.data();
        properties.author = m_author.data();
        properties.company = m_application.data();
        properties.created = momentOf(model.date);
        workbook_set_properties(m_book, &properties);
    }

    bool add(const Sheet& sheet)
    {
        lxw_worksheet* page = m_book == nullptr ? nullptr : workbook_add_worksheet(m_book, sheetName(sheet.name).c_str());
        if (page == nullptr)
            return false;
        for (std::size_t i = 0; i < sheet.widths.size(); ++i)
            worksheet_set_column(page, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), sheet.widths[i], nullptr);
        std::size_t columns = 1;
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            columns = std::max(columns, sheet.rows[row].size());
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                put(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), sheet.rows[row][column]);
            // Programs do not all find the height of broken lines themselves.
            if (const int lines = mostLines(sheet, sheet.rows[row]); lines > 1)
                worksheet_set_row(page, static_cast<lxw_row_t>(row), std::min(lines * kLinePoints, kHighestRow), nullptr);
        }
        if (sheet.headerRow >= 0) {
            const auto header = static_cast<lxw_row_t>(sheet.headerRow);
            worksheet_freeze_panes(page, header + 1, 0);
            worksheet_repeat_rows(page, header, header);
            if (sheet.filter && sheet.rows.size() > header + 1)
                worksheet_autofilter(page, header, 0, static_cast<lxw_row_t>(sheet.rows.size() - 1), static_cast<lxw_col_t>(columns - 1));
        }
        worksheet_set_paper(page, 9); // A4
        worksheet_set_landscape(page);
        worksheet_fit_to_pages(page, 1, 0);
        worksheet_set_footer(page, "&C- &P -");
        return true;
    }

    /// The figures one below the other on a sheet of their own.
    Result<void> addFigures(const ReportModel& model, FigureRasterizer& rasterizer)
    {
        const Numbering numbers(model);
        lxw_worksheet* page = nullptr;
        double row = 0;
        for (const Block& block : model.blocks) {
            const auto* figure = std::get_if<Figure>(&block);
            if (figure == nullptr)
                continue;
            auto image = rasterizer.rasterize(figure->svg, figure->width, figure->height);
            if (!image)
                return std::unexpected(image.error());
            if (page == nullptr)
                page = workbook_add_worksheet(m_book, sheetName(model.language == "ko" ? "그림" : "Figures").c_str());
            if (page == nullptr)
                return failure(ErrorCode::Internal, "report.xlsx.failed", {{"detail", "figures"}});
            m_pictures.push_back(std::move(image->png)); // read when the workbook is closed
            const SheetCell caption{.kind = SheetCell::Kind::Text,
                                    .text =
                                        captionText(model.language, figureLabel(model.language, numbers.figure(*figure)), figure->caption),
                                    .style = SheetCell::Style::Title};
            put(page, static_cast<lxw_row_t>(row), 0, caption);
            std::string alternative = cellText(figure->alternative);
            lxw_image_options options{};
            options.description = alternative.data();
            worksheet_insert_image_buffer_opt(page, static_cast<lxw_row_t>(row) + 1, 0,
                                              reinterpret_cast<const unsigned char*>(m_pictures.back().data()), m_pictures.back().size(),
                                              &options);
            row += 4 + std::ceil(figure->height / kRowMm);
        }
        return {};
    }

    Result<std::string> finish()
    {
        if (m_book == nullptr)
            return failure(ErrorCode::NotWritable, "report.xlsx.failed", {{"detail", "workbook"}});
        const lxw_error error = workbook_close(m_book); // frees it
        m_book = nullptr;
        if (error != LXW_NO_ERROR)
            return failure(ErrorCode::NotWritable, "report.xlsx.failed", {{"detail", lxw_strerror(error)}});
        return readFile(m_file);
    }

    ~WrittenWorkbook()
    {
        if (m_book != nullptr)
            lxw_workbook_free(m_book);
    }
    WrittenWorkbook(const WrittenWorkbook&) = delete;
    WrittenWorkbook& operator=(const WrittenWorkbook&) = delete;

private:
    static int mostLines(const Sheet& sheet, const std::vector<SheetCell>& row)
    {
        int lines = 1;
        for (std::size_t i = 0; i < row.size() && i < sheet.widths.size(); ++i)
            if (row[i].kind == SheetCell::Kind::Text && row[i].style != SheetCell::Style::Title && row[i].style != SheetCell::Style::Note)
                lines = std::max(lines, linesOf(row[i].text, sheet.widths[i] - 1));
        return lines;
    }

    void put(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const SheetCell& cell)
    {
        lxw_format* format = formatOf(cell);
        switch (cell.kind) {
        case SheetCell::Kind::Text:
            worksheet_write_string(page, row, column, cellText(cell.text).c_str(), format);
            break;
        case SheetCell::Kind::Number:
            worksheet_write_number(page, row, column, std::strtod(cell.text.c_str(), nullptr), format);
            break;
        case SheetCell::Kind::Formula:
            worksheet_write_formula_num(page, row, column, ("=" + cell.formula).c_str(), format, std::strtod(cell.text.c_str(), nullptr));
            break;
        case SheetCell::Kind::Empty:
            if (cell.style != SheetCell::Style::Plain)
                worksheet_write_blank(page, row, column, format);
            break;
        }
    }

    lxw_format* formatOf(const SheetCell& cell)
    {
        const bool number = cell.kind == SheetCell::Kind::Number || cell.kind == SheetCell::Kind::Formula;
        lxw_format*& format = m_formats[{cell.style, number ? cell.format : std::string("text")}];
        if (format != nullptr)
            return format;
        format = workbook_add_format(m_book);
        format_set_font_name(format, "맑은 고딕");
        format_set_font_size(format, cell.style == SheetCell::Style::Title ? 14 : 10);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        if (cell.style == SheetCell::Style::Title || cell.style == SheetCell::Style::Header || cell.style == SheetCell::Style::Total)
            format_set_bold(format);
        if (cell.style == SheetCell::Style::Header) {
            format_set_bg_color(format, 0xE9EEF5);
            format_set_align(format, LXW_ALIGN_CENTER);
        }
        if (cell.style == SheetCell::Style::Note)
            format_set_font_color(format, 0x4A5563);
        if (cell.style != SheetCell::Style::Title && cell.style != SheetCell::Style::Note) {
            format_set_border(format, LXW_BORDER_THIN);
            format_set_border_color(format, 0x9AA3AE);
            format_set_text_wrap(format);
        }
        if (number)
            format_set_num_format(format, cell.format.empty() ? "General" : cell.format.c_str());
        else
            format_set_num_format(format, "@"); // stays text even when it is edited
        return format;
    }

    /// A name that the format allows, and that no sheet before has.
    std::string sheetName(const std::string& wanted)
    {
        std::string name;
        for (const char c : core::cleanText(wanted))
            name += std::string_view("[]:*?/\\'\n\t").find(c) == std::string_view::npos ? c : ' ';
        name = std::string(core::firstCharacters(name, kSheetNameLength));
        const std::string base = name.find_first_not_of(' ') == std::string::npos ? std::string("Sheet") : name;
        name = base;
        for (int i = 2; !m_names.insert(core::smallLetters(name)).second; ++i) {
            const std::string tail = " " + std::to_string(i);
            name = std::string(core::firstCharacters(base, kSheetNameLength - tail.size())) + tail;
        }
        return name;
    }

    fs::path m_file;
    std::string m_folder;
    std::string m_title;
    std::string m_author;
    std::string m_application;
    lxw_workbook* m_book = nullptr;
    std::map<std::pair<SheetCell::Style, std::string>, lxw_format*> m_formats;
    std::set<std::string> m_names;
    std::deque<std::string> m_pictures; ///< PNG bytes, which must stay where they are
};

} // namespace

Result<std::string> writeXlsx(const ReportModel& model, FigureRasterizer* rasterizer)
{
    const TemporaryFolder folder;
    if (folder.path().empty())
        return failure(ErrorCode::NotWritable, "report.xlsx.failed", {{"detail", "temporary folder"}});
    std::vector<Sheet> own;
    if (model.sheets.empty())
        own = sheetsOfTables(model);
    const std::vector<Sheet>& sheets = model.sheets.empty() ? own : model.sheets;
    WrittenWorkbook book(model, folder.path());
    for (std::size_t i = 0; i < std::min(kMostSheets, sheets.size()); ++i)
        if (!book.add(sheets[i]))
            return failure(ErrorCode::Internal, "report.xlsx.failed", {{"detail", sheets[i].name}});
    if (rasterizer != nullptr)
        if (const auto drawn = book.addFigures(model, *rasterizer); !drawn)
            return std::unexpected(drawn.error());
    return book.finish();
}

} // namespace naru::reports
