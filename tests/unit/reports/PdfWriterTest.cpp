#include "reports/qt/PdfWriter.h"
#include "reports/qt/PageComposer.h"
#include "reports/qt/PageStyle.h"
#include "reports/qt/TextSetter.h"

#include "core/base/Files.h"
#include "tests/support/SampleReport.h"

#include <QHashFunctions>
#include <QImage>
#include <QPainter>
#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <thread>
#include <unistd.h>

using namespace naru;
namespace fs = std::filesystem;

namespace {

std::string outputOf(const std::string& command)
{
    std::string out;
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        out.append(buffer.data(), got);
    EXPECT_EQ(::pclose(pipe), 0) << command;
    return out;
}

} // namespace

TEST(PdfWriter, WritesAllTextOnPagesOfTheRightShape)
{
    const reports::PaintingSession painting;
    const auto pdf = reports::writePdf(tests::sampleReport());
    ASSERT_TRUE(pdf) << pdf.error().key;
    const fs::path file = fs::temp_directory_path() / ("naru-" + std::to_string(::getpid()) + ".pdf");
    ASSERT_TRUE(core::writeFile(file, *pdf));
    const std::string text = outputOf("pdftotext -layout '" + file.string() + "' -");
    for (const char* expected : {"시험 <보고서> & 부록", "도입이 필요한 것으로 판단됩니다.", "74,796,821", "구성도", "하나의 아래"})
        EXPECT_NE(text.find(expected), std::string::npos) << expected << " is missing in\n" << text;
    EXPECT_TRUE(std::regex_search(text, std::regex("- ?3 ?-"))) << "no page number in\n" << text;
    const std::string info = outputOf("pdfinfo -f 1 -l 3 '" + file.string() + "'");
    EXPECT_NE(info.find("Pages:           3"), std::string::npos) << info;
    EXPECT_NE(info.find("Page    2 size:  842"), std::string::npos) << info; // landscape
    EXPECT_NE(pdf->find("/Outlines"), std::string::npos);
    const std::string fonts = outputOf("pdffonts '" + file.string() + "'");
    EXPECT_EQ(fonts.find("Identity-H       no"), std::string::npos) << "a font is not embedded\n" << fonts;
    EXPECT_NE(fonts.find("Identity-H       yes"), std::string::npos) << fonts;
    if (const char* keep = std::getenv("NARU_KEEP_PDF"))
        fs::copy_file(file, keep, fs::copy_options::overwrite_existing);
    fs::remove(file);
}

TEST(Pages, OfAThreadThatHasEndedArePaintedAsTheyWereSet)
{
    const reports::PaintingSession painting;
    const core::ReportModel model = tests::sampleReport();
    const reports::PageStyle style = reports::pageStyle();
    const auto painted = [&style](const reports::Page& page, int number) {
        QImage image(style.paper(page.landscape).toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        reports::paintPage(painter, page, number, style);
        painter.end();
        return image;
    };
    reports::Pages elsewhere;
    std::thread([&] { elsewhere = reports::composePages(model, style); }).join(); // its fonts are gone now
    const reports::Pages here = reports::composePages(model, style);
    ASSERT_EQ(elsewhere.pages.size(), here.pages.size());
    for (std::size_t i = 0; i < here.pages.size(); ++i) {
        const QImage expected = painted(here.pages[i], static_cast<int>(i));
        EXPECT_EQ(painted(reports::forThisThread(elsewhere.pages[i]), static_cast<int>(i)), expected) << "page " << i + 1;
        QImage blank(expected.size(), expected.format());
        blank.fill(Qt::white);
        EXPECT_NE(expected, blank);
    }
}

TEST(Pages, NamesLongerThanALineArePartedAtTheirJoints)
{
    const reports::PaintingSession painting;
    const reports::PageStyle style = reports::pageStyle();
    const core::ReportModel none;
    const reports::Numbering numbers(none);
    reports::TextSetter setter(style, numbers);
    const auto lines = [&](const std::string& text, double width) {
        const reports::SetText set = setter.set(text, {.size = style.table}, width);
        std::vector<std::string> found;
        for (int i = 0; i < set.lines(); ++i) {
            const QTextLine line = set.layout->lineAt(i);
            EXPECT_LE(line.naturalTextWidth(), width + 0.5);
            found.push_back(set.layout->text().mid(line.textStart(), line.textLength()).trimmed().toStdString());
        }
        return found;
    };
    for (const char* text : {"CONCEPT_REFERENCE_TERM_MAP,CONCEPT_SET", "src/main/resources/hibernate.default.properties:7", "LogicalLocationServiceImpl.purge"}) {
        const std::vector<std::string> parts = lines(text, 120);
        EXPECT_GT(parts.size(), 1U) << text;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const char before = parts[i - 1].back();
            EXPECT_TRUE(std::string_view("/_.:,").contains(before) || (std::islower(before) != 0 && std::isupper(parts[i].front()) != 0)) << parts[i - 1] << " | " << parts[i];
        }
    }
    EXPECT_EQ(lines("orders and their lines", 60), (std::vector<std::string>{"orders and", "their lines"})); // words stay whole
    EXPECT_EQ(lines("주문과 주문상품을 함께 기록합니다.", 400).size(), 1U);
    EXPECT_GT(lines("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", 100).size(), 1U); // nowhere to part it
}

