#include "tests/unit/costing/CostingFixture.h"

#include "core/model/EstimateJson.h"

#include <gmock/gmock.h>

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;
using core::Complexity;
using core::CountMethod;
using core::Decimal;
using core::FunctionType;
using ::testing::ElementsAre;

namespace {

/// The published example of the guide, 2.1.6 (SCM).
Inventory supplyChain(CountMethod method)
{
    constexpr auto kLow = Complexity::Low;
    constexpr auto kAverage = Complexity::Average;
    constexpr auto kHigh = Complexity::High;
    const auto one = [](std::string name, FunctionType type, Complexity complexity) {
        return FunctionEntry{.name = std::move(name), .type = type, .complexity = complexity};
    };
    return {.method = method,
            .functions = {one("customer", FunctionType::ILF, kAverage), one("product", FunctionType::ILF, kLow),
                          one("supply", FunctionType::EIF, kLow), one("add customer", FunctionType::EI, kHigh),
                          one("change customer", FunctionType::EI, kAverage), one("delete customer", FunctionType::EI, kLow),
                          one("add product", FunctionType::EI, kAverage), one("change product", FunctionType::EI, kLow),
                          one("delete product", FunctionType::EI, kLow), one("find customer", FunctionType::EQ, kLow),
                          one("find product", FunctionType::EQ, kAverage), one("find supplier number", FunctionType::EQ, kLow),
                          one("customer report 1", FunctionType::EO, kLow), one("customer report 2", FunctionType::EO, kAverage),
                          one("customer report 3", FunctionType::EO, kLow), one("customer report 4", FunctionType::EO, kHigh),
                          one("product report", FunctionType::EO, kAverage), one("supplier report", FunctionType::EO, kAverage)}};
}

EstimateInput example(CountMethod method = CountMethod::Standard)
{
    EstimateInput input{.inventory = supplyChain(method)};
    input.choices.factors = {.linkage = 2, .performance = 3, .environment = 1, .security = 2, .directExpenses = "2000000"};
    return input;
}

std::vector<std::string> values(const core::Estimate& estimate)
{
    std::vector<std::string> out;
    for (const auto& step : estimate.steps)
        out.push_back(step.value);
    return out;
}

EstimateInput total(std::string_view fp)
{
    EstimateInput input;
    input.inventory.totalFp = number(fp);
    return input;
}

} // namespace

TEST(Estimator, AcceptanceA1Edition2020)
{
    const auto result = estimate(example(), tariff("2020"));
    ASSERT_TRUE(result) << result.error().key;
    EXPECT_EQ(result->fp, "85");
    EXPECT_EQ(result->before, "47014690");
    EXPECT_THAT(values(*result), ElementsAre("47014690", "60178803", "56568075", "56568075", "53173990", "53173990", "13293498", "2000000",
                                             "68467488", "6846749", "75314237"));
    EXPECT_EQ(result->after, "53173990");
    EXPECT_EQ(result->profit, "13293498");
    EXPECT_EQ(result->developmentCost, "68467488");
    EXPECT_EQ(result->total, "75314237");
    EXPECT_EQ(result->rounding, "half-even-each-step");
    for (const auto& step : result->steps)
        EXPECT_FALSE(step.source.kind.empty()) << step.name;
}

TEST(Estimator, AcceptanceA1Edition2024)
{
    const auto result = estimate(example(), tariff("2024"));
    ASSERT_TRUE(result) << result.error().key;
    EXPECT_THAT(values(*result), ElementsAre("51491640", "65909299", "61954741", "61954741", "58237457", "58237457", "14559364", "2000000",
                                             "74796821", "7479682", "82276503"));
}

