#include "core/base/Csv.h"

#include <gtest/gtest.h>

namespace naru::core {

TEST(Csv, CellsMayHoldCommasQuotesAndLineEnds)
{
    const auto rows = readCsv("\xEF\xBB\xBF"
                              "a,\"b,\"\"c\"\"\nd\"\r\n\r\ne,\n",
                              "x.csv");
    ASSERT_TRUE(rows.has_value());
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->at(0).cells, (std::vector<std::string>{"a", "b,\"c\"\nd"}));
    EXPECT_EQ(rows->at(1).cells, (std::vector<std::string>{"e", ""}));
    EXPECT_EQ(rows->at(1).line, 4);
}

TEST(Csv, AnOpenQuotationMarkIsNamedWithItsLine)
{
    const auto rows = readCsv("a,b\nc,\"d\n", "x.csv");
    ASSERT_FALSE(rows.has_value());
    EXPECT_EQ(rows.error().key, "core.csv.open-quote");
    EXPECT_EQ(rows.error().line, 2);
}

TEST(Csv, WhatIsWrittenIsReadBackAndIsNoFormula)
{
    for (const std::string text : {"plain", "a,b", "say \"so\"", "two\nlines", ""})
        EXPECT_EQ(readCsv(csvCell(text) + ",end", "x")->at(0).cells.front(), text);
    for (const std::string start : {"=", "+", "-", "@", "\t"})
        EXPECT_EQ(csvCell(start + "1"), "'" + start + "1");
    EXPECT_EQ(csvCell("\r1"), "\"'\r1\"");
}

TEST(Csv, theSeparatorThatEveryLineHasWinsOverMarksOfThousands)
{
    EXPECT_EQ(csvSeparator("a,b\n1,2\n"), ',');
    EXPECT_EQ(csvSeparator("a;b\n1,000;2,000\n3,000,000;4\n"), ';');
    EXPECT_EQ(csvSeparator("a\tb\n\"x\ty\"\tz\n"), '\t');
    EXPECT_EQ(csvSeparator("a|b\n1|2\n"), '|');
    EXPECT_EQ(csvSeparator("a,b\nx;y,2\n1,2\n"), ',') << "a semicolon in one cell only";
    EXPECT_EQ(csvSeparator(""), ',');
}

TEST(Csv, trimmedCellsLoseBlanksAndRowsOfBlanksAreNone)
{
    const auto rows = readCsv("\u3000a ; \" b \";c\r\n ; ; \n1;2;3", "f.csv", {.separator = ';', .trimmed = true});
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ((*rows)[0].cells, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ((*rows)[1].cells, (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_EQ((*rows)[1].line, 3);
}

} // namespace naru::core
