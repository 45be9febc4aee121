// `naru plan` and `naru portfolio`: loads, prices, manifests, lists of systems, and everything that can be wrong with them.

#include "core/base/Files.h"
#include "tests/support/CommandLine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

using naru::core::writeFile;
using naru::tests::runNaru;
using naru::tests::TemporaryFolder;

namespace {

/// A project over the sample, analysed and split once for all tests.
class PlanVerb : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = std::make_unique<TemporaryFolder>();
        const std::string root = (std::filesystem::path(NARU_RESOURCES) / "sample" / "gams").string();
        ASSERT_EQ(runNaru({"new", project(), "--name", "p", "--system", "총무", "--root", root}).code, 0);
        const auto analysed = runNaru({"analyze", project(), "--no-history"});
        ASSERT_EQ(analysed.code, 0) << analysed.err;
        const auto split = runNaru({"split", project(), "--no-history"});
        ASSERT_EQ(split.code, 0) << split.err;
    }
    static void TearDownTestSuite() { s_folder.reset(); }

    static std::string project() { return (*s_folder / "p.naru"); }
    static std::string write(const char* name, const std::string& text)
    {
        const std::string file = *s_folder / name;
        EXPECT_TRUE(writeFile(file, text));
        return file;
    }
    /// The plan refuses the file with exit code 2 and a sentence that holds the words.
    static void refuses(const char* option, const char* name, const std::string& text, const char* words)
    {
        const auto ran = runNaru({"plan", project(), option, write(name, text), "--lang", "en"});
        EXPECT_EQ(ran.code, 2) << text;
        EXPECT_NE(ran.err.find(words), std::string::npos) << ran.err;
        EXPECT_NE(ran.err.find(name), std::string::npos) << "the file is not named: " << ran.err;
    }

    static inline std::unique_ptr<TemporaryFolder> s_folder;
};

