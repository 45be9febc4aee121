#include "analyzers/decompose/Agreement.h"

#include <gtest/gtest.h>

namespace naru::analyzers::decompose {

using Labels = std::vector<std::uint32_t>;

TEST(Agreement, EqualDivisionsAgreeWhateverTheirNumbers)
{
    const Labels a{0, 0, 1, 1, 2};
    const Labels b{7, 7, 3, 3, 5};
    EXPECT_DOUBLE_EQ(adjustedRand(a, b), 1);
    EXPECT_DOUBLE_EQ(mojoFm(a, b), 100);
}

// Worked by hand: contingency 3,0 / 1,2 of six items; sum of pairs 4, rows 3 and 3, columns 6 and 1.
TEST(Agreement, AdjustedRandByHand)
{
    const Labels a{0, 0, 0, 1, 1, 1};
    const Labels b{0, 0, 0, 0, 1, 1};
    const double expected = 6.0 * 7.0 / 15.0;
    EXPECT_NEAR(adjustedRand(a, b), (4 - expected) / (6.5 - expected), 1e-12);
}

// Five in one cluster against 3 and 2: two moves; the worst for sizes 2 and 3 is 5 - 2 = 3.
TEST(Agreement, MojoCountsMoves)
{
    const Labels one{0, 0, 0, 0, 0};
    const Labels b{0, 0, 0, 1, 1};
    EXPECT_NEAR(mojoFm(one, b), 100 * (1 - 2.0 / 3.0), 1e-9);
}

// All apart: one join brings 3 singles together by two joins, 2 singles by one: 3 of at most 3.
TEST(Agreement, MojoCountsJoins)
{
    const Labels apart{0, 1, 2, 3, 4};
    const Labels b{0, 0, 0, 1, 1};
    EXPECT_NEAR(mojoFm(apart, b), 0, 1e-9);
}

// Ties of the largest overlap are matched so that most groups arise: clusters {x,y} and {x,z} of authority
// X, Y, Z with overlaps 1-1: a greedy choice of X for both would cost one join more.
TEST(Agreement, MojoMatchesTiesForMostGroups)
{
    const Labels a{0, 0, 1, 1};
    const Labels b{0, 1, 0, 2};
    // n 4, kept 2, two clusters, two groups: 2 operations; worst 4 - 2 = 2 (sizes 1, 1, 2 allow 1, -, 2)
    EXPECT_NEAR(mojoFm(a, b), 0, 1e-9);
    const Labels c{0, 0, 0, 1, 1};
    const Labels d{0, 0, 1, 0, 1};
    // n 5, kept 2 + 1, groups 2 through the tie: 2 operations; worst 5 - 2
    EXPECT_NEAR(mojoFm(c, d), 100 * (1 - 2.0 / 3.0), 1e-9);
}

TEST(Agreement, OpenItemsAreLeftOut)
{
    constexpr std::uint32_t kOpen = 0xFFFFFFFF;
    const Labels a{0, 0, kOpen, 1};
    const Labels b{0, 0, 1, 1};
    EXPECT_DOUBLE_EQ(adjustedRand(a, b), 1);
    EXPECT_DOUBLE_EQ(mojoFm(a, b), 100);
}

} // namespace naru::analyzers::decompose
