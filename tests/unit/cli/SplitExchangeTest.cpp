#include "core/base/Files.h"
#include "tests/support/CommandLine.h"

#include <gmock/gmock.h>

#include <set>

using naru::tests::runNaru;
using naru::tests::TemporaryFolder;
using testing::Contains;
using testing::HasSubstr;

namespace {

/// Two subjects in a few classes, quickly analysed.
void writeSource(const std::filesystem::path& root)
{
    for (const std::string word : {"Order", "Stock"}) {
        const std::string package = word == "Order" ? "order" : "stock";
        const auto write = [&](const std::string& name, const std::string& body) {
            ASSERT_TRUE(naru::core::writeFile(root / (name + ".java"), "package shop." + package + ";\n" + body));
        };
        write(word + "Dao", "public class " + word + "Dao { void save() {} void find() {} }\n");
        write(word + "Service",
              "public class " + word + "Service { " + word + "Dao dao; void save() { dao.save(); } void find() { dao.find(); } }\n");
        write(word + "Controller",
              "public class " + word + "Controller { " + word + "Service service; void post() { service.save(); service.find(); } }\n");
    }
}

class SplitExchange : public testing::Test {
protected:
    void SetUp() override
    {
        std::filesystem::create_directory(folder / "src");
        writeSource(folder / "src");
        file = folder / "p.naru";
        ASSERT_EQ(runNaru({"new", file, "--name", "p", "--system", "shop", "--root", folder / "src"}).code, 0);
    }
    std::string write(const std::string& name, const std::string& text)
    {
        EXPECT_TRUE(naru::core::writeFile(folder / name, text));
        return folder / name;
    }

    TemporaryFolder folder;
    std::string file;
};

std::set<std::string> membersOf(const nlohmann::json& alternative, const std::string& context)
{
    std::set<std::string> out;
    for (const auto& one : alternative["contexts"])
        if (one["id"] == context)
            for (const auto& member : one["members"])
                out.insert(member["name"]);
    return out;
}

} // namespace

TEST_F(SplitExchange, EveryFormatIsWrittenByItsEnding)
{
    std::vector<std::string> arguments{"split", folder / "src", "--no-history"};
    for (const std::string ending : {"cml", "puml", "dsl", "graphml", "csv", "json", "svg"}) {
        arguments.emplace_back("--export");
        arguments.push_back(folder / ("map." + ending));
    }
    const auto ran = runNaru(arguments);
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto text = [&](const std::string& name) { return naru::core::readFile(folder / name).value_or(""); };
    EXPECT_THAT(text("map.cml"), HasSubstr("ContextMap"));
    EXPECT_THAT(text("map.puml"), HasSubstr("@startuml"));
    EXPECT_THAT(text("map.dsl"), HasSubstr("workspace"));
    EXPECT_THAT(text("map.graphml"), HasSubstr("<graphml"));
    EXPECT_THAT(text("map.csv"), HasSubstr("member,kind"));
    EXPECT_EQ(nlohmann::json::parse(text("map.json"))["alternatives"].size(), 1U);
    EXPECT_THAT(text("map.svg"), HasSubstr("</svg>"));
}

TEST_F(SplitExchange, UnknownFormatsAndAlternativesAreRefusedWithWhatThereIs)
{
    const auto format = runNaru({"split", folder / "src", "--export", folder / "map.xyz", "--lang", "en"});
    EXPECT_EQ(format.code, 2);
    EXPECT_THAT(format.err, HasSubstr("xyz"));
    const auto id = runNaru(
        {"split", folder / "src", "--no-history", "--export", folder / "map.csv", "--alternative", "alternative-99", "--lang", "en"});
    EXPECT_EQ(id.code, 2);
    EXPECT_THAT(id.err, HasSubstr("alternative-1"));
    EXPECT_FALSE(std::filesystem::exists(folder / "map.csv"));
}

