#include "tests/support/CommandLine.h"

#include "core/base/Files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace naru;
using tests::runNaru;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

/// A project with one small system.
struct Project {
    TemporaryFolder folder{"diagnosis"};
    std::string file = folder / "p.naru";

    Project()
    {
        write(folder / "s/A.java", "package a; class A { java.io.File f = new java.io.File(\"x\"); }");
        write(folder / "s/pom.xml", "<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId>"
                                    "<version>1</version></dependency></dependencies></project>");
        EXPECT_EQ(runNaru({"new", file, "--name", "P", "--system", "S", "--root", folder / "s"}).code, 0);
    }
    std::string put(const std::string& name, const std::string& text) const
    {
        write(folder / name, text);
        return folder / name;
    }
    nlohmann::json assess(std::vector<std::string> more) const
    {
        more.insert(more.begin(), {"assess", file, "--no-history", "--json"});
        const auto ran = runNaru(more);
        EXPECT_EQ(ran.code, 0) << ran.err;
        return nlohmann::json::parse(ran.out, nullptr, false);
    }
};

TEST(Diagnosis, AnswersAreTakenOverWithWhoAndWhenAndComparedByDate)
{
    const Project project;
    (void)project.assess({"--import", project.put("a.json", R"({"answers":{"1":{"value":"no","when":"2025-03-01"},"2":"yes"}})")});
    const auto now =
        project.assess({"--import", project.put("b.json", R"({"answers":{"1":{"value":"yes","who":"Kim","when":"2026-02-01"}}})"),
                        "--compare", "2025-12-31", "--history"});
    EXPECT_EQ(now["items"][0]["answer"], "yes");
    EXPECT_EQ(now["items"][0]["who"], "Kim");
    EXPECT_EQ(now["items"][1]["answer"], "yes") << "an item that the second file does not name keeps its answer";
    const auto& changed = now["comparison"]["changed"];
    ASSERT_EQ(changed.size(), 2U);
    EXPECT_EQ(changed[0]["before"], "no");
    EXPECT_EQ(changed[0]["after"], "yes");
    EXPECT_EQ(now["history"].size(), 3U);
    EXPECT_EQ(runNaru({"assess", project.file, "--compare", "yesterday"}).code, 2);
    EXPECT_EQ(runNaru({"assess", project.file, "--compare", "2025-02-30"}).code, 2) << "no such day";
}

TEST(Diagnosis, RecordsOfAnAgencyBecomeEvidence)
{
    const Project project;
    // CP949, semicolons, thousands marks, a unit in the header, and one row that cannot be read.
    const std::string cost = "\xBF\xAC\xB5\xB5;\xB1\xB8\xBA\xD0;\xB1\xDD\xBE\xD7(\xB9\xE9\xB8\xB8\xBF\xF8)\n"
                             "2020;\xC3\xCA\xB1\xE2\xB0\xB3\xB9\xDF;\"2,000\"\n2024;\xC0\xAF\xC1\xF6\xBA\xB8\xBC\xF6;320\n2024;x;1\n";
    const auto said = project.assess({"--records", project.put("cost.csv", cost), "--propose"});
    EXPECT_EQ(said["items"][0]["proposed"], "yes");
    ASSERT_FALSE(said["items"][0]["evidence"].empty());
    EXPECT_EQ(said["items"][0]["evidence"][0]["file"], "cost.csv");
    const auto again = project.assess({"--propose"});
    EXPECT_EQ(again["items"][0]["proposed"], "yes") << "records stay in the project";
    const auto same = project.assess({"--records", project.put("copy.csv", cost), "--propose"});
    EXPECT_EQ(same["items"][0]["reason"]["args"], again["items"][0]["reason"]["args"]) << "what two files say alike is one cost";
    const auto other = runNaru({"assess", project.file, "--records",
                                project.put("other.csv", "year,kind,amount\n2020,initial,50000000\n"), "--lang", "en"});
    EXPECT_EQ(other.code, 0);
    EXPECT_NE(other.err.find("other.csv:2"), std::string::npos) << "it contradicts the first file: " << other.err;
    const auto bad = runNaru({"assess", project.file, "--records", project.put("x.csv", "a,b\n1,2\n"), "--lang", "en"});
    EXPECT_EQ(bad.code, 2);
    EXPECT_NE(bad.err.find("a, b"), std::string::npos) << bad.err;
}

