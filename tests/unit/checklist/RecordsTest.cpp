#include "checklist/records/Records.h"
#include "checklist/records/LoadCurve.h"

#include "core/base/Files.h"
#include "tests/support/TempFile.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace naru;
using namespace naru::checklist;
namespace fs = std::filesystem;

RecordColumns columns()
{
    auto all = loadRecordColumns(fs::path(NARU_RESOURCES) / "records" / "columns.json");
    EXPECT_TRUE(all);
    return *all;
}

core::Result<Records> imported(const std::string& bytes, const std::string& kind = "")
{
    const fs::path file = tests::tempFile("records.csv");
    EXPECT_TRUE(core::writeFile(file, bytes));
    Records records;
    if (auto done = importRecords(file, columns(), kind, records); !done)
        return std::unexpected(done.error());
    return records;
}

TEST(Dates, thatDoNotExistAreNone)
{
    EXPECT_FALSE(parseDate("2025-02-29"));
    EXPECT_TRUE(parseDate("2024-02-29"));
    EXPECT_FALSE(parseDate("2025-04-31"));
    EXPECT_EQ(parseDate("2025.12.31").value() + 1, parseDate("2026년 1월 1일").value());
    EXPECT_EQ(parseMinuteOfDay("2025-03-04 14:05"), 14 * 60 + 5);
    EXPECT_EQ(parseMinuteOfDay("2025년 7월 1일 오후 2시 5분"), 14 * 60 + 5);
    EXPECT_EQ(parseMinuteOfDay("2025-07-01 오전 12:30"), 30);
    EXPECT_FALSE(parseMinuteOfDay("2025-07-01"));
}

TEST(Records, anIncidentLastsFromItsBeginningToItsEnd)
{
    const auto records = imported("발생일시\t복구일시\n2025.3.4 23:05\t2025.3.5 00:35\n2025-07-01 09:00\t2025-07-01 08:00\n");
    ASSERT_TRUE(records.has_value());
    ASSERT_EQ(records->incidents.size(), 2U);
    EXPECT_DOUBLE_EQ(records->incidents[0].minutes, 90);
    EXPECT_TRUE(records->incidents[0].stopped);
    EXPECT_DOUBLE_EQ(records->incidents[1].minutes, 0);
    ASSERT_EQ(records->diagnostics.size(), 1U);
    EXPECT_EQ(records->diagnostics[0].code, "checklist.records.contradiction");
}

TEST(Numbers, asPeopleWriteThem)
{
    EXPECT_DOUBLE_EQ(parseNumber("1,234,567").value(), 1234567);
    EXPECT_DOUBLE_EQ(parseNumber("1 234 567원").value(), 1234567);
    EXPECT_DOUBLE_EQ(parseNumber("₩ 12,000").value_or(-1), 12000);
    EXPECT_DOUBLE_EQ(parseNumber("3.5억원").value(), 3.5e8);
    EXPECT_DOUBLE_EQ(parseNumber("320백만원").value(), 3.2e8);
    EXPECT_DOUBLE_EQ(parseNumber("-5").value(), -5);
    EXPECT_DOUBLE_EQ(parseNumber("99.6%").value(), 99.6);
    EXPECT_DOUBLE_EQ(parseNumber("210.000.000").value_or(-1), 210'000'000);
    EXPECT_DOUBLE_EQ(parseNumber("93.869").value_or(-1), 93.869);
    EXPECT_DOUBLE_EQ(parseNumber("2억 5천만").value_or(-1), 2.5e8);
    EXPECT_DOUBLE_EQ(parseNumber("1억 2,500만원").value_or(-1), 1.25e8);
    for (const char* no : {"", "abc", "-", "12/34", "1.2.3", "1O", "2lO", "210.00.000", "5천만 2억", "2억 5건"})
        EXPECT_FALSE(parseNumber(no)) << no;
    EXPECT_DOUBLE_EQ(headerUnit("금액(천원)"), 1000);
    EXPECT_DOUBLE_EQ(headerUnit("금액"), 1);
}

TEST(Dates, asPeopleWriteThem)
{
    const int day = parseDate("2024-01-05").value();
    EXPECT_EQ(day, 19727);
    for (const char* same : {"2024.1.5", "2024/01/05", "20240105", "2024년 1월 5일", "2024-01-05 14:05", "2024. 1. 5."})
        EXPECT_EQ(parseDate(same), day) << same;
    for (const char* shortened : {"24.01.05", "24-1-5", "24/01/05 10:20"})
        EXPECT_EQ(parseDate(shortened), day) << shortened;
    EXPECT_LT(parseDate("99.01.05"), day) << "of the last century";
    EXPECT_EQ(parseDate("2024-01"), day - 4);
    for (const char* no : {"", "soon", "05/01/2024", "2024-13-01", "2024-01-32", "12"})
        EXPECT_FALSE(parseDate(no)) << no;
    EXPECT_EQ(parseHour("2024-01-05 14:05"), 14);
    EXPECT_EQ(parseHour("2024-01-05 9시"), 9);
    EXPECT_FALSE(parseHour("2024-01-05"));
}

