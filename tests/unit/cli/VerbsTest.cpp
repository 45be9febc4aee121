#include "tests/support/CommandLine.h"

#include "core/base/Files.h"

#include <gtest/gtest.h>

using naru::tests::runNaru;
using naru::tests::TemporaryFolder;

namespace {
const std::string kResources = NARU_RESOURCES;
}

TEST(Verbs, WorkedExamplesOfTheGuide)
{
    const auto portal = runNaru({"assess", "--answers", kResources + "/questionnaires/examples/egovframe-portal.json", "--json"});
    ASSERT_EQ(portal.code, 0) << portal.err;
    EXPECT_EQ(portal.json()["verdict"], "keep");
    EXPECT_EQ(portal.json()["schema"], "naru.assess/1");
}

TEST(Verbs, EachQuestionnaireSaysItsResultInItsOwnWords)
{
    const TemporaryFolder folder;
    const auto list = runNaru({"catalog", "cloud-profile", "--export", "json", "--out", folder / "c.json"});
    ASSERT_EQ(list.code, 0) << list.err;
    const auto text = naru::core::readFile(folder / "c.json");
    ASSERT_TRUE(text.has_value());
    nlohmann::json answers = {{"catalog", "cloud-profile"}, {"answers", nlohmann::json::object()}};
    const auto catalog = nlohmann::json::parse(*text);
    for (const auto& item : catalog["items"])
        answers["answers"][item["id"].get<std::string>()] = "yes";
    ASSERT_TRUE(naru::core::writeFile(folder / "a.json", answers.dump()));
    const auto said = runNaru({"assess", "--answers", folder / "a.json", "--lang", "en"});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_NE(said.out.find("Near to cloud native ("), std::string::npos) << said.out;
    EXPECT_EQ(said.out.find("adopting cloud native is advised"), std::string::npos);
    answers["answers"].erase(answers["answers"].begin());
    ASSERT_TRUE(naru::core::writeFile(folder / "a.json", answers.dump()));
    const auto open = runNaru({"assess", "--answers", folder / "a.json", "--lang", "en"});
    EXPECT_NE(open.out.find("Open items: "), std::string::npos) << open.out;
}

