#include "reports/writers/hwpx/HwpxWriter.h"

#include "reports/writers/Zip.h"
#include "reports/writers/hwpx/HwpxCheck.h"
#include "tests/support/HostileReport.h"
#include "tests/support/SampleReport.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

using namespace naru;

namespace {

std::string partOf(const std::string& bytes, const std::string& name)
{
    const auto entries = reports::unpackZip(bytes);
    EXPECT_TRUE(entries);
    for (const auto& entry : *entries)
        if (entry.name == name)
            return entry.bytes;
    ADD_FAILURE() << name << " is missing";
    return {};
}

/// All text of a section, one line a paragraph.
std::string sectionText(const std::string& section)
{
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(section.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
    std::string text;
    for (const auto& found : document.select_nodes("//hp:t")) {
        for (const auto& part : found.node().children()) // tabs and line ends are elements between the texts
            text += part.value();
        text += "\n";
    }
    return text;
}

} // namespace

TEST(HwpxWriter, HoldsEveryBlockInOrder)
{
    const auto bytes = reports::writeHwpx(tests::sampleReport(), nullptr);
    ASSERT_TRUE(bytes);
    const auto entries = reports::unpackZip(*bytes);
    ASSERT_TRUE(entries);
    EXPECT_EQ(entries->front().name, "mimetype");
    EXPECT_TRUE(entries->front().stored);
    EXPECT_EQ((*entries)[1].name, "version.xml");
    EXPECT_EQ(entries->back().name, "META-INF/manifest.xml");

    const std::string first = partOf(*bytes, "Contents/section0.xml");
    std::size_t at = 0;
    const std::string text = sectionText(first);
    for (const char* expected : {"시험 <보고서> & 부록", "목차", "1 개요", "도입이 필요한", "〈표 1〉", "각주 <1>", "1.1 비용",
                                 "〈표 1〉 사업비", "항목", "개발비 =SUM(A1)", "74,796,821", "비고: 두 칸", "하나의 아래", "사용자 수를"}) {
        at = text.find(expected, at);
        ASSERT_NE(at, std::string::npos) << expected << " is not in its place in\n" << text;
    }
    EXPECT_NE(first.find("repeatHeader=\"1\""), std::string::npos);
    EXPECT_NE(first.find("colSpan=\"2\""), std::string::npos);
    EXPECT_NE(first.find("<hp:pageNum"), std::string::npos);
    EXPECT_NE(partOf(*bytes, "Contents/section1.xml").find("landscape=\"NARROWLY\""), std::string::npos);
    EXPECT_NE(partOf(*bytes, "Contents/section2.xml").find("landscape=\"WIDELY\""), std::string::npos);
    const std::string header = partOf(*bytes, "Contents/header.xml");
    EXPECT_NE(header.find("함초롬바탕"), std::string::npos);
    EXPECT_NE(header.find("<hh:heading type=\"OUTLINE\" idRef=\"0\" level=\"1\"/>"), std::string::npos);
}

TEST(HwpxWriter, SameReportSameBytes)
{
    EXPECT_EQ(*reports::writeHwpx(tests::sampleReport(), nullptr), *reports::writeHwpx(tests::sampleReport(), nullptr));
}

TEST(HwpxWriter, StaysSoundWithHostileTexts)
{
    const auto bytes = reports::writeHwpx(tests::hostileReport(), nullptr);
    ASSERT_TRUE(bytes) << bytes.error().key;
    EXPECT_TRUE(reports::checkHwpx(*bytes).empty());
    const std::string text = sectionText(partOf(*bytes, "Contents/section0.xml"));
    EXPECT_NE(text.find("</hp:t>&amp;<script>"), std::string::npos) << "markup must stay text";
    EXPECT_NE(text.find("😀"), std::string::npos);
    EXPECT_NE(text.find(std::string(10'000, 'x')), std::string::npos);
    EXPECT_EQ(text.find('\x01'), std::string::npos);
}

TEST(HwpxWriter, EmptyReportIsADocument)
{
    const auto bytes = reports::writeHwpx({.language = "en"}, nullptr);
    ASSERT_TRUE(bytes);
    EXPECT_TRUE(reports::checkHwpx(*bytes).empty());
}