TEST(Records, costsInCp949WithSemicolonsAndThousandsMarks)
{
    // 연도;구분;금액(천원) / 2015;초기개발비;2,000,000 / 2023;유지보수비;"320,000" in CP949
    const std::string bytes = "\xBF\xAC\xB5\xB5;\xB1\xB8\xBA\xD0;\xB1\xDD\xBE\xD7(\xC3\xB5\xBF\xF8)\r\n"
                              "2015;\xC3\xCA\xB1\xE2\xB0\xB3\xB9\xDF\xBA\xF1;2,000,000\r\n"
                              "2023;\xC0\xAF\xC1\xF6\xBA\xB8\xBC\xF6\xBA\xF1;\"320,000\"\r\n";
    const auto records = imported(bytes);
    ASSERT_TRUE(records) << records.error().key;
    ASSERT_EQ(records->costs.size(), 2U);
    EXPECT_EQ(records->costs[0].kind, CostKind::Initial);
    EXPECT_DOUBLE_EQ(records->costs[0].amount, 2e9);
    EXPECT_EQ(records->costs[1].year, 2023);
    EXPECT_DOUBLE_EQ(records->costs[1].amount, 3.2e8);
    EXPECT_EQ(records->costs[1].at.line, 3);
    EXPECT_TRUE(records->diagnostics.empty());
}

TEST(Records, badRowsAreLeftOutAndSaid)
{
    const auto records =
        imported("year,kind,amount\n2020,initial,100\nlater,initial,5\n2021,initial,much\n2021,party,5\n2020,initial,120\n");
    ASSERT_TRUE(records);
    EXPECT_EQ(records->costs.size(), 2U);
    ASSERT_EQ(records->diagnostics.size(), 4U);
    EXPECT_EQ(records->diagnostics[0].line, 3);
    EXPECT_EQ(records->diagnostics[0].args[0].second, "year");
    EXPECT_EQ(records->diagnostics[3].code, "checklist.records.contradiction");
    EXPECT_EQ(records->diagnostics[3].line, 6);
}

TEST(Records, incidentsLoadsAndChangesAreToldApartByTheirHeaders)
{
    const auto incidents =
        imported("장애일시\t서비스중단\t복구시간(분)\t원인\n2023-05-01 10:00\tY\t240\tDB 증설\n2023-06-01\tN\t0\t디스크\n");
    ASSERT_TRUE(incidents) << incidents.error().key;
    ASSERT_EQ(incidents->incidents.size(), 2U);
    EXPECT_TRUE(incidents->incidents[0].stopped);
    EXPECT_DOUBLE_EQ(incidents->incidents[0].minutes, 240);
    EXPECT_FALSE(incidents->incidents[1].stopped);
    const auto loads = imported("time|hits|response\n2024-01-31 09:00|60,000|4,200\n2024-01-31 10:00|9000|300\n");
    ASSERT_TRUE(loads);
    ASSERT_EQ(loads->loads.size(), 2U);
    EXPECT_EQ(loads->loads[0].hour, 9);
    EXPECT_DOUBLE_EQ(loads->loads[0].hits, 60000);
    const auto changes = imported("접수일,완료일,제목\n2024-01-02,2024-01-09,\"화면, 두 곳\n변경\"\n2024-01-03,,x\n");
    ASSERT_TRUE(changes);
    ASSERT_EQ(changes->changes.size(), 2U);
    EXPECT_EQ(changes->changes[1].at.line, 4) << "a quoted cell spans lines";
    EXPECT_EQ(changes->changes[0].finished - changes->changes[0].day, 7);
}

TEST(Records, whatCannotBeReadIsRefusedWhole)
{
    EXPECT_EQ(imported("a,b\n1,2\n").error().key, "checklist.records.unknown-header");
    EXPECT_EQ(imported("year,kind,amount\n").error().key, "checklist.records.empty");
    const auto open = imported("year,kind,amount\n2020,\"initial,100\n");
    ASSERT_FALSE(open);
    EXPECT_EQ(open.error().key, "core.csv.open-quote");
    EXPECT_EQ(open.error().line, 2);
    EXPECT_EQ(imported(std::string("a\0b", 3)).error().key, "checklist.records.binary");
}

TEST(LoadCurve, theBusiestHourOfEachDayAndItsPeaks)
{
    EXPECT_TRUE(loadCurve({}, 3).days.empty());
    std::vector<LoadRecord> loads;
    for (int day = 10; day < 15; ++day)
        for (int hour : {9, 14})
            loads.push_back({day,
                             hour,
                             day == 12 && hour == 14 ? 5000.0 : 1000.0 + hour,
                             day == 12 ? 3000.0 : 0,
                             {"record", "l.csv", day * 10 + hour, "", ""}});
    const LoadCurve curve = loadCurve(loads, 3);
    ASSERT_EQ(curve.days.size(), 5U);
    EXPECT_DOUBLE_EQ(curve.median, 1011.5);
    EXPECT_DOUBLE_EQ(curve.limit, 3034.5);
    EXPECT_EQ(curve.days[0].hour, 14);
    EXPECT_DOUBLE_EQ(curve.days[0].hits, 1014);
    EXPECT_FALSE(curve.days[0].peak);
    EXPECT_TRUE(curve.days[2].peak);
    EXPECT_DOUBLE_EQ(curve.days[2].responseMs, 3000);
    EXPECT_EQ(curve.days[2].at.line, 134);
    EXPECT_EQ(std::ranges::count(curve.days, true, &LoadDay::peak), 1);
}

} // namespace
