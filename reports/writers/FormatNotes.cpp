#include "reports/writers/FormatNotes.h"

#include <algorithm>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr std::size_t kLargestCell = 32'000; ///< bytes that any cell of a workbook surely holds

struct Contained {
    bool contents = false;
    bool figures = false;
    bool spans = false;
    bool landscape = false;
    bool longCells = false;
};

Contained partsOf(const ReportModel& model)
{
    Contained found;
    for (const Block& block : model.blocks) {
        found.contents = found.contents || std::holds_alternative<Contents>(block);
        found.figures = found.figures || std::holds_alternative<Figure>(block);
        if (const auto* section = std::get_if<Section>(&block))
            found.landscape = found.landscape || section->landscape;
        if (const auto* table = std::get_if<ReportTable>(&block))
            for (const auto& row : table->rows)
                for (const Cell& cell : row) {
                    std::size_t bytes = 0;
                    for (const TextRun& run : cell.runs)
                        bytes += run.text.size();
                    found.longCells = found.longCells || bytes > kLargestCell;
                    found.spans = found.spans || cell.rowSpan > 1 || cell.columnSpan > 1;
                }
    }
    return found;
}

} // namespace

std::vector<std::string> formatNotes(const ReportModel& model, const std::string& format)
{
    const Contained has = partsOf(model);
    std::vector<std::string> notes;
    const auto note = [&](bool applies, const char* key) {
        if (applies)
            notes.emplace_back(key);
    };
    if (format == "html")
        note(has.contents, "report.note.html.pages");
    if (format == "pdf")
        note(true, "report.note.pdf.tags");
    if (format == "hwpx") {
        note(has.contents, "report.note.pages-estimated");
        note(has.figures, "report.note.hwpx.figures");
    }
    if (format == "docx")
        note(has.contents, "report.note.pages-estimated");
    if (format == "xlsx" && model.sheets.empty()) {
        note(true, "report.note.xlsx.layout");
        note(has.spans, "report.note.spans");
    }
    if (format == "xlsx") {
        note(has.figures, "report.note.xlsx.figures");
        note(has.longCells, "report.note.xlsx.long-cells");
    }
    if (format == "md") {
        note(has.figures, "report.note.md.figures");
        note(has.spans, "report.note.spans");
        note(model.cover || has.landscape, "report.note.md.layout");
    }
    return notes;
}

} // namespace naru::reports
