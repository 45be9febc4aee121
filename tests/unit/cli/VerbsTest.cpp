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
