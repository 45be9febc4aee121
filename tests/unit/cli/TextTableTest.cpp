#include "app/cli/TextTable.h"

#include <gtest/gtest.h>

using naru::cli::TextTable;

TEST(TextTable, CountsHangulAsTwoColumns)
{
    EXPECT_EQ(TextTable::width("abc"), 3U);
    EXPECT_EQ(TextTable::width("회의실"), 6U);
    EXPECT_EQ(TextTable::width("A회–"), 4U);
}

TEST(TextTable, AlignsColumns)
{
    TextTable table({"항목", ">수"});
    table.row({"a", "1"});
    table.row({"회의실", "12"});
    EXPECT_EQ(table.text(), "항목    수\na        1\n회의실  12\n");
}
