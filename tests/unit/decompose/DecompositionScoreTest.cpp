#include "tests/bench/DecompositionScore.h"

#include <gmock/gmock.h>

namespace naru::bench {

using core::MemberRole;
using testing::ElementsAre;

namespace {

constexpr std::string_view kLabels = "Components,Type,Label\r\n"
                                     "Order,class,0\r\n"
                                     "order(table),table,0\r\n"
                                     "Order(jsp),view,0\n"
                                     "Account,view,1\n"
                                     "AccountForm(jsp),class,1\n"
                                     "Log,class,C\n"
                                     "Gone,class,1\n"
                                     "PingA,class,2\n";

core::Alternative scoredAlternative()
{
    core::Alternative out;
    out.contexts.resize(2);
    out.contexts[0].id = "order";
    out.contexts[0].members = {{"class:a.Order", MemberRole::Class, "a.Order"},
                               {"table:ORDER", MemberRole::Table, "ORDER"},
                               {"view:web/Order.jsp", MemberRole::View, "web/Order.jsp"},
                               {"class:a.PingA", MemberRole::Class, "a.PingA"}};
    out.contexts[1].id = "account";
    out.contexts[1].members = {{"class:a.Account", MemberRole::Class, "a.Account"},
                               {"view:web/AccountForm.jsp", MemberRole::View, "web/AccountForm.jsp"}};
    out.shared = {{"class:a.Log", MemberRole::Class, "a.Log"}};
    return out;
}

} // namespace

TEST(DecompositionScore, ComparesLabelledItemsOnly)
{
    const auto labels = readLabels(kLabels, "labels.csv");
    ASSERT_TRUE(labels);
    ASSERT_EQ(labels->size(), 8U);
    EXPECT_EQ((*labels)[2].name, "Order.jsp");
    EXPECT_EQ((*labels)[3].role, MemberRole::Class);
    EXPECT_EQ((*labels)[4].role, MemberRole::View);
    const Score all = score(scoredAlternative(), *labels);
    EXPECT_EQ(all.labelled, 7U);
    EXPECT_EQ(all.placed, 6U);
    EXPECT_THAT(all.missing, ElementsAre("Gone"));
    EXPECT_THAT(all.misplaced, ElementsAre("PingA: 2, is with 0 in order"));
    // six items in 4 and 2 against 3, 2, 1: one move of at most 6 - 3
    EXPECT_NEAR(all.mojoFm, 100 * (1 - 1.0 / 3), 1e-9);
    const Score without = score(scoredAlternative(), *labels, "2");
    EXPECT_EQ(without.labelled, 6U);
    EXPECT_DOUBLE_EQ(without.mojoFm, 100);
    EXPECT_DOUBLE_EQ(without.ari, 1);
}

TEST(DecompositionScore, NamesTheLineOfABadRow)
{
    const auto labels = readLabels("Components,Type,Label\nOrder;class\n", "labels.csv");
    ASSERT_FALSE(labels);
    EXPECT_EQ(labels.error().line, 2);
}

} // namespace naru::bench
