#include "reports/writers/HtmlWriter.h"

#include "tests/support/SampleReport.h"

#include <gtest/gtest.h>

using namespace naru;
using testing::Test;

TEST(HtmlWriter, EscapesAndKeepsStructure)
{
    const std::string html = reports::writeHtml(tests::sampleReport());
    EXPECT_NE(html.find("<h1>시험 &lt;보고서&gt; &amp; 부록</h1>"), std::string::npos);
    EXPECT_NE(html.find("<html lang=\"ko\">"), std::string::npos);
    EXPECT_NE(html.find("<a href=\"#costs\">〈표 1〉</a>"), std::string::npos);
    EXPECT_NE(html.find("<li id=\"fn1\">각주 &lt;1&gt;"), std::string::npos);
    EXPECT_NE(html.find("colspan=\"2\""), std::string::npos);
    EXPECT_NE(html.find("<ul class=\"ko\"><li>하나<ul class=\"ko\"><li>하나의 아래</li></ul></li><li>둘</li></ul>"), std::string::npos);
    EXPECT_EQ(html, reports::writeHtml(tests::sampleReport()));
}
