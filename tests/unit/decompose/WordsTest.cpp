#include "analyzers/decompose/Words.h"

#include <gmock/gmock.h>

namespace naru::analyzers::decompose {

using testing::ElementsAre;

TEST(Words, IdentifiersSplitAtCaseMarksAndScripts)
{
    EXPECT_THAT(identifierWords("OrderItemVO2"), ElementsAre("order", "item", "vo"));
    EXPECT_THAT(identifierWords("XMLReader"), ElementsAre("xml", "reader"));
    EXPECT_THAT(identifierWords("TB_MEETING_ROOM"), ElementsAre("tb", "meeting", "room"));
    EXPECT_THAT(identifierWords("views/order/orderList.jsp"), ElementsAre("views", "order", "order", "list", "jsp"));
    EXPECT_THAT(identifierWords("회의실Order예약"), ElementsAre("회의실", "order", "예약"));
    EXPECT_TRUE(identifierWords("a1_b2").empty());
    EXPECT_TRUE(identifierWords("\xff\xfe\xed").empty());
}

TEST(Words, StemmingDropsPluralsOnly)
{
    EXPECT_EQ(stemmed("categories"), "category");
    EXPECT_EQ(stemmed("orders"), "order");
    EXPECT_EQ(stemmed("addresses"), "address");
    EXPECT_EQ(stemmed("status"), "status");
    EXPECT_EQ(stemmed("address"), "address");
}

TEST(Words, KoreanWordsLoseParticlesAndGenericTails)
{
    WordLists lists;
    lists.koreanParticles = {"에서", "의", "을", "를"};
    lists.koreanGeneric = {"정보", "관리"};
    EXPECT_THAT(koreanWords("회의실의 예약정보를 관리", lists), ElementsAre("회의실", "예약"));
}

TEST(Words, JoinedWordsAreSplitByTheSystemsOwnWords)
{
    Segmenter segmenter;
    segmenter.learn("AccountProfileBean");
    segmenter.learn("TradeEjb");
    EXPECT_THAT(segmenter.split("accountprofileejb"), ElementsAre("account", "profile", "ejb"));
    EXPECT_THAT(segmenter.split("account"), ElementsAre("account"));
    EXPECT_THAT(segmenter.split("accountxyz"), ElementsAre("accountxyz"));
}

} // namespace naru::analyzers::decompose