TEST_F(PlanVerb, ALoadIsSimulatedAndKept)
{
    const std::string load =
        write("load.csv", "hour;민원;급여\nserviceMs;50;80\nfixed;2;1\n0;1000;200\n1;;300\n# a remark\n2;900000;400\n");
    const auto ran = runNaru({"plan", project(), "--load", load, "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto capacity = ran.json()["capacity"];
    ASSERT_EQ(capacity["services"].size(), 2U);
    EXPECT_EQ(capacity["services"][0]["name"], "민원");
    EXPECT_EQ(capacity["services"][0]["missing"], 1);
    EXPECT_GT(capacity["services"][0]["fixed"]["refused"].get<double>(), 0);
    EXPECT_EQ(capacity["cases"].size(), 3U);
    const auto again = runNaru({"plan", project(), "--json"});
    EXPECT_EQ(again.json()["capacity"], capacity) << "the same seed gives the same figures";
}

TEST_F(PlanVerb, ALoadBeyondCapacityForEverIsSaid)
{
    std::string text = "hour,a\nserviceMs,1000\nfixed,1\nleast,1\nmost,2\n";
    for (int hour = 0; hour < 48; ++hour)
        text += std::to_string(hour) + ",50000\n";
    const auto ran = runNaru({"plan", project(), "--load", write("flood.csv", text), "--lang", "en"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.out.find("a: "), std::string::npos) << ran.out;
    const auto warnings = runNaru({"plan", project(), "--json"}).json()["capacity"]["services"][0]["warnings"];
    EXPECT_NE(std::ranges::find(warnings, "planning.load.warning.beyond-scaled"), warnings.end());
}

TEST_F(PlanVerb, BadLoadsAreRefusedByNamePlaceAndRemedy)
{
    refuses("--load", "empty.csv", "", "is empty");
    refuses("--load", "zero.csv", "hour,a\nserviceMs,0\n0,5\n", "serviceMs");
    refuses("--load", "zero.csv", "hour,a\nserviceMs,0\n0,5\n", "zero.csv:2: ");
    refuses("--load", "again.csv", "hour,a\nserviceMs,5\n0,5\n0,6\n", "again.csv:4: Hour 0 stands here a second time. Give each hour once.");
    refuses("--load", "none.csv", "hour,a\n0,5\n", "serviceMs");
    refuses("--load", "word.csv", "hour,a\nserviceMs,10\n0,many\n", "3");
    refuses("--load", "wide.csv", "hour,a\nserviceMs,10\n0,1,2,3\n", "3");
    refuses("--load", "twice.csv", "hour,a,a\nserviceMs,10,10\n0,1,2\n", "first row");
    refuses("--load", "hours.csv", "hour,a\nserviceMs,10\n", "hour");
    refuses("--load", "quote.csv", "hour,a\n\"0,1\n", "2");
    refuses("--load", "form.json", "{\"schema\": \"naru.load/1\"}", "profiles");
    refuses("--load", "cut.json", "{", "JSON");
    refuses("--load", "shape.json", R"({"profiles": [{"id": "a", "serviceMs": 5, "shape": {"average": 9, "peakHours": [25]}}]})",
            "peakHours");
    EXPECT_EQ(runNaru({"plan", project(), "--load", *s_folder / "missing.csv"}).code, 2);
}

TEST_F(PlanVerb, PricesAreComparedAndGapsNamed)
{
    const auto partly =
        runNaru({"plan", project(), "--prices", write("some.json", R"({"items": {"vm.server": {"quantity": 3}}})"), "--json"});
    ASSERT_EQ(partly.code, 0) << partly.err;
    const auto missing = partly.json()["runningCost"]["missing"];
    EXPECT_NE(std::ranges::find(missing, "container.node"), missing.end());
    EXPECT_EQ(partly.json()["runningCost"]["machines"], "") << "no total as long as a price is missing";
    EXPECT_TRUE(partly.json()["runningCost"]["perYear"].empty());
    refuses("--prices", "unknown.json", R"({"items": {"vm.servers": {}}})", "vm.servers");
    refuses("--prices", "negative.json", R"({"items": {"vm.server": {"price": -1}}})", "vm.server");
    refuses("--prices", "years.json", R"({"years": 9, "items": {}})", "three to five");
    refuses("--prices", "key.json", R"({"vmInstances": 9})", "vmInstances");
    refuses("--prices", "line.json", "{\n\"items\": {\n\"vm.servers\": {}}}", "line.json:3: ");
    refuses("--prices", "nine.json", "{\n\"years\": 9}", "nine.json:2: ");
}

TEST_F(PlanVerb, AnOrderFileMovesContextsAndCanBeTakenBack)
{
    const auto before = runNaru({"plan", project(), "--json"}).json();
    const auto contexts = [](const nlohmann::json& plan, std::size_t wave) {
        std::vector<std::string> names;
        for (const auto& one : plan["waves"][wave]["contexts"])
            names.push_back(one["name"]);
        return names;
    };
    const std::string pilot = contexts(before, 1).front();
    const std::string last = contexts(before, before["waves"].size() - 1).back();
    const auto order = nlohmann::json{{"waves", {{last, 1}}}, {"weights", {{"teamSize", 3}}}};
    const auto moved = runNaru({"plan", project(), "--order", write("order.json", order.dump()), "--json"});
    ASSERT_EQ(moved.code, 0) << moved.err;
    const auto first = contexts(moved.json(), 1);
    EXPECT_NE(std::ranges::find(first, last), first.end());
    EXPECT_EQ(moved.json()["teamSize"], 3);
    EXPECT_EQ(runNaru({"plan", project(), "--json"}).out, moved.out) << "the order is kept in the project";

    // Locks that contradict each other are said, in words with both names; the plan is made nevertheless.
    const auto torn = nlohmann::json{{"waves", {{last, 1}, {pilot, 3}}}, {"before", nlohmann::json::array({nlohmann::json::array({pilot, last})})}};
    const auto said = runNaru({"plan", project(), "--order", write("torn.json", torn.dump()), "--lang", "en"});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_NE(said.out.find("! That ‘" + pilot + "’ moves before ‘" + last + "’ contradicts the waves"), std::string::npos) << said.out;
    const auto ring = nlohmann::json{{"waves", {{last, nullptr}, {pilot, nullptr}}}, {"before", nlohmann::json::array({nlohmann::json::array({pilot, last}), nlohmann::json::array({last, pilot})})}};
    EXPECT_EQ(runNaru({"plan", project(), "--order", write("ring.json", ring.dump()), "--json"}).json()["conflicts"].size(), 1U);

    const auto back = nlohmann::json{{"before", nlohmann::json::array()}, {"weights", {{"teamSize", nullptr}}}};
    EXPECT_EQ(runNaru({"plan", project(), "--order", write("back.json", back.dump()), "--json"}).json(), before);
    refuses("--order", "context.json", R"({"waves": {"nobody": 1}})", "nobody");
    refuses("--order", "wave.json", nlohmann::json{{"waves", {{pilot, 0}}}}.dump(), pilot.c_str());
    refuses("--order", "weight.json", R"({"weights": {"luck": 1}})", "luck");
    refuses("--order", "alone.json", nlohmann::json{{"before", {{pilot}}}}.dump(), "before");
    refuses("--order", "other.json", R"({"lock": 1})", "lock");
    refuses("--order", "place.json", "{\n\"waves\": {\n\"nobody\": 1}}", "place.json:3: ");
}

TEST_F(PlanVerb, ThePlanNamesWhoManagesWhat)
{
    const auto json = runNaru({"plan", project(), "--json"}).json();
    const auto& table = json["responsibility"];
    EXPECT_EQ(table["layers"].size(), 10U);
    EXPECT_EQ(table["models"].size(), 5U);
    EXPECT_EQ(table["model"], "paas");
    EXPECT_EQ(table["models"][0]["managedBy"]["os"], "agency");
    EXPECT_EQ(table["models"][4]["managedBy"]["application"], "provider");
    const auto text = runNaru({"plan", project(), "--lang", "ko"});
    EXPECT_NE(text.out.find("이용기관"), std::string::npos);
    EXPECT_NE(text.out.find("PaaS *"), std::string::npos);
}

TEST_F(PlanVerb, APlanNeedsACodeToPlan)
{
    const TemporaryFolder folder;
    const std::string file = folder / "empty.naru";
    std::filesystem::create_directories(folder.path() / "nothing");
    ASSERT_EQ(runNaru({"new", file, "--name", "e", "--system", "s", "--root", (folder.path() / "nothing").string()}).code, 0);
    const auto ran = runNaru({"plan", file, "--lang", "en"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_FALSE(ran.err.empty());
}

TEST_F(PlanVerb, ASplitWithoutContextsIsSaid)
{
    const TemporaryFolder folder;
    const std::string file = folder / "one.naru";
    std::filesystem::create_directories(folder.path() / "src");
    ASSERT_TRUE(writeFile(folder.path() / "src" / "A.java", "package a;\npublic class A { public int f() { return 1; } }\n"));
    ASSERT_EQ(runNaru({"new", file, "--name", "o", "--system", "s", "--root", (folder.path() / "src").string()}).code, 0);
    ASSERT_EQ(runNaru({"analyze", file, "--no-history"}).code, 0);
    ASSERT_EQ(runNaru({"split", file, "--no-history"}).code, 0);
    const auto english = runNaru({"plan", file, "--lang", "en"});
    EXPECT_EQ(english.code, 2);
    EXPECT_NE(english.err.find("Check the root folder"), std::string::npos) << english.err;
    EXPECT_NE(runNaru({"plan", file, "--lang", "ko"}).err.find("소스 폴더를 확인"), std::string::npos);
}

TEST_F(PlanVerb, OneContextIsPlannedAndSaid)
{
    const TemporaryFolder folder;
    const std::string file = folder / "one.naru";
    std::filesystem::create_directories(folder.path() / "src");
    ASSERT_TRUE(writeFile(folder.path() / "src" / "OrderController.java",
                          "package shop;\nimport org.springframework.web.bind.annotation.*;\n@RestController\npublic class OrderController {\n"
                          "    private OrderService service;\n    @GetMapping(\"/orders\")\n    public String orders() { return service.find(); }\n}\n"));
    ASSERT_TRUE(writeFile(folder.path() / "src" / "OrderService.java",
                          "package shop;\npublic class OrderService {\n    public String find() { String q = \"SELECT ID FROM ORDERS\"; return q; }\n}\n"));
    ASSERT_EQ(runNaru({"new", file, "--name", "o", "--system", "s", "--root", (folder.path() / "src").string()}).code, 0);
    ASSERT_EQ(runNaru({"analyze", file, "--no-history"}).code, 0);
    ASSERT_EQ(runNaru({"split", file, "--no-history"}).code, 0);
    const auto ran = runNaru({"plan", file, "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    ASSERT_EQ(ran.json()["waves"].size(), 2U);
    EXPECT_EQ(ran.json()["waves"][1]["contexts"].size(), 1U);
    const auto notes = ran.json()["notes"];
    EXPECT_NE(std::ranges::find(notes, "planning.note.one-context"), notes.end());
}

TEST(PortfolioVerb, SystemsAreReadRankedAndKept)
{
    const TemporaryFolder folder;
    const std::string file = folder / "many.naru";
    ASSERT_EQ(runNaru({"new", file, "--name", "기관"}).code, 0);
    const auto none = runNaru({"portfolio", file, "--lang", "en"});
    EXPECT_EQ(none.code, 2);
    ASSERT_TRUE(
        writeFile(folder / "s.csv",
                  "name,yes,level,value,fp,cost\n\"민원, 접수\",8,1,90,1200,900000000\n급여,2,0,20,,\n홈페이지,6,2,70,450,310000000\n"));
    const auto ran = runNaru({"portfolio", file, "--systems", folder / "s.csv", "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto json = ran.json();
    ASSERT_EQ(json["systems"].size(), 3U);
    EXPECT_EQ(json["systems"][0]["name"], "민원, 접수");
    EXPECT_EQ(json["systems"][0]["rank"], 1);
    EXPECT_EQ(json["systems"][0]["segment"], "refactor");
    EXPECT_EQ(json["systems"][2]["segment"], "keep");
    long long budget = 0;
    for (const auto& year : json["roadmap"])
        budget += year["budget"].get<long long>();
    EXPECT_EQ(budget, 1210000000);
    EXPECT_FALSE(json["effects"].empty());
    EXPECT_FALSE(json["checklist"].empty());
    EXPECT_FALSE(json["contract"].empty());
    EXPECT_EQ(runNaru({"portfolio", file, "--json"}).json()["systems"], json["systems"]) << "the list is kept in the project";
}

TEST(PortfolioVerb, BadListsAreRefused)
{
    const TemporaryFolder folder;
    const std::string file = folder / "bad.naru";
    ASSERT_EQ(runNaru({"new", file, "--name", "기관"}).code, 0);
    const auto refuses = [&](const std::string& text, const char* words) {
        EXPECT_TRUE(writeFile(folder / "bad.csv", text));
        const auto ran = runNaru({"portfolio", file, "--systems", folder / "bad.csv", "--lang", "en"});
        EXPECT_EQ(ran.code, 2) << text;
        EXPECT_NE(ran.err.find(words), std::string::npos) << ran.err;
    };
    refuses("", "is empty");
    refuses("name,size\na,3\n", "size");
    refuses("yes\n3\n", "name");
    refuses("name,yes\na,many\n", "many");
    refuses("name,value\na,100\nb,500\n", "bad.csv:3: ‘500’ in the column value lies above 100. Enter 0 to 100.");
    refuses("name,level\na,4\n", "lies above 3");
    refuses("name,yes\na,1\na,2\n", "bad.csv:3");
    refuses("name,yes\n\"a,1\n", "bad.csv:2");
}

} // namespace
