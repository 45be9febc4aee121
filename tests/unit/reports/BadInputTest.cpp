#include "reports/builders/ReportInput.h"
#include "reports/qt/PageComposer.h"
#include "reports/qt/PdfWriter.h"
#include "reports/qt/ReportExport.h"
#include "reports/writers/FormatNotes.h"
#include "reports/writers/HtmlWriter.h"
#include "reports/writers/hwpx/HwpxCheck.h"
#include "tests/support/SampleEstimate.h"
#include "tests/support/SampleReport.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace naru;

namespace {

constexpr std::size_t kLongCell = 10'000;

/// Texts that formats trip over, in every place that holds text.
core::ReportModel hostileReport()
{
    core::ReportModel model = tests::sampleReport();
    const std::string markup = "</p><script>alert(\"1\")</script>&<![CDATA[ ]]> 표";
    const std::string control("a\x01\x02\x1B[31mb\x00c\xC3(", 13);
    const std::string emoji = "가족 \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 국기 \xF0\x9F\x87\xB0\xF0\x9F\x87\xB7";
    model.title = markup;
    model.subtitle = control;
    core::ReportTable table{.caption = emoji, .anchor = "bad \"anchor\" <1>"};
    table.rows.push_back({{.runs = {core::plain(markup)}}, {.runs = {core::plain(control)}}});
    for (const char* formula : {"=1+1", "+SUM(A1)", "-2", "@cmd", "=HYPERLINK(\"http://x\")"})
        table.rows.push_back({{.runs = {core::plain(formula)}}, {.runs = {core::plain(emoji)}, .alignment = core::Alignment::End}});
    std::string longText;
    while (longText.size() < kLongCell * 3)
        longText += "긴글";
    table.rows.push_back({{.runs = {core::plain(longText)}}, {.runs = {core::plain(std::string(kLongCell, 'x'))}}});
    model.blocks.emplace_back(table);
    model.blocks.emplace_back(core::Heading{.level = 1, .text = markup + control, .anchor = "bad heading"});
    model.blocks.emplace_back(core::Paragraph{.runs = {core::plain(longText)}});
    return model;
}

} // namespace

TEST(BadInput, EveryFormatTakesHostileTexts)
{
    const reports::PaintingSession painting;
    const core::ReportModel model = hostileReport();
    for (const std::string& format : reports::exportFormats()) {
        const auto bytes = reports::exportReport(model, format);
        ASSERT_TRUE(bytes) << format << ": " << bytes.error().key;
        EXPECT_GT(bytes->size(), 1000U) << format;
        EXPECT_EQ(*bytes, *reports::exportReport(model, format)) << format << " differs from one time to the next";
        if (format == "hwpx") {
            EXPECT_TRUE(reports::checkHwpx(*bytes).empty());
        }
        if (format == "html") {
            EXPECT_EQ(bytes->find("<script"), std::string::npos);
            EXPECT_EQ(bytes->find('\x01'), std::string::npos);
            EXPECT_EQ(bytes->find("id=\"bad heading\""), std::string::npos) << "ids hold no blanks";
        }
    }
}

TEST(BadInput, ALongCellGoesOnOverPages)
{
    const reports::PaintingSession painting;
    const core::ReportModel model = hostileReport();
    const reports::PageStyle style = reports::pageStyle();
    const reports::Pages pages = reports::composePages(model, style);
    EXPECT_GT(pages.pages.size(), 4U);
    for (const reports::Page& page : pages.pages) {
        const double foot = style.paper(page.landscape).height() - style.bottom + 1;
        for (const reports::Mark& mark : page.marks)
            if (const auto* text = std::get_if<reports::TextMark>(&mark)) {
                EXPECT_LT(text->at.y(), foot) << "text below the foot of a page";
            }
    }
}

TEST(BadInput, WithoutResultsEveryDocumentSaysWhatIsMissing)
{
    for (const std::string language : {"ko", "en"}) {
        const auto texts = core::Texts::load(NARU_RESOURCES, language);
        ASSERT_TRUE(texts);
        reports::ReportInput empty{.projectName = "p", .systemName = "s"};
        empty.templates = std::string(NARU_RESOURCES) + "/templates";
        for (const std::string& kind : reports::reportKinds()) {
            const auto model = reports::buildReport(kind, empty, *texts);
            ASSERT_TRUE(model) << kind;
            const std::string html = reports::writeHtml(*model);
            const std::string body = html.substr(html.find("<main>"));
            for (const char* raw : {">report.", ">rfp.", "{total}", "[[", "{count}"})
                EXPECT_EQ(body.find(raw), std::string::npos) << kind << " shows " << raw;
            EXPECT_TRUE(std::ranges::any_of(model->clauses, &core::Clause::gap)) << kind << " marks nothing as missing";
        }
    }
}

TEST(BadInput, TheSelfDiagnosisIsOneSheetHoweverLongTheNotes)
{
    const reports::PaintingSession painting;
    const auto texts = core::Texts::load(NARU_RESOURCES, "ko");
    ASSERT_TRUE(texts);
    reports::ReportInput input{.projectName = "p", .systemName = "시스템"};
    input.assessment.emplace();
    for (int i = 1; i <= 10; ++i) {
        core::AssessedItem item{.id = std::to_string(i), .group = i < 4 ? "stable" : i < 7 ? "change" : i < 9 ? "quality" : "time"};
        for (int words = 0; words < 30; ++words)
            item.question.ko += "여러 낱말로 된 물음 ";
        item.question.en = item.question.ko;
        item.answer.note = std::string(3000, 'n');
        input.assessment->items.push_back(item);
    }
    const auto sheet = reports::buildReport("diagnosis", input, *texts);
    ASSERT_TRUE(sheet);
    EXPECT_EQ(reports::composePages(*sheet, reports::pageStyle()).pages.size(), 1U);
    const auto full = reports::buildReport("diagnosis-full", input, *texts);
    ASSERT_TRUE(full);
    EXPECT_GT(reports::composePages(*full, reports::pageStyle()).pages.size(), 1U);
}

TEST(FormatNotes, SayWhatIsLeftOutAndOnlyThat)
{
    const core::ReportModel model = tests::sampleReport();
    const auto has = [&](const char* format, const char* key) {
        const auto notes = reports::formatNotes(model, format);
        return std::ranges::find(notes, key) != notes.end();
    };
    EXPECT_TRUE(has("md", "report.note.md.figures"));
    EXPECT_TRUE(has("hwpx", "report.note.hwpx.figures"));
    EXPECT_TRUE(has("pdf", "report.note.pdf.tags"));
    EXPECT_FALSE(has("xlsx", "report.note.xlsx.long-cells"));
    core::ReportModel bare{.kind = "x", .language = "ko", .title = "t"};
    EXPECT_TRUE(reports::formatNotes(bare, "docx").empty());
    EXPECT_TRUE(reports::formatNotes(bare, "html").empty());
}