TEST(PdfWriter, SameReportSameBytes)
{
    const reports::PaintingSession painting;
    const auto first = reports::writePdf(tests::sampleReport());
    ::sleep(1); // the clock must not show
    const auto second = reports::writePdf(tests::sampleReport());
    ASSERT_TRUE(first && second);
    EXPECT_TRUE(*first == *second);
}

TEST(PdfWriter, SameBytesInEveryProcess)
{
    const reports::PaintingSession painting;
    const auto first = reports::writePdf(tests::sampleReport());
    ASSERT_TRUE(first);
    for (int process = 0; process < 12; ++process) { // Qt orders the fonts of a document by a seed that each process draws
        QHashSeed::resetRandomGlobalSeed();
        const auto next = reports::writePdf(tests::sampleReport());
        ASSERT_TRUE(next);
        EXPECT_TRUE(*first == *next) << "draw " << process;
    }
}

TEST(Pages, KeepTheLinesOfATextInAnotherThread)
{
    const reports::PaintingSession painting;
    const auto text = std::make_shared<QTextLayout>(QStringLiteral("EG_USER: DELETE EG_USER and 2 more"));
    QTextLayout::FormatRange bold{.start = 4, .length = 10, .format = {}};
    bold.format.setFontWeight(QFont::Bold);
    text->setFormats({bold});
    text->beginLayout();
    for (const int columns : {9, 7, 30}) { // narrower than their width says: set anew as a whole, all would fit into the first
        QTextLine line = text->createLine();
        ASSERT_TRUE(line.isValid());
        line.setNumColumns(columns, 500);
    }
    text->endLayout();
    ASSERT_EQ(text->lineCount(), 3);
    reports::Page page;
    for (int line = 0; line < text->lineCount(); ++line)
        page.marks.emplace_back(reports::TextMark{text, line, {10, 20.0 * (line + 1)}});
    const reports::Page own = reports::forThisThread(page);
    QString all;
    for (const reports::Mark& mark : own.marks) {
        const auto& line = std::get<reports::TextMark>(mark);
        ASSERT_TRUE(line.text->lineAt(line.line).isValid());
        ASSERT_EQ(line.text->lineCount(), 1);
        all += line.text->text();
    }
    EXPECT_EQ(all, text->text());
    EXPECT_EQ(std::get<reports::TextMark>(own.marks[0]).text->formats().front().start, 4);
    EXPECT_EQ(std::get<reports::TextMark>(own.marks[0]).text->formats().front().length, 5);
    EXPECT_EQ(std::get<reports::TextMark>(own.marks[1]).text->formats().front().length, 5);
    EXPECT_TRUE(std::get<reports::TextMark>(own.marks[2]).text->formats().isEmpty());
    QImage image(600, 100, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    reports::paintPage(painter, own, 1, reports::pageStyle());
}