TEST(Diagnosis, OwnQuestionnairesOfBothFormats)
{
    const Project project;
    const std::string yaml = project.folder / "q.yaml";
    EXPECT_EQ(runNaru({"catalog", "target-business", "--export", "konveyor", "--out", yaml}).code, 0);
    EXPECT_EQ(runNaru({"catalog", yaml, "--export", "json", "--out", project.folder / "q.json"}).code, 0);
    const auto added = runNaru({"catalog", project.folder / "q.json", "--add-to", project.file, "--json"});
    ASSERT_EQ(added.code, 0) << added.err;
    const std::string id = nlohmann::json::parse(added.out)["catalogs"][0]["id"];
    EXPECT_EQ(project.assess({"--catalog", id})["items"].size(), 11U);
    EXPECT_NE(runNaru({"catalog", "--add-to", project.file}).out.find(id), std::string::npos);
    const std::string both = project.folder / "both.naru";
    ASSERT_EQ(runNaru({"new", both, "--name", "p", "--system", "a", "--root", project.folder / "s", "--system", "b", "--root",
                        project.folder / "s"}).code, 0);
    ASSERT_EQ(runNaru({"catalog", project.folder / "q.json", "--add-to", both}).code, 0);
    for (const char* system : {"a", "b"})
        EXPECT_EQ(runNaru({"assess", both, "--catalog", id, "--system", system}).code, 0) << "all systems are asked the same: " << system;
    EXPECT_NE(runNaru({"assess", both, "--catalog", id, "--lang", "en"}).err.find("has 2 systems; 'a' is taken"), std::string::npos);
    EXPECT_EQ(runNaru({"assess", both, "--catalog", id, "--system", "b", "--lang", "en"}).err.find("is taken"), std::string::npos);
    EXPECT_EQ(runNaru({"catalog", project.put("bad.yaml", "name: x\n"), "--add-to", project.file}).code, 2);
    EXPECT_EQ(runNaru({"catalog", "target-business", "--export", "pdf", "--out", yaml}).code, 2);
}

TEST(Diagnosis, RulesOfAnAgencyAreTestedAndUsed)
{
    const Project project;
    const std::string rule = R"({"schema":"naru.rules/1","edition":"own","source":"s","rules":[{"id":"own.marker","factor":3,"risk":"high",
"title":{"ko":"가","en":"t"},"message":{"ko":"가","en":"m"},"why":{"ko":"가","en":"w"},"remedy":{"ko":"가","en":"r"},
"effort":{"low":1,"high":2},"when":[{"text":{"files":["*.java"],"matches":"\\bclass A\\b"}}],
"tests":{"positive":[{"path":"A.java","text":"class A {}"}],"negative":[{"path":"A.java","text":"// class A\nclass B {}"}]}}]})";
    (void)project.put("rules/own.json", rule);
    const std::string rules = project.folder / "rules";
    const auto tested = runNaru({"rule-test", rules, "--json"});
    EXPECT_EQ(tested.code, 0) << tested.err;
    EXPECT_EQ(nlohmann::json::parse(tested.out)["tests"], 2);
    const auto audited = runNaru({"audit", project.folder / "s", "--rules", rules, "--sarif", project.folder / "s.sarif", "--sbom",
                                  project.folder / "bom.json", "--json"});
    ASSERT_EQ(audited.code, 0) << audited.err;
    EXPECT_NE(audited.out.find("own.marker"), std::string::npos);
    const auto bom = nlohmann::json::parse(core::readFile(project.folder / "bom.json").value_or("{}"), nullptr, false);
    EXPECT_EQ(bom["components"][0]["purl"], "pkg:maven/g/a@1");
    EXPECT_NE(core::readFile(project.folder / "s.sarif").value_or("").find("own.marker"), std::string::npos);
    (void)project.put("rules/own.json", "{\"schema\":\"naru.rules/1\",\n\"edition\":5}");
    const auto broken = runNaru({"rule-test", rules, "--lang", "en"});
    EXPECT_EQ(broken.code, 2);
    EXPECT_NE(broken.err.find("own.json:2"), std::string::npos) << broken.err;
}

TEST(Diagnosis, ABaselineAcceptsFindingsForAReasonUntilADay)
{
    const Project project;
    const std::string root = project.folder / "s";
    const std::string baseline = project.folder / "b.json";
    EXPECT_EQ(runNaru({"audit", root, "--write-baseline", baseline}).code, 2) << "no reason";
    EXPECT_EQ(runNaru({"audit", root, "--write-baseline", baseline, "--reason", "agreed", "--expires", "2026-13-45"}).code, 2);
    EXPECT_EQ(runNaru({"audit", root, "--write-baseline", baseline, "--reason", "agreed", "--expires", "2999-01-01"}).code, 0);
    EXPECT_EQ(runNaru({"audit", root, "--baseline", baseline, "--fail-on", "low"}).code, 0);
    EXPECT_EQ(runNaru({"audit", root, "--write-baseline", baseline, "--reason", "agreed", "--expires", "2020-01-01"}).code, 0);
    EXPECT_EQ(runNaru({"audit", root, "--baseline", baseline, "--fail-on", "low"}).code, 1) << "expired";
}

} // namespace