TEST(Verbs, AcceptanceExampleA1OnTheCommandLine)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(naru::core::writeFile(folder / "f.json", R"({"totalFp": 85})"));
    ASSERT_TRUE(naru::core::writeFile(folder / "x.json", R"({"linkage":2,"performance":3,"environment":1,"security":2,"profitPercent":25,
        "directExpenses":2000000,"stages":["analysis","design","implementation","test"],"vat":true,"apiLinks":"none"})"));
    const auto ran = runNaru({"estimate", "--functions", folder / "f.json", "--factors", folder / "x.json", "--edition", "2024", "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto json = ran.json();
    EXPECT_EQ(json["before"], 51491640);
    EXPECT_EQ(json["after"], 58237457);
    EXPECT_EQ(json["profit"], 14559364);
    EXPECT_EQ(json["developmentCost"], 74796821);
    EXPECT_EQ(json["total"], 82276503);
}

TEST(Verbs, NoEditionIsAskedFor)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(naru::core::writeFile(folder / "f.json", R"({"totalFp": 85})"));
    const auto ran = runNaru({"estimate", "--functions", folder / "f.json", "--lang", "en"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("2025"), std::string::npos) << ran.err;
}

TEST(Verbs, NewKeepsSystemsAndRefusesToOverwrite)
{
    const TemporaryFolder folder;
    const std::string file = folder / "업무.naru";
    const auto made = runNaru({"new", file, "--name", "기관", "--system", "총무", "--root", folder.path().string(), "--json"});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(made.json()["systems"][0], "총무");
    const auto before = naru::core::readFile(file).value();
    EXPECT_EQ(runNaru({"new", file, "--name", "other"}).code, 2);
    EXPECT_EQ(naru::core::readFile(file).value(), before);
    EXPECT_EQ(runNaru({"new", folder / "b.naru", "--name", "b", "--system", "s"}).code, 2);
    EXPECT_EQ(runNaru({"analyze", file, "--system", "없는 시스템"}).code, 2);
}

TEST(Verbs, StudiesBesideAnEstimate)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(naru::core::writeFile(folder / "f.csv", "기능명,유형\n회의실,ILF\n회의실 등록,EI\n=A1 조회,EQ\n"));
    ASSERT_TRUE(naru::core::writeFile(folder / "isp.json", R"({"hardware": 1000000})"));
    ASSERT_TRUE(naru::core::writeFile(folder / "run.json",
                                      R"({"years":3,"items":{"vm.server":{"quantity":10,"price":100000},"vm.guest-os":{"price":120000},
        "vm.middleware":{"quantity":0},"vm.agents":{"price":60000},"vm.care":{"factor":2,"price":30000},"vm.operation":{"quantity":0},
        "container.node":{"quantity":3,"price":200000},"container.host-os":{"price":120000},"container.platform":{"price":600000},
        "container.agents":{"price":60000},"container.care":{"factor":2},"container.operation":{"quantity":0},
        "container.transition":{"quantity":0}}})"));
    const auto ran = runNaru({"estimate", "--functions", folder / "f.csv", "--edition", "2025", "--sensitivity", "--budget", "100000000",
                              "--isp", folder / "isp.json", "--running", folder / "run.json", "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto json = ran.json();
    EXPECT_EQ(json["fp"], 15.4);
    EXPECT_FALSE(json["sensitivity"]["bars"].empty());
    EXPECT_EQ(json["budget"]["fp"], "93.7"); // 100,000,000 / (605,784 x 1.28 x 1.25 x 1.1)
    EXPECT_EQ(json["isp"]["total"].get<long long>(), json["developmentCost"].get<long long>() + 1000000);
    // A year: 12,000,000 + 1,200,000 + 600,000 + 10 machines x 2 hours x 30,000 x 12
    EXPECT_EQ(json["running"]["machines"], 63000000);
    EXPECT_EQ(json["running"]["containers"], 35100000); // 7,200,000 + 360,000 + 1,800,000 + 180,000 + 2,160,000 a year
    EXPECT_EQ(json["running"]["breakEvenMonth"], 1);
    ASSERT_TRUE(naru::core::writeFile(folder / "old.json", R"({"months":12,"vmInstances":10})"));
    const auto old =
        runNaru({"estimate", "--functions", folder / "f.csv", "--edition", "2025", "--running", folder / "old.json", "--lang", "en"});
    EXPECT_EQ(old.code, 2);
    EXPECT_NE(old.err.find("'months' is not known"), std::string::npos) << old.err;

    ASSERT_TRUE(naru::core::writeFile(folder / "bad.csv", "name,type\nA,Screen\n"));
    const auto bad = runNaru({"estimate", "--functions", folder / "bad.csv", "--edition", "2025", "--lang", "en"});
    EXPECT_EQ(bad.code, 2);
    EXPECT_NE(bad.err.find("B2"), std::string::npos) << bad.err;
    EXPECT_EQ(runNaru({"estimate", "--functions", folder / "f.csv", "--edition", "2025", "--budget", "-5"}).code, 2);
    EXPECT_EQ(runNaru({"estimate", "--functions", folder / "f.csv", "--edition", "2025", "--budget", "many"}).code, 2);
    EXPECT_EQ(runNaru({"estimate", "--functions", folder / "f.pdf", "--edition", "2025"}).code, 2);
    ASSERT_TRUE(naru::core::writeFile(folder / "broken.xlsx", "PK no workbook"));
    EXPECT_EQ(runNaru({"estimate", "--functions", folder / "broken.xlsx", "--edition", "2025"}).code, 2);
}

TEST(Verbs, FunctionsOfRequirementsText)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(naru::core::writeFile(folder / "r.txt", "회의실을 등록하고 목록을 조회한다.\n"));
    const auto ran = runNaru({"count", "--requirements", folder / "r.txt", "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.json()["functions"].size(), 3U);
    ASSERT_TRUE(naru::core::writeFile(folder / "f.json", ran.out));
    EXPECT_EQ(runNaru({"estimate", "--functions", folder / "f.json", "--edition", "2025"}).code, 0);
    EXPECT_EQ(runNaru({"count", "--set", "attachments", folder.path().string()}).code, 2);
    EXPECT_EQ(runNaru({"count", "--set", "attachments=no such value", folder.path().string()}).code, 2);
    EXPECT_EQ(runNaru({"count"}).code, 2);
}
