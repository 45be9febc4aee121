// The acceptance examples of the cost through the command line, with every intermediate step, and what bad input says.

#include "tests/support/CommandLine.h"

#include "core/base/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using naru::tests::runNaru;
using naru::tests::TemporaryFolder;
using ::testing::ElementsAre;

namespace {

/// The published example of the guide, 2.1.6 (SCM).
constexpr const char* kSupplyChain = R"({"method": "standard", "functions": [
    {"name": "customer", "type": "ILF", "complexity": "average"}, {"name": "product", "type": "ILF", "complexity": "low"},
    {"name": "supply", "type": "EIF", "complexity": "low"}, {"name": "add customer", "type": "EI", "complexity": "high"},
    {"name": "change customer", "type": "EI", "complexity": "average"}, {"name": "delete customer", "type": "EI", "complexity": "low"},
    {"name": "add product", "type": "EI", "complexity": "average"}, {"name": "change product", "type": "EI", "complexity": "low"},
    {"name": "delete product", "type": "EI", "complexity": "low"}, {"name": "find customer", "type": "EQ", "complexity": "low"},
    {"name": "find product", "type": "EQ", "complexity": "average"}, {"name": "supplier number", "type": "EQ", "complexity": "low"},
    {"name": "report 1", "type": "EO", "complexity": "low"}, {"name": "report 2", "type": "EO", "complexity": "average"},
    {"name": "report 3", "type": "EO", "complexity": "low"}, {"name": "report 4", "type": "EO", "complexity": "high"},
    {"name": "product report", "type": "EO", "complexity": "average"}, {"name": "supplier report", "type": "EO", "complexity": "average"}]})";
constexpr const char* kFactors = R"({"linkage": 2, "performance": 3, "environment": 1, "security": 2, "profitPercent": 25,
    "directExpenses": 2000000, "vat": true, "apiLinks": "none"})";

struct CostVerbs : ::testing::Test {
    TemporaryFolder folder;

    std::string file(const std::string& name, const std::string& text)
    {
        EXPECT_TRUE(naru::core::writeFile(folder / name, text));
        return folder / name;
    }
    nlohmann::json estimate(const std::string& functions, const std::string& factors, const std::string& edition)
    {
        const auto ran = runNaru(
            {"estimate", "--functions", file("f.json", functions), "--factors", file("x.json", factors), "--edition", edition, "--json"});
        EXPECT_EQ(ran.code, 0) << ran.err;
        return ran.json();
    }
    std::string refused(const std::string& functions, const std::string& factors, const std::string& edition = "2025")
    {
        const auto ran = runNaru({"estimate", "--functions", file("f.json", functions), "--factors", file("x.json", factors), "--edition",
                                  edition, "--lang", "en"});
        EXPECT_EQ(ran.code, 2) << functions << factors;
        EXPECT_TRUE(ran.out.empty());
        return ran.err;
    }
    static std::vector<long long> steps(const nlohmann::json& json)
    {
        std::vector<long long> out;
        for (const auto& step : json.at("steps"))
            out.push_back(step.at("value").get<long long>());
        return out;
    }
};

} // namespace

TEST_F(CostVerbs, AcceptanceA1WithEveryStep)
{
    const auto first = estimate(kSupplyChain, kFactors, "2020");
    EXPECT_EQ(first["fp"], 85);
    EXPECT_THAT(steps(first),
                ElementsAre(47014690, 60178803, 56568075, 56568075, 53173990, 53173990, 13293498, 2000000, 68467488, 6846749, 75314237));
    const auto second = estimate(kSupplyChain, kFactors, "2024");
    EXPECT_THAT(steps(second),
                ElementsAre(51491640, 65909299, 61954741, 61954741, 58237457, 58237457, 14559364, 2000000, 74796821, 7479682, 82276503));
    for (const auto& step : second["steps"])
        EXPECT_FALSE(step["source"]["kind"].get<std::string>().empty()) << step;
    std::string simplified = kSupplyChain;
    simplified.replace(simplified.find("standard"), 8, "simplified");
    EXPECT_EQ(estimate(simplified, kFactors, "2024")["fp"], 87.3);
}

TEST_F(CostVerbs, AcceptanceA2AndA3)
{
    const auto maintained =
        estimate(R"({"totalFp": 100})", R"({"maintenance": {"developmentCost": 249222058, "changes": "normal", "users": "normal",
        "importance": "normal", "linked": "simple", "recovery": "normal", "directExpenses": 1335600}})",
                 "2024");
    EXPECT_EQ(maintained["maintenance"]["points"], 45);
    EXPECT_EQ(maintained["maintenance"]["ratePercent"], 12.25);
    EXPECT_EQ(maintained["maintenance"]["fee"], 30529702);
    EXPECT_EQ(maintained["maintenance"]["total"], 31865302);
    const auto timed = estimate(R"({"method": "standard", "functions": [
        {"name": "Pessoa", "type": "EIF", "ret": 1, "det": 4}, {"name": "Justificativa", "type": "ILF", "ret": 1, "det": 3},
        {"name": "Apontamento", "type": "ILF", "ret": 1, "det": 4}, {"name": "Consulta", "type": "EQ", "ftr": 1, "det": 5},
        {"name": "Registro", "type": "EI", "ftr": 1, "det": 3}, {"name": "Alteração", "type": "EI", "ftr": 2, "det": 5},
        {"name": "Exclusão", "type": "EI", "ftr": 2, "det": 2}, {"name": "com Justificativa", "type": "EI", "ftr": 2, "det": 5},
        {"name": "Relatório", "type": "EO", "ftr": 3, "det": 9}, {"name": "Acompanhar", "type": "EO", "ftr": 3, "det": 10}]})",
                                "{}", "2024");
    EXPECT_EQ(timed["fp"], 46);
}

