#include "reports/writers/xlsx/XlsxWriter.h"

#include "core/base/Files.h"
#include "reports/builders/ReportInput.h"
#include "reports/writers/Zip.h"
#include "reports/writers/xlsx/SheetsOfTables.h"
#include "tests/support/HostileReport.h"
#include "tests/support/SampleEstimate.h"
#include "tests/support/SampleReport.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <unistd.h>

using namespace naru;

namespace {

struct Book {
    std::map<std::string, std::string> parts;
    std::vector<std::string> strings;

    /// The value of a cell as written: text, or the number; formulas with their text after a bar.
    std::string cell(int sheet, const std::string& place) const
    {
        pugi::xml_document document;
        document.load_string(parts.at("xl/worksheets/sheet" + std::to_string(sheet) + ".xml").c_str());
        const auto found = document.select_node(("//c[@r='" + place + "']").c_str()).node();
        const std::string value = found.child("v").child_value();
        if (std::string(found.attribute("t").value()) == "s")
            return strings.at(static_cast<std::size_t>(std::atoi(value.c_str())));
        return found.child("f") ? value + "|" + found.child("f").child_value() : value;
    }
};

Book open(const std::string& bytes)
{
    Book book;
    const auto entries = reports::unpackZip(bytes);
    EXPECT_TRUE(entries);
    for (const auto& entry : *entries) {
        pugi::xml_document document;
        EXPECT_TRUE(document.load_string(entry.bytes.c_str())) << entry.name;
        book.parts[entry.name] = entry.bytes;
    }
    pugi::xml_document strings;
    strings.load_string(book.parts["xl/sharedStrings.xml"].c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
    for (const auto& item : strings.document_element().children("si"))
        book.strings.push_back(item.child("t").child_value());
    return book;
}

core::ReportModel costReport(const std::string& language)
{
    const auto texts = core::Texts::load(NARU_RESOURCES, language);
    EXPECT_TRUE(texts);
    reports::ReportInput input{.projectName = "p", .systemName = "s", .date = "2026-01-02"};
    input.count = tests::sampleCount();
    input.estimate = tests::sampleEstimate();
    return *reports::buildReport("cost", input, *texts);
}

/// The same with a split into two contexts, a link between them, a plan of two waves, the ISP table and prices of operation.
core::ReportModel splitReport(const std::string& language)
{
    const auto texts = core::Texts::load(NARU_RESOURCES, language);
    EXPECT_TRUE(texts);
    reports::ReportInput input{.projectName = "p", .systemName = "s", .date = "2026-01-02"};
    input.count = tests::sampleCount();
    for (std::size_t i = 0; i < input.count->functions.size(); ++i)
        input.count->functions[i].context = i < 10 ? "c1" : "c2";
    input.count->splitKnown = true;
    input.count->apiLinks = {{.id = "l", .name = "주문 연계", .type = core::FunctionType::ILF, .fp = "7.5", .context = "c2"}};
    input.count->apiLinksTotal = "7.5";
    input.estimate = tests::sampleEstimate();
    input.estimate->maintenance = core::MaintenanceEstimate{.developmentCost = "68467488",
                                                            .points = "45",
                                                            .ratePercent = "12.25",
                                                            .fee = "8387267",
                                                            .directExpenses = "0",
                                                            .total = "8387267"};
    input.beside.byIfpug = input.estimate;
    input.beside.withApiLinks = input.estimate;
    input.beside.isp = *costing::IspTable::load(NARU_RESOURCES);
    input.beside.isp->complete(core::Decimal(68467488));
    core::Alternative split;
    split.contexts.resize(2);
    split.contexts[0] = {.id = "c1", .name = "주문"};
    split.contexts[1] = {.id = "c2", .name = "주문"}; // the same name twice
    input.partition = core::Partition{.alternatives = {split}};
    core::Plan plan;
    plan.waves = {{.number = 1, .contexts = {{.context = "c2"}}}};
    plan.runningCost = core::RunningCost{.years = 3, .growthPercent = "10"};
    plan.runningCost->items = {{.id = "vm.server", .period = "month", .quantity = "5", .price = "100", .formula = "5 x 100 x 12",
                                .firstYear = "6000", .total = "21600"}}; // 5, 6 and 7 machines
    plan.runningCost->perYear = {{1, "6000", "0", "6000", "0"}, {2, "7200", "0", "13200", "0"}, {3, "8400", "0", "21600", "0"}};
    plan.runningCost->machines = "21600";
    plan.runningCost->containers = "0";
    input.plan = std::move(plan);
    return *reports::buildReport("cost", input, *texts);
}

} // namespace

TEST(XlsxWriter, SplitSharesIspTableAndRunningCostCalculate)
{
    const auto bytes = reports::writeXlsx(splitReport("ko"));
    ASSERT_TRUE(bytes);
    const Book book = open(*bytes);
    const std::string& names = book.parts.at("xl/workbook.xml");
    for (const char* name : {"분할비교", "분할 전후 기능", "비용배분", "ISP 비용표", "운영비"})
        EXPECT_NE(names.find(name), std::string::npos) << name;
    // The size follows the switch on the sheet of the split.
    EXPECT_EQ(book.cell(1, "D5"), "85|ROUND('기능목록'!G21+IF('분할비교'!$B$4=\"예\",'분할 전후 기능'!$G$22-'분할 전후 기능'!$E$22,0),2)");
    EXPECT_EQ(book.cell(5, "B4"), "아니오");
    EXPECT_EQ(book.cell(5, "D7"), "92.5|'분할 전후 기능'!$G$22");
    EXPECT_EQ(book.cell(6, "E2"), "10|IF('기능목록'!H2=\"제외\",0,'기능목록'!G2)");
    EXPECT_EQ(book.cell(6, "E20"), "0|IF('기능목록'!H20=\"제외\",0,'기능목록'!G20)") << "rejected";
    EXPECT_EQ(book.cell(6, "G21"), "7.5");
    EXPECT_EQ(book.cell(6, "G22"), "92.5|ROUND(SUM(G2:G21),2)");
    EXPECT_EQ(book.cell(6, "D20"), "주문 (2)") << "names of contexts stand once, for formulas look for them";
    EXPECT_EQ(book.cell(7, "B6").substr(0, 3), "18|") << "all functions but the rejected one";
    EXPECT_EQ(book.cell(7, "G6"), "68467488|ROUND(SUM(G4:G5),2)");
    EXPECT_EQ(book.cell(7, "E11").substr(0, 9), "68467488|") << "the waves add up to the development cost";
    EXPECT_EQ(book.cell(8, "D4"), "68467488|'산정내역'!$D$16");
    EXPECT_EQ(book.cell(8, "D12"), "68467488|SUM(D2:D11)");
    EXPECT_EQ(book.cell(9, "I2"), "6000|D2*E2*F2*G2");
    EXPECT_EQ(book.cell(9, "J2"), "7200|ROUNDUP(ROUND(D2*(1+H2/100)^1,6),0)*E2*F2*G2");
    EXPECT_EQ(book.cell(9, "L3"), "21600|SUM(I3:K3)");
    EXPECT_EQ(book.cell(1, "C24"), "8387267|D21*B23/100") << "yearly maintenance";
}

TEST(XlsxWriter, RowsAreAsHighAsTheirBrokenLines)
{
    core::ReportModel model{.language = "ko"};
    const auto text = [](std::string value) { return core::SheetCell{.kind = core::SheetCell::Kind::Text, .text = std::move(value)}; };
    std::string hangul;
    for (int i = 0; i < 25; ++i)
        hangul += "가"; // takes two columns each: 50 in a column of 20
    model.sheets = {{.name = "a", .widths = {21, 10}, .headerRow = -1,
                     .rows = {{text("short")}, {text(hangul)}, {text(std::string(45, 'x')), text("y")}, {text("a\nb")}}}};
    const auto bytes = reports::writeXlsx(model);
    ASSERT_TRUE(bytes);
    pugi::xml_document sheet;
    const Book book = open(*bytes);
    sheet.load_string(book.parts.at("xl/worksheets/sheet1.xml").c_str());
    const auto height = [&](int row) {
        return sheet.select_node(("//row[@r='" + std::to_string(row) + "']").c_str()).node().attribute("ht").as_double();
    };
    EXPECT_EQ(height(1), 0) << "left to the program";
    EXPECT_EQ(height(2), 45);
    EXPECT_EQ(height(3), 45);
    EXPECT_EQ(height(4), 30);
}

TEST(XlsxWriter, CostStatementCalculates)
{
    const auto bytes = reports::writeXlsx(costReport("ko"));
    ASSERT_TRUE(bytes);
    if (const char* keep = std::getenv("NARU_KEEP_REPORTS")) {
        ASSERT_TRUE(core::writeFile(std::filesystem::path(keep) / "cost.xlsx", *bytes));
    }
    const Book book = open(*bytes);
    EXPECT_NE(book.parts.at("xl/workbook.xml").find("name=\"산정내역\""), std::string::npos);
    EXPECT_EQ(book.cell(1, "D5"), "85|'기능목록'!G21") << "the size comes from the inventory";
    EXPECT_EQ(book.cell(1, "C8"), "47014690|D5*D6*B7");
    EXPECT_EQ(book.cell(1, "C9"), "60178803|D8*B9");
    EXPECT_EQ(book.cell(1, "D9"), "60178803|IF(ABS(ABS(C9-TRUNC(C9))-0.5)<0.00002,2*ROUND(C9/2,0),ROUND(C9,0))");
    EXPECT_EQ(book.cell(1, "C14"), "13293498|D13*B14/100");
    EXPECT_EQ(book.cell(1, "C16"), "68467488|D13+D14+D15");
    EXPECT_EQ(book.cell(1, "C18"), "75314237|D16+D17");
    EXPECT_EQ(book.cell(2, "B2"), "고객 1");
    EXPECT_EQ(book.cell(2, "G2"), "10|VLOOKUP(C2&\" \"&D2,'가중치'!$A$2:$B$12,2,FALSE)");
    EXPECT_EQ(book.cell(2, "G21"), "85|ROUND(SUMIF(H2:H20,\"<>제외\",G2:G20),2)");
    EXPECT_EQ(book.cell(4, "D2"), "=cmd|' /C calc'!A0") << "a text, not a formula";
}

TEST(XlsxWriter, SameReportSameBytes)
{
    const auto first = reports::writeXlsx(costReport("en"));
    ::sleep(1); // the clock must not show
    EXPECT_EQ(*first, *reports::writeXlsx(costReport("en")));
}

TEST(XlsxWriter, OtherReportsGiveASheetForEachTable)
{
    const auto bytes = reports::writeXlsx(tests::sampleReport());
    ASSERT_TRUE(bytes);
    const Book book = open(*bytes);
    EXPECT_NE(book.parts.at("xl/workbook.xml").find("name=\"표 1\""), std::string::npos);
    EXPECT_EQ(book.cell(2, "A1"), "표 1 사업비");
    EXPECT_EQ(book.cell(2, "A3"), "개발비 =SUM(A1)");
    EXPECT_EQ(book.cell(2, "B3"), "74796821");
}

TEST(XlsxWriter, HostileTextsStayTexts)
{
    const auto bytes = reports::writeXlsx(tests::hostileReport());
    ASSERT_TRUE(bytes);
    const Book book = open(*bytes);
    for (const auto& [name, part] : book.parts)
        EXPECT_EQ(part.find("<f>"), std::string::npos) << name << " has a formula";
    EXPECT_TRUE(std::ranges::any_of(book.strings, [](const std::string& text) { return text == std::string(10'000, 'x'); }));
    EXPECT_TRUE(std::ranges::any_of(book.strings, [](const std::string& text) { return text == "=1+1"; }));
}

TEST(XlsxWriter, CutsWhatNoCellHolds)
{
    core::ReportModel model{.language = "en"};
    model.sheets = {{.name = "a/b:[c]*?" + std::string(50, 'n'),
                     .headerRow = -1,
                     .rows = {{{.kind = core::SheetCell::Kind::Text, .text = std::string(40'000, 'y')}}}},
                    {.name = "A B  C   " + std::string(50, 'N'), .headerRow = -1}};
    const auto bytes = reports::writeXlsx(model);
    ASSERT_TRUE(bytes) << bytes.error().args.front().second;
    EXPECT_EQ(open(*bytes).cell(1, "A1"), std::string(32'000, 'y') + "…");
}

TEST(XlsxWriter, KnowsWhatIsANumber)
{
    EXPECT_EQ(reports::plainNumber("1,234,567.50"), "1234567.50");
    EXPECT_EQ(reports::plainNumber("-3"), "-3");
    for (const char* none : {"", "-", "1.2.3", "3–5", "12 %", "1234567890123456", "5."})
        EXPECT_EQ(reports::plainNumber(none), "") << none;
}