TEST_F(SplitExchange, AnImportedPartitionStandsBesideTheProposalsAndSurvivesANewOne)
{
    const std::string partition =
        write("expert.csv", "OrderDao,front\nOrderService,front\nOrderController,front\nStockDao,back\nStockService,back\n");
    const auto ran = runNaru({"split", file, "--no-history", "--import", partition, "--json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.json()["imported"]["placed"], 5);
    const auto again = runNaru({"split", file, "--no-history", "--json"});
    ASSERT_EQ(again.code, 0) << again.err;
    const auto imported = again.json()["alternatives"].back();
    EXPECT_EQ(imported["id"], "imported:expert");
    EXPECT_EQ(imported["level"], "imported");
    EXPECT_EQ(membersOf(imported, "back"), (std::set<std::string>{"shop.stock.StockDao", "shop.stock.StockService"}));
    EXPECT_EQ(imported["unassigned"].size(), 1U); // a class that the file does not name
    EXPECT_FALSE(imported["metrics"].empty());
}

TEST_F(SplitExchange, UnknownAndDoubledMembersAreNamed)
{
    const std::string partition = write("bad.json", R"({"OrderDao":"a","NoSuchClass":"a","OrderDao":"b"})");
    const auto ran = runNaru({"split", file, "--no-history", "--import", partition, "--json", "--lang", "en"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.json()["imported"]["unknown"], nlohmann::json::array({"NoSuchClass"}));
    EXPECT_EQ(ran.json()["imported"]["doubled"], nlohmann::json::array({"OrderDao"}));
    EXPECT_THAT(ran.err, HasSubstr("NoSuchClass"));
}

TEST_F(SplitExchange, AFileOfAnotherSystemChangesNothing)
{
    const auto ran = runNaru({"split", file, "--import", write("other.json", R"({"x.Y":"a"})"), "--lang", "en"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("other.json"));
    const auto row = runNaru({"split", file, "--import", write("row.csv", "OrderDao,a\nStockDao\n"), "--lang", "en"});
    EXPECT_EQ(row.code, 2);
    EXPECT_THAT(row.err, HasSubstr("row.csv:2"));
    EXPECT_EQ(runNaru({"split", folder / "src", "--import", write("ok.csv", "OrderDao,a\n")}).code, 2);
    const auto after = runNaru({"split", file, "--no-history", "--json"});
    for (const auto& alternative : after.json()["alternatives"])
        EXPECT_NE(alternative["level"], "imported");
}

TEST_F(SplitExchange, MetricsOfAForeignPartitionSayWhatWasNotTaken)
{
    const std::string rows = "member,context\nOrderDao,a\nOrderService,a\nNoSuchClass,a\nOrderDao,b\n";
    const auto csv = runNaru({"metrics", folder / "src", "--partition", write("own.csv", rows), "--lang", "en"});
    ASSERT_EQ(csv.code, 0) << csv.err;
    EXPECT_THAT(csv.out, HasSubstr("2 of 6 members"));
    EXPECT_THAT(csv.out, HasSubstr("no members of this system and were left out: NoSuchClass"));
    EXPECT_THAT(csv.out, HasSubstr("the first one holds: OrderDao"));
    const std::string object = R"({"OrderDao":"a","OrderService":"a","NoSuchClass":"a","OrderDao":"b"})";
    const auto json = runNaru({"metrics", folder / "src", "--partition", write("own.json", object), "--json"});
    ASSERT_EQ(json.code, 0) << json.err;
    EXPECT_EQ(json.json()["doubled"], nlohmann::json::array({"OrderDao"}));
    EXPECT_EQ(json.json()["unknown"], nlohmann::json::array({"NoSuchClass"}));
}

TEST_F(SplitExchange, WhatCannotBeKeptIsSaidInWords)
{
    const std::string wishes = write("wishes.json", R"({"together":[["OrderDao","StockDao"]],"apart":[["OrderDao","StockDao"]]})");
    const auto english = runNaru({"split", folder / "src", "--no-history", "--constraints", wishes, "--lang", "en"});
    ASSERT_EQ(english.code, 0) << english.err;
    EXPECT_THAT(english.out, HasSubstr("OrderDao"));
    EXPECT_THAT(english.out, HasSubstr("Together holds"));
    const auto korean = runNaru({"split", folder / "src", "--no-history", "--constraints", wishes, "--lang", "ko"});
    EXPECT_THAT(korean.out, HasSubstr("지키지 못한 조건"));
    std::filesystem::create_directory(folder / "one");
    write("one/A.java", "package a; public class A { int x; }\n");
    EXPECT_THAT(runNaru({"split", folder / "one", "--no-history", "--lang", "en"}).out, HasSubstr("No context was found"));
}
