#include "core/base/Markup.h"

#include <gtest/gtest.h>

using namespace naru;

TEST(Markup, EscapesDropsAndRepairs)
{
    EXPECT_EQ(core::xmlText("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&apos;");
    EXPECT_EQ(core::xmlText(std::string("x\x01\x0b\x7fy\n\tz")), "xy\n\tz");
    EXPECT_EQ(core::xmlText("가\xff나"), "가\xEF\xBF\xBD나");
    EXPECT_EQ(core::xmlText("\xed\xa0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "a lone surrogate";
    EXPECT_EQ(core::xmlText("\xf0\x9f\x98\x80"), "😀");
    EXPECT_EQ(core::xmlText("\xe2\x82"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "cut short";
}

TEST(Markup, CountsAndCutsByCharacters)
{
    EXPECT_EQ(core::characters("가나😀a"), 4U);
    EXPECT_EQ(core::firstCharacters("가나다", 2), "가나");
}
