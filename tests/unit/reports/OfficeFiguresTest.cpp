// Writers that need pictures of the drawings, with the painter that makes them.

#include "core/base/Files.h"
#include "reports/qt/PdfWriter.h"
#include "reports/qt/SvgRasterizer.h"
#include "reports/writers/Zip.h"
#include "reports/writers/docx/DocxWriter.h"
#include "reports/writers/hwpx/HwpxCheck.h"
#include "reports/writers/hwpx/HwpxWriter.h"
#include "tests/support/SampleReport.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

using namespace naru;

namespace {

bool holds(const std::string& package, const std::string& name)
{
    const auto entries = reports::unpackZip(package);
    for (const auto& entry : *entries)
        if (entry.name == name)
            return entry.bytes.starts_with("\x89PNG");
    return false;
}

} // namespace

TEST(OfficeFigures, StandInBothFormats)
{
    const reports::PaintingSession painting;
    reports::SvgRasterizer painter;
    const auto hwpx = reports::writeHwpx(tests::sampleReport(), &painter);
    ASSERT_TRUE(hwpx) << hwpx.error().key;
    EXPECT_TRUE(reports::checkHwpx(*hwpx).empty());
    EXPECT_TRUE(holds(*hwpx, "BinData/image1.png"));
    const auto docx = reports::writeDocx(tests::sampleReport(), &painter);
    ASSERT_TRUE(docx);
    EXPECT_TRUE(holds(*docx, "word/media/image1.png"));
    EXPECT_EQ(*hwpx, *reports::writeHwpx(tests::sampleReport(), &painter));
    if (const char* keep = std::getenv("NARU_KEEP_REPORTS")) {
        ASSERT_TRUE(core::writeFile(std::filesystem::path(keep) / "sample.hwpx", *hwpx));
        ASSERT_TRUE(core::writeFile(std::filesystem::path(keep) / "sample.docx", *docx));
    }
}

TEST(OfficeFigures, ADrawingThatIsNoneIsRefused)
{
    const reports::PaintingSession painting;
    reports::SvgRasterizer painter;
    EXPECT_EQ(painter.rasterize("<svg", 10, 10).error().code, core::ErrorCode::Malformed);
    const auto image =
        painter.rasterize(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>)", 25.4, 12.7);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->width, 300);
    EXPECT_EQ(image->height, 150);
}
