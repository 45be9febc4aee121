#include "reports/writers/TableGrid.h"
#include "reports/writers/Zip.h"

#include <gtest/gtest.h>

#include <numeric>

using namespace naru;

TEST(TableGrid, CoversEveryPlaceOnce)
{
    core::ReportTable table{.widths = {3, 1}, .headerRows = 1};
    table.rows = {{{.rowSpan = 9}, {.columnSpan = 2}}, {{}, {.rowSpan = 2}}, {{}}};
    const reports::TableGrid grid(table);
    EXPECT_EQ(grid.columns(), 3U);
    std::vector<int> covered(grid.rows() * grid.columns());
    for (std::size_t row = 0; row < grid.rows(); ++row)
        for (const auto& placed : grid.row(row))
            for (std::size_t r = placed.row; r < placed.row + placed.rowSpan; ++r)
                for (std::size_t c = placed.column; c < placed.column + placed.columnSpan; ++c)
                    ++covered.at(r * grid.columns() + c);
    EXPECT_EQ(covered, std::vector<int>(covered.size(), 1));
    EXPECT_EQ(grid.row(0).front().rowSpan, 1U) << "a header cell must not reach into the body";
    const auto widths = grid.widths(1001);
    EXPECT_EQ(std::accumulate(widths.begin(), widths.end(), 0), 1001);
}

TEST(TableGrid, NoWordOfAHeaderIsBrokenWhereThereIsRoom)
{
    const auto text = [](std::string words) { return core::Cell{.runs = {core::plain(std::move(words))}}; };
    core::ReportTable table{.widths = {1, 0.4, 9}, .headerRows = 1};
    table.rows = {{text("Number of functions"), text("Description"), text("Where")},
                  {text("1"), text("proposed"), text("a/very/long/path/that/may/be/broken/anywhere/because/it/has/no/end.java")}};
    const auto widths = reports::TableGrid(table).widths(5000); // hundredths of the em of a table on an upright page
    EXPECT_GT(widths[1], 600) << "eleven letters and the padding";
    EXPECT_GT(widths[0], 500);
    EXPECT_GT(widths[2], 3000) << "what has room gives it";
    table.rows.front()[1] = text("Id");
    EXPECT_LT(reports::TableGrid(table).widths(5000)[1], widths[1]);
}

TEST(TableGrid, RunningTextKeepsHalfOfTheWidthThatWasAskedFor)
{
    const auto text = [](std::string words) { return core::Cell{.runs = {core::plain(std::move(words))}}; };
    core::ReportTable table{.widths = {1, 1, 1, 2}, .headerRows = 1};
    table.rows = {{text("a"), text("b"), text("c"), text("사유")},
                  {text("Verylongproduct"), text("ServiceCluster(IP)"), text("Containerandmorethanthat"),
                   text("세션을 서버 밖에 두어 어느 인스턴스나 요청을 받게 합니다.")}};
    const auto widths = reports::TableGrid(table).widths(5000);
    EXPECT_GE(widths[3], 990) << "half of two fifths";
    EXPECT_GT(widths[0], 1000) << "what lacks least fits";
}

TEST(Zip, KeepsOrderStorageAndBytes)
{
    const std::vector<reports::ZipEntry> entries = {{"mimetype", "m", true}, {"한글/b.txt", std::string(5000, 'b')}, {"empty", ""}};
    const auto packed = reports::packZip(entries);
    ASSERT_TRUE(packed);
    EXPECT_EQ(*packed, *reports::packZip(entries));
    const auto unpacked = reports::unpackZip(*packed);
    ASSERT_TRUE(unpacked);
    ASSERT_EQ(unpacked->size(), 3U);
    EXPECT_TRUE(unpacked->front().stored);
    EXPECT_EQ((*unpacked)[1].name, "한글/b.txt");
    EXPECT_FALSE((*unpacked)[1].stored);
    EXPECT_EQ((*unpacked)[1].bytes, entries[1].bytes);
    EXPECT_EQ(packed->substr(30, 8), "mimetype") << "the first entry begins the file";
}

TEST(Zip, RefusesWhatIsTooLarge)
{
    const auto packed = reports::packZip({{"bomb", std::string(100'000, '0')}});
    EXPECT_EQ(reports::unpackZip(*packed, 1000).error().code, core::ErrorCode::LimitExceeded);
}
