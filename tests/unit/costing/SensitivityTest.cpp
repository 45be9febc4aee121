#include "costing/Sensitivity.h"
#include "costing/Comparison.h"
#include "costing/InventoryCsv.h"
#include "tests/unit/costing/CostingFixture.h"

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;
using core::Decimal;
using core::FunctionType;

namespace {

EstimateInput input()
{
    EstimateInput out;
    out.inventory.functions = {{.name = "a", .type = FunctionType::ILF, .confirmed = true}, {.name = "b", .type = FunctionType::EI}};
    out.choices.factors = {.linkage = 3, .performance = 3, .environment = 2, .security = 2};
    return out;
}

} // namespace

TEST(Sensitivity, EveryBarRecomputesTheChain)
{
    const Tariff edition = tariff("2024");
    const auto result = sensitivity(input(), edition);
    ASSERT_TRUE(result) << result.error().key;
    EXPECT_EQ(result->base, estimate(input(), edition)->total);
    ASSERT_EQ(result->bars.size(), 6U); // four factors, functions, profit
    for (std::size_t i = 1; i < result->bars.size(); ++i)
        EXPECT_GE(number(result->bars[i - 1].high) - number(result->bars[i - 1].low),
                  number(result->bars[i].high) - number(result->bars[i].low));
    const auto environment = std::ranges::find(result->bars, "environment", &SensitivityBar::id);
    ASSERT_NE(environment, result->bars.end());
    EstimateInput highest = input();
    highest.choices.factors.environment = 5;
    EXPECT_EQ(environment->high, estimate(highest, edition)->total);
    const auto functions = std::ranges::find(result->bars, "functions", &SensitivityBar::id);
    EXPECT_EQ(functions->lowMeaning, "7.5");
    EXPECT_EQ(functions->high, result->base);
}

TEST(Sensitivity, BudgetGivesTheLargestSizeThatFits)
{
    const Tariff edition = tariff("2024");
    const FactorChoices choices = input().choices;
    for (const char* budget : {"1200000", "500000000", "735000000", "900000000", "2500000000", "99999999999999999999999"}) {
        const auto size = functionPointsWithin(number(budget), choices, edition);
        ASSERT_TRUE(size) << budget;
        const auto total = [&](const Decimal& fp) {
            EstimateInput one{.choices = choices};
            one.inventory.totalFp = fp;
            return number(estimate(one, edition)->total);
        };
        EXPECT_LE(total(*size), number(budget)) << budget;
        EXPECT_GT(total(*size + number("0.1")), number(budget)) << budget;
    }
    EXPECT_EQ(functionPointsWithin(0, choices, edition).error().key, "costing.budget.not-positive");
    EXPECT_EQ(functionPointsWithin(1, choices, edition).error().key, "costing.budget.too-small");
}

TEST(Comparison, NamesWhatMovedTheTotal)
{
    core::FunctionPointCount before{.total = "15.4"};
    before.functions = {{.id = "a", .name = "a", .type = FunctionType::ILF, .fp = "7.5"},
                        {.id = "b", .name = "b", .type = FunctionType::EI, .fp = "4"},
                        {.id = "c", .name = "c", .type = FunctionType::EQ, .fp = "3.9"}};
    core::FunctionPointCount after = before;
    after.functions[2].type = FunctionType::EO;
    after.functions[2].fp = "5.2";
    after.functions[1].state = core::FunctionState::Rejected;
    after.functions[0].id = "d";
    after.total = "12.7";
    const auto result = compareCounts(before, after);
    ASSERT_EQ(result.changes.size(), 4U);
    EXPECT_EQ(result.changes[0].id, "a");
    EXPECT_EQ(result.changes[0].kind, ChangeKind::Removed);
    EXPECT_EQ(result.changes[1].id, "d");
    EXPECT_EQ(result.changes[2].reasonKeys.front(), "costing.change.rejected");
    EXPECT_EQ(result.changes[3].before, "EQ 3.9");
    EXPECT_EQ(result.changes[3].after, "EO 5.2");
    EXPECT_EQ(result.difference, "-2.7");
}

TEST(InventoryCsv, IsSafeAndReadsBack)
{
    core::FunctionPointCount count;
    count.functions = {
        {.id = "x", .name = "=HYPERLINK(\"http://a\")", .type = FunctionType::EI, .det = 3, .ftr = 1, .fp = "4"},
        {.id = "y", .name = "회의실, \"대\"", .type = FunctionType::ILF, .fp = "7.5", .state = core::FunctionState::Confirmed}};
    const std::string csv = inventoryCsv(count);
    EXPECT_NE(csv.find("\"'=HYPERLINK"), std::string::npos);
    const auto back = parseInventoryCsv(csv, "a.csv", core::CountMethod::Simplified);
    ASSERT_TRUE(back) << back.error().key;
    ASSERT_EQ(back->functions.size(), 2U);
    EXPECT_EQ(back->functions[0].name, "=HYPERLINK(\"http://a\")");
    EXPECT_EQ(back->functions[0].det, 3);
    EXPECT_EQ(back->functions[1].name, "회의실, \"대\"");
    EXPECT_TRUE(back->functions[1].confirmed);
}

TEST(InventoryCsv, KoreanHeadersAndPreciseErrors)
{
    const auto key = [](std::string_view text, int line) {
        const auto result = parseInventoryCsv(text, "a.csv", core::CountMethod::Standard);
        EXPECT_FALSE(result) << text;
        if (result)
            return std::string();
        EXPECT_EQ(result.error().line, line) << text;
        return result.error().key;
    };
    const auto good =
        parseInventoryCsv("기능명,FP 유형,복잡도\n예약 등록,ei,보통\n\n예약,ILF,낮음\n", "a.csv", core::CountMethod::Standard);
    ASSERT_TRUE(good) << good.error().key;
    EXPECT_EQ(sizeOf(*good, false, tariff("2024")).total().text(), "11");
    EXPECT_EQ(key("name,type\na,EX\n", 2), "costing.field.type");
    EXPECT_EQ(key("name,type,det\na,EI,-1\n", 2), "costing.field.whole");
    EXPECT_EQ(key("name,type,det\na,EI,2.5\n", 2), "costing.field.whole");
    EXPECT_EQ(key("name,type\n\"a\nb\",EI\n", 2), "costing.field.no-complexity");
    EXPECT_EQ(key("name,type\n\n ,EI\n", 3), "costing.field.empty");
    EXPECT_EQ(key("who,what\n", 1), "costing.csv.header");
    EXPECT_EQ(key("name,type\n\"a,EI\n", 2), "core.csv.open-quote");
    EXPECT_EQ(key("", 0), "costing.functions.empty");
    EXPECT_EQ(key("name,type\n", 0), "costing.functions.empty");
}
