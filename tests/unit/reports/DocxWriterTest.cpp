#include "reports/writers/docx/DocxWriter.h"

#include "reports/writers/Zip.h"
#include "tests/support/HostileReport.h"
#include "tests/support/SampleReport.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <map>
#include <set>

using namespace naru;

namespace {

std::map<std::string, std::string> partsOf(const std::string& bytes)
{
    std::map<std::string, std::string> parts;
    const auto entries = reports::unpackZip(bytes);
    EXPECT_TRUE(entries);
    for (const auto& entry : *entries)
        parts[entry.name] = entry.bytes;
    return parts;
}

/// Every part is well-formed, every relation leads to a part, every table row covers the whole grid.
void expectSound(const std::map<std::string, std::string>& parts)
{
    for (const auto& [name, bytes] : parts) {
        if (name.ends_with(".png"))
            continue;
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(bytes.c_str())) << name;
    }
    pugi::xml_document relations;
    relations.load_string(parts.at("word/_rels/document.xml.rels").c_str());
    for (const auto& relation : relations.document_element().children())
        EXPECT_TRUE(parts.contains("word/" + std::string(relation.attribute("Target").value()))) << relation.attribute("Target").value();
    pugi::xml_document document;
    document.load_string(parts.at("word/document.xml").c_str());
    for (const auto& found : document.select_nodes("//w:tbl")) {
        const auto columns = std::distance(found.node().child("w:tblGrid").begin(), found.node().child("w:tblGrid").end());
        for (const auto& row : found.node().children("w:tr")) {
            long covered = 0;
            for (const auto& cell : row.children("w:tc"))
                covered += cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
            EXPECT_EQ(covered, columns);
        }
    }
    std::set<std::string> bookmarks;
    for (const auto& found : document.select_nodes("//w:bookmarkStart"))
        EXPECT_TRUE(bookmarks.insert(found.node().attribute("w:name").value()).second);
    for (const auto& found : document.select_nodes("//w:hyperlink"))
        EXPECT_TRUE(bookmarks.contains(found.node().attribute("w:anchor").value())) << found.node().attribute("w:anchor").value();
}

} // namespace

TEST(DocxWriter, HoldsEveryBlock)
{
    const auto bytes = reports::writeDocx(tests::sampleReport(), nullptr);
    ASSERT_TRUE(bytes);
    const auto parts = partsOf(*bytes);
    expectSound(parts);
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(parts.at("word/document.xml").c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
    std::string text;
    for (const auto& found : document.select_nodes("//w:t"))
        text += std::string(found.node().text().get()) + "\n";
    std::size_t at = 0;
    for (const char* expected : {"시험 <보고서> & 부록", "목차", "1 개요", "1.1 비용", "도입이 필요한", "〈표 1〉", "주의", "사업비",
                                 "개발비 =SUM(A1)", "74,796,821", "비고: 두 칸", "하나의 아래", "구성도", "끝"}) {
        at = text.find(expected, at);
        ASSERT_NE(at, std::string::npos) << expected << " is not in its place in\n" << text;
    }
    EXPECT_NE(parts.at("word/footnotes.xml").find("각주 &lt;1&gt;"), std::string::npos);
    EXPECT_NE(parts.at("word/document.xml").find("<w:tblHeader/>"), std::string::npos);
    EXPECT_NE(parts.at("word/document.xml").find("w:orient=\"landscape\""), std::string::npos);
    EXPECT_NE(parts.at("word/document.xml").find("TOC \\o"), std::string::npos);
    EXPECT_EQ(document.select_nodes("//w:sectPr").size(), 3U);
}

TEST(DocxWriter, SpansDownwardsMergeCells)
{
    core::ReportModel model{.language = "en"};
    core::ReportTable table{.caption = "c", .headerRows = 0};
    table.rows = {{{.runs = {core::plain("a")}, .rowSpan = 2}, {.runs = {core::plain("b")}}}, {{.runs = {core::plain("c")}}}};
    model.blocks.emplace_back(table);
    const auto parts = partsOf(*reports::writeDocx(model, nullptr));
    expectSound(parts);
    EXPECT_NE(parts.at("word/document.xml").find("<w:vMerge w:val=\"restart\"/>"), std::string::npos);
    EXPECT_NE(parts.at("word/document.xml").find("<w:vMerge/>"), std::string::npos);
}

TEST(DocxWriter, StaysSoundWithHostileTexts)
{
    const auto bytes = reports::writeDocx(tests::hostileReport(), nullptr);
    ASSERT_TRUE(bytes);
    expectSound(partsOf(*bytes));
}

TEST(DocxWriter, SameReportSameBytes)
{
    EXPECT_EQ(*reports::writeDocx(tests::sampleReport(), nullptr), *reports::writeDocx(tests::sampleReport(), nullptr));
}
