#include "core/base/Encoding.h"

#include <gtest/gtest.h>

namespace {

using namespace naru::core;

TEST(Encoding, KoreanIsToldFromChineseAndJapanese)
{
    // "고지서를 조회한다 /* 납부 내역 */" in CP949
    const std::string korean = "\xB0\xED\xC1\xF6\xBC\xAD\xB8\xA6 \xC1\xB6\xC8\xB8\xC7\xD1\xB4\xD9 /* \xB3\xB3\xBA\xCE \xB3\xBB\xBF\xAA */";
    EXPECT_TRUE(looksKorean(korean));
    EXPECT_EQ(decodeKorean(korean).text, "고지서를 조회한다 /* 납부 내역 */");
    // "检查数据库连接 返回错误代码" in GBK, "顧客を検索する" in EUC-JP
    EXPECT_FALSE(looksKorean("\xBC\xEC\xB2\xE9\xCA\xFD\xBE\xDD\xBF\xE2\xC1\xAC\xBD\xD3 \xB7\xB5\xBB\xD8\xB4\xED\xCE\xF3\xB4\xFA\xC2\xEB"));
    EXPECT_FALSE(looksKorean("\xB8\xDC\xB5\xD2\xA4\xF2\xB8\xA1\xBA\xF7\xA4\xB9\xA4\xEB"));
    EXPECT_TRUE(looksKorean("\xC7\xD1")); // too few to tell
    EXPECT_FALSE(looksLatin(korean));
    EXPECT_TRUE(looksLatin("caf\xE9 cr\xE8me"));
}

TEST(Encoding, LettersOfAnUnknownEncodingGoAndLinesStay)
{
    // The second byte of a pair may be a backslash or a brace: it goes with the first.
    EXPECT_EQ(onlyAscii("a\x84\x5C" "b\nc\xFF"), "a\xEF\xBF\xBD" "b\nc\xEF\xBF\xBD");
    EXPECT_EQ(onlyAscii("plain"), "plain");
}

TEST(Encoding, CountsOfUtf8)
{
    const Utf8Count counts = countUtf8("가나 abcdefgh \xFF");
    EXPECT_EQ(counts.characters, 2U);
    EXPECT_EQ(counts.broken, 1U);
    EXPECT_FALSE(decodeFrom("no-such-encoding", "x").known);
}

} // namespace
