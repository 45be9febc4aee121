#include "reports/writers/MarkdownWriter.h"

#include "tests/support/SampleReport.h"

#include <gtest/gtest.h>

using namespace naru;

TEST(MarkdownWriter, WritesTablesAndEscapes)
{
    const std::string text = reports::writeMarkdown(tests::sampleReport());
    EXPECT_NE(text.find("# 시험 \\<보고서\\> & 부록"), std::string::npos);
    EXPECT_NE(text.find("| 항목 | 금액 |\n|---|---|\n"), std::string::npos);
    EXPECT_NE(text.find("## 1 개요"), std::string::npos);
    EXPECT_NE(text.find("### 1.1 비용"), std::string::npos);
    EXPECT_NE(text.find("> \\[기재 필요\\] 사용자 수를"), std::string::npos);
}
