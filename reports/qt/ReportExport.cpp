#include "reports/qt/ReportExport.h"

#include "reports/qt/PageLayout.h"
#include "reports/qt/PageStyle.h"
#include "reports/qt/PdfWriter.h"
#include "reports/qt/SvgRasterizer.h"
#include "reports/writers/FormatNotes.h"
#include "reports/writers/HtmlWriter.h"
#include "reports/writers/MarkdownWriter.h"
#include "reports/writers/docx/DocxWriter.h"
#include "reports/writers/hwpx/HwpxWriter.h"
#include "reports/writers/xlsx/XlsxWriter.h"

#include <functional>

namespace naru::reports {

using namespace naru::core;

namespace {

struct Format {
    std::string name;
    std::function<Result<std::string>(const ReportModel&)> write;
};

const std::vector<Format>& formats()
{
    static const std::vector<Format> all = {
        {"html", [](const ReportModel& model) -> Result<std::string> { return writeHtml(model); }},
        {"pdf",
         [](const ReportModel& model) {
             const PaintingSession painting;
             return writePdf(model);
         }},
        {"hwpx",
         [](const ReportModel& model) {
             const PaintingSession painting;
             SvgRasterizer painter;
             PageLayout pages;
             return writeHwpx(model, &painter, &pages);
         }},
        {"docx",
         [](const ReportModel& model) {
             const PaintingSession painting;
             SvgRasterizer painter;
             PageLayout pages;
             return writeDocx(model, &painter, &pages);
         }},
        {"xlsx",
         [](const ReportModel& model) {
             const PaintingSession painting;
             SvgRasterizer painter;
             return writeXlsx(model, &painter);
         }},
        {"md", [](const ReportModel& model) -> Result<std::string> { return writeMarkdown(model); }},
    };
    return all;
}

} // namespace

const std::vector<std::string>& exportFormats()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const Format& format : formats())
            list.push_back(format.name);
        return list;
    }();
    return names;
}

Result<std::string> exportReport(const ReportModel& model, const std::string& format)
{
    std::string known;
    for (const Format& candidate : formats()) {
        if (candidate.name == format)
            return candidate.write(model);
        known += (known.empty() ? "" : ", ") + candidate.name;
    }
    return failure(ErrorCode::InvalidArgument, "report.unknown-format", {{"format", format}, {"known", known}});
}

std::vector<std::string> exportNotes(const ReportModel& model, const std::string& format)
{
    std::vector<std::string> notes = formatNotes(model, format);
    if (format != "hwpx" && format != "docx" && format != "xlsx")
        return notes; // PDF is refused without fonts; the others hold no pictures
    const PaintingSession painting;
    if (pageStyle().family.isEmpty())
        notes.emplace_back("report.note.no-font");
    return notes;
}

} // namespace naru::reports