TEST(Estimator, AcceptanceA1Simplified)
{
    const auto result = estimate(example(CountMethod::Simplified), tariff("2024"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->fp, "87.3");
    EXPECT_EQ(result->before, "52884943");
}

TEST(Estimator, AcceptanceA2Maintenance)
{
    const Tariff edition = tariff("2024");
    const MaintenanceInput input{
        .developmentCost = number("249222058"),
        .levels = {{"changes", "normal"}, {"users", "normal"}, {"importance", "normal"}, {"linked", "simple"}, {"recovery", "normal"}},
        .directExpenses = number("1335600")};
    const auto result = maintenance(input, 0, *edition.rounding(""), edition);
    ASSERT_TRUE(result) << result.error().key;
    EXPECT_EQ(result->points, "45");
    EXPECT_EQ(result->ratePercent, "12.25");
    EXPECT_EQ(result->fee, "30529702");
    EXPECT_EQ(result->total, "31865302");
}

TEST(Estimator, AcceptanceA3TimeKeeping)
{
    const auto inventory = parseFunctions(R"({"method": "standard", "functions": [
        {"name": "Pessoa", "type": "EIF", "ret": 1, "det": 4},
        {"name": "Justificativa", "type": "ILF", "ret": 1, "det": 3},
        {"name": "Apontamento", "type": "ILF", "ret": 1, "det": 4},
        {"name": "Consulta", "type": "EQ", "ftr": 1, "det": 5},
        {"name": "Registro", "type": "EI", "ftr": 1, "det": 3},
        {"name": "Alteração", "type": "EI", "ftr": 2, "det": 5},
        {"name": "Exclusão", "type": "EI", "ftr": 2, "det": 2},
        {"name": "com Justificativa", "type": "EI", "ftr": 2, "det": 5},
        {"name": "Relatório", "type": "EO", "ftr": 3, "det": 9},
        {"name": "Acompanhar", "type": "EO", "ftr": 3, "det": 10}]})",
                                          "a3.json", tariff("2024"));
    ASSERT_TRUE(inventory) << inventory.error().key;
    std::vector<std::string> points;
    for (const FunctionEntry& entry : inventory->functions)
        points.push_back(functionPoints(entry, inventory->method, tariff("2024")).text());
    EXPECT_THAT(points, ElementsAre("5", "7", "7", "3", "3", "4", "3", "4", "5", "5"));
    EXPECT_EQ(sizeOf(*inventory, false, tariff("2024")).total().text(), "46");
}

TEST(Estimator, RedevelopmentDifficulty)
{
    Inventory inventory;
    inventory.redevelopment =
        Redevelopment{.newFp = 100, .changedFp = 50, .unchangedFp = 40, .structure = 40, .documentation = 30, .testPercent = 25};
    const Tariff edition = tariff("2024");
    EXPECT_EQ(difficulty(*inventory.redevelopment, edition).text(), "1.28");
    EXPECT_EQ(sizeOf(inventory, false, edition).total().text(), "174");
    const auto result = estimate({.inventory = inventory}, edition);
    ASSERT_TRUE(result);
    EXPECT_THAT(result->provisional, ::testing::Contains("costing.provisional.redevelopment"));
}

TEST(Estimator, ApiLinksOfTheGuide)
{
    const Tariff edition = tariff("2024");
    Inventory inventory;
    inventory.functions = {{.name = "예약 등록", .type = FunctionType::EI}, {.name = "예약 검색", .type = FunctionType::EQ}};
    EXPECT_EQ(sizeOf(inventory, false, edition).total().text(), "7.9");
    EXPECT_EQ(sizeOf(inventory, true, edition).total().text(), "22.9");
    inventory.functions[1].apiLink = ApiLink::External;
    EXPECT_EQ(sizeOf(inventory, true, edition).total().text(), "20.8");

    EstimateInput input{.inventory = inventory};
    input.choices.factors.apiLinks = "guide";
    const auto result = estimate(input, edition);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->apiLinksFp, "12.9");
    EXPECT_THAT(result->provisional, ::testing::Contains("costing.provisional.api-links"));
    input.inventory.splitKnown = true; // a split without interfaces adds nothing
    EXPECT_EQ(estimate(input, edition)->apiLinksFp, "0");
}

TEST(Estimator, RoundingPoliciesDiffer)
{
    EstimateInput input = example();
    const auto after = [&](const char* policy) {
        input.choices.factors.rounding = policy;
        return estimate(input, tariff("2020")).value().after;
    };
    EXPECT_EQ(after("half-even-each-step"), "53173990");
    EXPECT_EQ(after("half-up-each-step"), "53173991"); // 53173990.5
    EXPECT_EQ(after("down-each-step"), "53173989");    // 60178803 x .94 = 56568074.82 -> 56568074
    EXPECT_EQ(after("half-up-at-end"), "53173991");
    input.choices.factors.rounding = "banker";
    EXPECT_EQ(estimate(input, tariff("2020")).error().key, "costing.rounding.unknown");
}

TEST(Estimator, StagesNeverMix)
{
    EstimateInput input = total("1000");
    const auto with = [&](std::vector<std::string> stages, const char* edition = "2025") {
        input.choices.factors.stages = std::move(stages);
        return estimate(input, tariff(edition));
    };
    EXPECT_EQ(with({"analysis", "design"})->before, "260487120"); // 605,784,000 x 0.43
    EXPECT_EQ(with({"design-project"})->before, "170225304");     // 605,784,000 x 0.281
    EXPECT_EQ(with({"build-project", "design-project"})->stageSum, "1");
    EXPECT_EQ(with({"design", "build-project"}).error().key, "costing.stages.mixed");
    EXPECT_EQ(with({"analysis", "analysis"}).error().key, "costing.stages.twice");
    EXPECT_EQ(with({}).error().key, "costing.stages.empty");
    EXPECT_EQ(with({"design-project"}, "2024").error().key, "costing.stages.unknown");
}

