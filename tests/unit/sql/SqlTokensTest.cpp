#include "analyzers/sql/SqlTokens.h"

#include <gtest/gtest.h>

namespace naru::analyzers::sql {
namespace {

std::string kinds(std::string_view text)
{
    std::string result;
    for (const Token& token : tokenize(text)) {
        result += "NQSDPYC"[static_cast<int>(token.kind)];
    }
    return result;
}

TEST(SqlTokens, PlaceholdersOfAllKinds)
{
    EXPECT_EQ(kinds("#{a.b,jdbcType=VARCHAR} ${t} #x# #x:VARCHAR# $x$ ? ?1 :x @x @@x $1 #tmp"), "PPPPPPPPPPPP");
    EXPECT_EQ(kinds("V$SESSION"), "N");
    EXPECT_EQ(kinds("TB_$year$"), "NP");
    EXPECT_EQ(kinds("TB_${year}"), "NP");
    EXPECT_EQ(kinds("T@LINK"), "NYN");
    EXPECT_EQ(kinds("a::text"), "NYN");
}

TEST(SqlTokens, CommentsAndHintsAreDropped)
{
    EXPECT_EQ(kinds("/*+ INDEX(a) */ a -- b\n c # d\n e /* open"), "NNN");
}

TEST(SqlTokens, QuotedNames)
{
    const std::string text = "\"A b\" `c` [d e] [1] 'it''s'";
    const auto tokens = tokenize(text);
    ASSERT_EQ(tokens.size(), 7U);
    EXPECT_EQ(spelling(text, tokens[0]), "A b");
    EXPECT_EQ(spelling(text, tokens[1]), "c");
    EXPECT_EQ(spelling(text, tokens[2]), "d e");
    EXPECT_EQ(tokens[6].kind, TokenKind::String);
}

TEST(SqlTokens, KeywordsInAnyCase)
{
    EXPECT_EQ(wordOf("select"), Word::Select);
    EXPECT_EQ(wordOf("Straight_Join"), Word::StraightJoin);
    EXPECT_EQ(wordOf("selects"), Word::None);
    EXPECT_EQ(wordOf(""), Word::None);
}

TEST(SqlTokens, HostileTextStaysLinear)
{
    std::string open;
    for (int i = 0; i < 200'000; ++i) {
        open += "#{";
    }
    EXPECT_FALSE(tokenize(open).empty());
    EXPECT_FALSE(tokenize(std::string(400'000, '[')).empty());
    EXPECT_FALSE(tokenize(std::string(400'000, '\'')).empty());
    EXPECT_FALSE(tokenize(std::string(400'000, '$')).empty());
}

} // namespace
} // namespace naru::analyzers::sql