TEST_F(CostVerbs, TheFactorOfSizeAtItsEdges)
{
    for (const auto& [points, factor] :
         {std::pair{"499.9", 1.28}, std::pair{"500", 1.28}, std::pair{"501", 1.2784}, std::pair{"1000", 0.9219}, std::pair{"1336", 0.8878},
          std::pair{"3000", 1.153}, std::pair{"3000.1", 1.153}}) {
        const auto json = estimate(std::string(R"({"totalFp": )") + points + "}", "{}", "2025");
        EXPECT_DOUBLE_EQ(json["factors"]["size"].get<double>(), factor) << points;
    }
}

TEST_F(CostVerbs, SaysWhyTheCostMovedBetweenTwoVersions)
{
    const auto before = estimate(R"({"totalFp": 85})", kFactors, "2020");
    std::string more = kFactors;
    more.replace(more.find("2000000"), 7, "5000000");
    const auto ran = runNaru({"estimate", "--functions", file("f.json", R"({"totalFp": 1000})"), "--factors", file("x.json", more),
                              "--edition", "2024", "--before", file("before.json", before.dump()), "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto moved = ran.json()["costComparison"];
    EXPECT_EQ(moved["before"], 75314237);
    EXPECT_EQ(moved["after"], ran.json()["total"]);
    long long sum = 0;
    std::vector<std::string> ids;
    for (const auto& move : moved["moves"]) {
        sum += move["won"].get<long long>();
        ids.push_back(move["id"]);
    }
    EXPECT_EQ(sum, moved["difference"].get<long long>());
    ASSERT_GE(ids.size(), 4U);
    EXPECT_THAT(std::vector<std::string>(ids.begin(), ids.begin() + 4), ElementsAre("size", "price", "sizeFactor", "directExpenses"));
    const auto wrong =
        runNaru({"estimate", "--functions", folder / "f.json", "--edition", "2024", "--before", file("no.json", "{}"), "--lang", "en"});
    EXPECT_EQ(wrong.code, 2);
    EXPECT_NE(wrong.err.find("no.json"), std::string::npos) << wrong.err;
}

TEST_F(CostVerbs, BadInputNamesTheFieldAndTheRemedy)
{
    const auto names = [](const std::string& said, const char* field) {
        EXPECT_NE(said.find(field), std::string::npos) << "'" << field << "' is not in: " << said;
    };
    const std::string some = R"({"totalFp": 85})";
    names(refused(R"({"totalFp": -1})", "{}"), "totalFp");
    names(refused(R"({"totalFp": ""})", "{}"), "totalFp");
    names(refused(R"({"functions": []})", "{}"), "f.json");
    names(refused(R"({"functions": [{"name": "A", "type": "SCREEN"}]})", "{}"), "SCREEN");
    names(refused(R"({"functions": [{"name": "", "type": "EI"}]})", "{}"), "name");
    names(refused(R"({"functions": [{"name": "A", "type": "EI", "det": -2}]})", "{}"), "det");
    names(refused(R"({"functions": [{"name": "A", "type": "EI", "det": 1.5}]})", "{}"), "det");
    names(refused(some, R"({"linkage": 9})"), "linkage");
    names(refused(some, R"({"linkage": 0.5})"), "linkage");
    names(refused(some, R"({"profitPercent": 26})"), "25");
    names(refused(some, R"({"directExpenses": -5})"), "directExpenses");
    names(refused(some, R"({"directExpenses": 1.5})"), "directExpenses");
    names(refused(some, R"({"stages": []})"), "stages");
    names(refused(some, R"({"rounding": "as you like"})"), "half-even");
    names(refused(some, "{}", "2031"), "2025");
    // Beyond 64 bits nothing is lost: 10^20 x 605,784 x 1.153 x 1.25 x 1.1
    const auto huge = estimate(R"({"totalFp": 100000000000000000000})", "{}", "2025");
    EXPECT_TRUE(huge["total"].is_string()) << huge["total"];
    EXPECT_GT(huge["total"].get<std::string>().size(), 25U);
}

TEST_F(CostVerbs, ACountAsCsvIsNoFormulaForASpreadsheet)
{
    const std::string project = folder / "p.naru";
    file("A.java", "class A {}\n"); // a source without functions: all of them are imported
    ASSERT_EQ(runNaru({"new", project, "--name", "p", "--system", "s", "--root", folder.path().string()}).code, 0);
    file("inventory.csv", "name,type\n\"=HYPERLINK(1)\",EI\n+1+1,EI\n-2,EQ\n@SUM(A1),EO\n\"\tTab\",ILF\n");
    ASSERT_EQ(runNaru({"analyze", project, "--no-history"}).code, 0);
    const auto ran = runNaru({"count", project, "--inventory", folder / "inventory.csv", "--csv", folder / "out.csv", "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    ASSERT_EQ(ran.json()["functions"].size(), 5U);
    const std::string csv = naru::core::readFile(folder / "out.csv").value();
    for (const char* safe : {"'=HYPERLINK(1)", "'+1+1", "'-2", "'@SUM(A1)"})
        EXPECT_NE(csv.find(safe), std::string::npos) << safe << " in " << csv;
    for (const char* bare : {",=", ",+", ",-", ",@", ",\t"})
        EXPECT_EQ(csv.find(bare), std::string::npos) << bare;
}
