#include "reports/writers/Numbering.h"

#include <gtest/gtest.h>

using namespace naru;

TEST(Numbering, CountsHeadingsByLevel)
{
    core::ReportModel model{.language = "en"};
    for (const int level : {1, 2, 2, 3, 1, 2})
        model.blocks.emplace_back(core::Heading{.level = level, .text = "t"});
    const reports::Numbering numbers(model);
    std::string all;
    for (const core::Block& block : model.blocks)
        all += numbers.heading(std::get<core::Heading>(block)) + " ";
    EXPECT_EQ(all, "1 1.1 1.2 1.2.1 2 2.1 ");
    EXPECT_EQ(numbers.reference("nowhere"), "");
}

TEST(Numbering, OfficialNumbersGoOnWhereTheirSignsEnd)
{
    core::ReportModel model{.language = "ko", .officialNumbers = true};
    for (int i = 0; i < 20; ++i)
        model.blocks.emplace_back(core::Heading{.level = 1, .text = "t"});
    for (int i = 0; i < 15; ++i)
        model.blocks.emplace_back(core::Heading{.level = 3, .text = "t"});
    const reports::Numbering numbers(model);
    const auto number = [&](std::size_t block) { return numbers.heading(std::get<core::Heading>(model.blocks[block])); };
    EXPECT_EQ(number(9), "Ⅹ.");
    EXPECT_EQ(number(10), "ⅩⅠ.");
    EXPECT_EQ(number(13), "ⅩⅣ.");
    EXPECT_EQ(number(19), "ⅩⅩ.");
    EXPECT_EQ(number(20), "가.");
    EXPECT_EQ(number(33), "하.");
    EXPECT_EQ(number(34), "거.");
}
