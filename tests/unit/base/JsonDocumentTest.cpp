#include "core/base/JsonDocument.h"

#include <gtest/gtest.h>

namespace {

using namespace naru::core;

constexpr std::string_view kText = "{\n  \"name\": \"a \\\" b\",\n  \"list\": [\n    1,\n    {\"x/y\": true}\n  ]\n}\n";

TEST(JsonDocument, knowsTheLineOfEveryValue)
{
    const auto document = JsonDocument::parse(kText, "f.json");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->line(""), 1);
    EXPECT_EQ(document->line("/name"), 2);
    EXPECT_EQ(document->line("/list"), 3);
    EXPECT_EQ(document->line("/list/0"), 4);
    EXPECT_EQ(document->line("/list/1/x~1y"), 5);
    EXPECT_EQ(document->line("/no"), 0);
}

TEST(JsonDocument, refusesAKeyThatOccursTwice)
{
    const auto document = JsonDocument::parse("{\"a\":1,\n\"a\":2}", "f.json");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().key, "core.json.key-twice");
    EXPECT_EQ(document.error().args.front().second, "/a");
}

TEST(JsonDocument, refusesDepthThatNoDataFileHas)
{
    const auto document = JsonDocument::parse(std::string(100000, '['), "f.json");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::LimitExceeded);
}

TEST(JsonCursor, namesFileLineKeyAndWhatWasExpected)
{
    const auto document = JsonDocument::parse(kText, "f.json");
    ASSERT_TRUE(document);
    const auto wrong = readData(*document, [](const JsonCursor& root) { return root.at("list").items()[0].string(); });
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().path, "f.json");
    EXPECT_EQ(wrong.error().line, 4);
    EXPECT_EQ(wrong.error().key, "core.json.expected");
    EXPECT_EQ(wrong.error().args, (TextArgs{{"key", "/list/0"}, {"expected", "a string"}, {"found", "1"}}));
    const auto missing = readData(*document, [](const JsonCursor& root) { return root.at("edition").string(); });
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().args.front().second, "/edition");
    const auto unknown = readData(*document, [](const JsonCursor& root) {
        root.onlyKeys({"name"});
        return 0;
    });
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().line, 3);
}

TEST(JsonCursor, readsWhatIsThere)
{
    const auto document = JsonDocument::parse(R"({"s":"x","n":2.5,"i":3,"b":true,"l":["p","q"],"c":"two"})", "f.json");
    ASSERT_TRUE(document);
    const auto ok = readData(*document, [](const JsonCursor& root) {
        EXPECT_EQ(root.at("s").string(), "x");
        EXPECT_DOUBLE_EQ(root.at("n").number(), 2.5);
        EXPECT_EQ(root.at("i").integer(), 3);
        EXPECT_TRUE(root.at("b").boolean());
        EXPECT_EQ(root.at("l").strings(), (std::vector<std::string>{"p", "q"}));
        EXPECT_EQ(root.at("s").strings(), (std::vector<std::string>{"x"}));
        EXPECT_EQ(root.at("c").choice({"one", "two"}), 1U);
        EXPECT_EQ(root.stringOr("none", "d"), "d");
        return true;
    });
    EXPECT_TRUE(ok);
}

} // namespace
