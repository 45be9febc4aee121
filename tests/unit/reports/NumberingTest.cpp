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
