#include "tests/unit/costing/CostingFixture.h"

#include "core/base/Texts.h"

using namespace naru;
using namespace naru::costing;
using namespace naru::costing::test;

namespace {

std::string functionsError(std::string_view text, int line = 0)
{
    const auto result = parseFunctions(text, "f.json", tariff("2024"));
    if (result)
        return "";
    EXPECT_EQ(result.error().path, "f.json");
    if (line > 0) {
        EXPECT_EQ(result.error().line, line) << text;
    }
    return result.error().key;
}

std::string factorsError(std::string_view text, const char* edition = "2024")
{
    const auto result = parseFactors(text, "x.json", tariff(edition));
    return result ? "" : result.error().key;
}

} // namespace

TEST(FunctionsFile, ReadsTotalsExactly)
{
    EXPECT_EQ(parseFunctions(R"({"totalFp": 1000.6})", "f", tariff("2024"))->totalFp->text(), "1000.6");
    EXPECT_EQ(parseFunctions(R"({"totalFp": 99999999999999999999999.5})", "f", tariff("2024"))->totalFp->text(),
              "99999999999999999999999.5");
    EXPECT_EQ(functionsError(R"({"totalFp": 0})"), "costing.functions.zero");
    EXPECT_EQ(functionsError("{\n\"totalFp\": -5}", 2), "costing.field.too-small");
    EXPECT_EQ(functionsError(R"({"totalFp": "many"})"), "costing.field.number");
    EXPECT_EQ(functionsError(R"({"totalFp": null})"), "costing.field.number");
    EXPECT_EQ(functionsError(R"({"totalFp": 1e9999})"), "core.json.malformed"); // beyond what JSON readers take
    EXPECT_EQ(functionsError(R"({"totalFp": "1e9999"})"), "costing.field.too-long");
}

TEST(FunctionsFile, NamesFieldAndLine)
{
    EXPECT_EQ(functionsError("{\"functions\": [\n{\"name\": \"a\", \"type\": \"EI\"},\n{\"name\": \"b\", \"type\": \"XX\"}]}", 3),
              "costing.field.type");
    EXPECT_EQ(functionsError(R"({"functions": [{"name": " ", "type": "EI"}]})"), "costing.field.empty");
    EXPECT_EQ(functionsError(R"({"functions": [{"name": "a"}]})"), "core.json.key-missing");
    EXPECT_EQ(functionsError(R"({"functions": ["a"]})"), "costing.field.object");
    EXPECT_EQ(functionsError(R"({"functions": []})"), "costing.functions.empty");
    EXPECT_EQ(functionsError(R"({"functions": {}})"), "costing.functions.empty");
    EXPECT_EQ(functionsError(R"({})"), "costing.functions.kinds");
    EXPECT_EQ(functionsError(R"([])"), "costing.functions.kinds");
    EXPECT_EQ(functionsError(R"({"totalFp": 1, "functions": []})"), "costing.functions.kinds");
    EXPECT_EQ(functionsError(R"({"method": "quick", "functions": [{"name": "a", "type": "EI"}]})"), "costing.field.method");
    EXPECT_EQ(functionsError(R"({"functions": [{"name": "a", "type": "EI", "complexity": "huge"}]})"), "costing.field.complexity");
    EXPECT_EQ(functionsError(R"({"functions": [{"name": "a", "type": "EI", "det": 2.5}]})"), "costing.field.whole");
    EXPECT_EQ(functionsError(R"({"functions": [{"name": "a", "type": "EI", "det": -1}]})"), "costing.field.whole");
    EXPECT_EQ(functionsError(R"({"method": "standard", "functions": [{"name": "a", "type": "EI"}]})"), "costing.field.no-complexity");
    EXPECT_EQ(
        functionsError(R"({"method": "standard", "functions": [{"name": "a", "type": "EI", "complexity": "high", "det": 2, "ftr": 1}]})"),
        "costing.field.complexity-differs");
    EXPECT_EQ(functionsError("{\"functions\": [\n"), "core.json.malformed");
}

TEST(FactorsFile, ReadsChoices)
{
    const auto result = parseFactors(R"({"linkage": 1, "performance": 5, "environment": 2, "security": 3, "profitPercent": 12.5,
        "directExpenses": 123456789012345678901234567890, "stages": ["analysis", "test"], "vat": false, "apiLinks": "guide",
        "rounding": "down-at-end"})",
                                     "x.json", tariff("2024"));
    ASSERT_TRUE(result) << result.error().key;
    EXPECT_EQ(result->factors.performance, 5);
    EXPECT_EQ(result->factors.profitPercent, "12.5");
    EXPECT_EQ(result->factors.directExpenses, "123456789012345678901234567890");
    EXPECT_FALSE(result->factors.vat);
    EXPECT_EQ(result->factors.apiLinks, "guide");
    EXPECT_EQ(result->factors.rounding, "down-at-end");
}

TEST(FactorsFile, RefusesPrecisely)
{
    EXPECT_EQ(factorsError(R"({"linkage": 0})"), "costing.field.whole");
    EXPECT_EQ(factorsError(R"({"linkage": 6})"), "costing.field.whole");
    EXPECT_EQ(factorsError(R"({"linkage": 2.5})"), "costing.field.whole");
    EXPECT_EQ(factorsError(R"({"linkage": ""})"), "costing.field.number");
    EXPECT_EQ(factorsError(R"({"linkage": 99999999999999999999})"), "costing.field.whole");
    EXPECT_EQ(factorsError(R"({"linkag": 1})"), "costing.field.unknown-key");
    EXPECT_EQ(factorsError(R"({"profitPercent": 26})"), "costing.field.too-large");
    EXPECT_EQ(factorsError(R"({"profitPercent": -1})"), "costing.field.too-small");
    EXPECT_EQ(factorsError(R"({"directExpenses": -1})"), "costing.field.too-small");
    EXPECT_EQ(factorsError(R"({"directExpenses": 0.5})"), "costing.field.won");
    EXPECT_EQ(factorsError(R"({"stages": []})"), "costing.stages.empty");
    EXPECT_EQ(factorsError(R"({"stages": ["planning"]})"), "costing.stages.unknown");
    EXPECT_EQ(factorsError(R"({"stages": ["design", "design-project"]})", "2025"), "costing.stages.mixed");
    EXPECT_EQ(factorsError(R"({"vat": 1})"), "costing.field.boolean");
    EXPECT_EQ(factorsError(R"({"apiLinks": "all"})"), "costing.field.choice");
    EXPECT_EQ(factorsError(R"({"operation": {"manMonths": 1, "monthlyRate": 1}})"), "costing.operation.edition");
    EXPECT_EQ(factorsError(R"({"maintenance": {"changes": "normal"}})"), "core.json.key-missing");
    EXPECT_EQ(
        factorsError(
            R"({"maintenance": {"changes": "often", "users": "normal", "importance": "normal", "linked": "simple", "recovery": "normal"}})"),
        "costing.field.choice");
    EXPECT_EQ(factorsError("3"), "costing.field.object");
}

TEST(FactorsFile, EveryErrorHasASentence)
{
    const auto texts = core::Texts::load(NARU_RESOURCES, "ko");
    ASSERT_TRUE(texts);
    for (const Tariff& edition : catalog().all()) {
        EstimateInput input;
        input.inventory.totalFp = number("10");
        const auto result = estimate(input, edition);
        ASSERT_TRUE(result);
        for (const auto& step : result->steps)
            EXPECT_TRUE(texts->has(step.name)) << step.name;
        for (const auto& key : result->provisional)
            EXPECT_TRUE(texts->has(key)) << key;
    }
}
