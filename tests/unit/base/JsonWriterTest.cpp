#include "core/base/JsonWriter.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace naru::core {
namespace {

TEST(JsonWriter, PutsCommasBetweenMembersAndElements)
{
    std::string out;
    JsonWriter json(out);
    json.openObject();
    json.member("a", 1);
    json.key("b");
    json.openArray();
    json.value("x");
    json.openObject();
    json.closeObject();
    json.raw("[2]");
    json.value(true);
    json.closeArray();
    json.member("c", -5);
    json.closeObject();
    EXPECT_EQ(out, R"({"a":1,"b":["x",{},[2],true],"c":-5})");
}

TEST(JsonWriter, NumbersKeepTheirWholeRange)
{
    std::string out;
    JsonWriter json(out);
    json.openArray();
    json.value(std::numeric_limits<std::int64_t>::min());
    json.value(std::numeric_limits<std::int64_t>::max());
    json.closeArray();
    EXPECT_EQ(out, "[-9223372036854775808,9223372036854775807]");
}

TEST(JsonWriter, StringsComeBackThroughAParser)
{
    for (const std::string& text : {std::string("plain"), std::string("\"\\/\b\f\n\r\t\x01\x1F\x7F"), std::string("회의실 목록"),
                                    std::string("\xF0\x9F\x9A\xA2"), std::string("nul\0inside", 10), std::string()}) {
        std::string out;
        appendJsonString(out, text);
        EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), text);
    }
}

TEST(JsonWriter, InvalidBytesAreReplacedOneByOne)
{
    const std::string mark = "\xEF\xBF\xBD";
    const std::pair<std::string, std::string> cases[] = {
        {"a\xFF"
         "b",
         "a" + mark + "b"},
        {"\xC0\xAF", mark + mark},                       // overlong
        {"\xED\xA0\x80", mark + mark + mark},            // surrogate
        {"\xF4\x90\x80\x80", mark + mark + mark + mark}, // beyond the last code point
        {"\xEA\xB0", mark + mark},                       // cut off
    };
    for (const auto& [bytes, expected] : cases) {
        std::string out;
        appendJsonString(out, bytes);
        EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), expected);
    }
}

} // namespace
} // namespace naru::core