TEST(Estimator, FactorsNotChosenAreNamed)
{
    const auto result = estimate(total("1000"), tariff("2024"));
    ASSERT_TRUE(result);
    EXPECT_THAT(result->provisional,
                ::testing::IsSupersetOf({"costing.provisional.factor-linkage", "costing.provisional.factor-security"}));
    ASSERT_EQ(result->applied.size(), 5U);
    EXPECT_FALSE(result->applied[1].chosen);
    EXPECT_EQ(result->applied[1].value, "1.00");
    const auto chosen = estimate(example(), tariff("2024"));
    EXPECT_THAT(chosen->provisional, ::testing::Not(::testing::Contains("costing.provisional.factor-linkage")));
}

TEST(Estimator, RefusesWhatMakesNoSense)
{
    const auto key = [](const EstimateInput& input) { return estimate(input, tariff("2024")).error().key; };
    EXPECT_EQ(key({}), "costing.functions.empty");
    EstimateInput input = total("100");
    input.choices.factors.linkage = 6;
    EXPECT_EQ(key(input), "costing.field.whole");
    input = total("100");
    input.choices.factors.profitPercent = "25.1";
    EXPECT_EQ(key(input), "costing.field.too-large");
    input.choices.factors.profitPercent = "-1";
    EXPECT_EQ(key(input), "costing.field.too-small");
    input = total("100");
    input.choices.factors.directExpenses = "1.5";
    EXPECT_EQ(key(input), "costing.field.won");
    input.choices.factors.directExpenses = "abc";
    EXPECT_EQ(key(input), "costing.field.number");
    input = total("100");
    input.choices.operation = OperationInput{.manMonths = 12, .monthlyRate = 8000000};
    EXPECT_EQ(key(input), "costing.operation.edition");
}

TEST(Estimator, BeyondSixtyFourBitsIsExact)
{
    EstimateInput input = total("123456789012345678901234567890");
    input.choices.factors = {.linkage = 3, .performance = 3, .environment = 2, .security = 2, .profitPercent = "0", .vat = false};
    const auto result = estimate(input, tariff("2024"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->before, (number("123456789012345678901234567890") * Decimal(605784)).text());
    EXPECT_EQ(result->after,
              (number("123456789012345678901234567890") * Decimal(605784) * number("1.153")).rounded(0, core::Rounding::HalfEven).text());
    EXPECT_EQ(result->total, result->developmentCost);
    const auto json = core::toJson(*result);
    EXPECT_TRUE(json.at("total").is_string());
    EXPECT_EQ(core::estimateFromJson(json)->total, result->total);
}

TEST(Estimator, DevOpsAddsOperationBeforeVat)
{
    EstimateInput input = example();
    input.choices.operation = OperationInput{.manMonths = number("10.5"), .monthlyRate = 8000000};
    const auto result = estimate(input, tariff("2025"));
    ASSERT_TRUE(result);
    ASSERT_TRUE(result->operation);
    EXPECT_EQ(result->operation->cost, "84000000");
    EXPECT_EQ(result->developmentCost, "74796821");
    EXPECT_EQ(result->total, "174676503"); // (74,796,821 + 84,000,000) x 1.1 = 174,676,503.1
}

TEST(Estimator, JsonKeysAndRoundTrip)
{
    const auto result = estimate(example(), tariff("2024")).value();
    const auto json = core::toJson(result);
    EXPECT_EQ(json.at("schema"), "naru.estimate/1");
    EXPECT_EQ(json.at("developmentCost"), 74796821);
    EXPECT_EQ(json.at("factors").at("size"), 1.28);
    EXPECT_EQ(json.at("factors").at("linkage"), 0.94);
    EXPECT_EQ(json.at("fp"), 85);
    EXPECT_EQ(json.at("steps").at(0).at("value"), 51491640);
    const auto back = core::estimateFromJson(json);
    ASSERT_TRUE(back);
    EXPECT_EQ(core::toJson(*back), json);
    EXPECT_FALSE(core::estimateFromJson(nlohmann::json::array()));
    const core::EstimateFactors factors{.linkage = 2, .profitPercent = "12.5", .directExpenses = "99999999999999999999", .vat = false};
    EXPECT_EQ(core::estimateFactorsFromJson(core::toJson(factors)).value(), factors);
}
