#include "core/base/Decimal.h"

#include "core/base/JsonDocument.h"

#include <gtest/gtest.h>

using namespace naru::core;

namespace {

Decimal number(std::string_view text)
{
    const auto parsed = Decimal::parse(text);
    EXPECT_TRUE(parsed) << text;
    return parsed ? *parsed : Decimal();
}

} // namespace

TEST(Decimal, ReadsAndWritesExactly)
{
    EXPECT_EQ(number("0").text(), "0");
    EXPECT_EQ(number("-0.50").text(), "-0.5");
    EXPECT_EQ(number("007").text(), "7");
    EXPECT_EQ(number("1e3").text(), "1000");
    EXPECT_EQ(number("12.5E-3").text(), "0.0125");
    EXPECT_EQ(number("340282366920938463463374607431768211457.1").text(), "340282366920938463463374607431768211457.1");
    EXPECT_EQ((number("0.1") + number("0.2")).text(), "0.3");
    EXPECT_EQ(number("1.28").text(4), "1.2800");
    EXPECT_EQ(number("-0.004").text(2), "0.00");
}

TEST(Decimal, RefusesWhatIsNotANumber)
{
    for (const char* text : {"", "-", ".5", "5.", "1,000", "0x10", "1e", "1 ", "NaN", "--1", "1.2.3", "\xEF\xBC\x91"}) {
        const auto parsed = Decimal::parse(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().code, ErrorCode::InvalidArgument) << text;
    }
    EXPECT_EQ(Decimal::parse("1e999999999999").error().code, ErrorCode::LimitExceeded);
    EXPECT_EQ(Decimal::parse(std::string(500, '9')).error().code, ErrorCode::LimitExceeded);
    EXPECT_EQ(Decimal::parse(std::string(100000, '9')).error().code, ErrorCode::LimitExceeded);
}

TEST(Decimal, RoundsByNamedPolicy)
{
    const auto rounded = [](std::string_view text, Rounding rounding) { return number(text).rounded(0, rounding).text(); };
    EXPECT_EQ(rounded("2.5", Rounding::HalfEven), "2");
    EXPECT_EQ(rounded("3.5", Rounding::HalfEven), "4");
    EXPECT_EQ(rounded("2.51", Rounding::HalfEven), "3");
    EXPECT_EQ(rounded("2.5", Rounding::HalfUp), "3");
    EXPECT_EQ(rounded("2.49", Rounding::HalfUp), "2");
    EXPECT_EQ(rounded("2.99", Rounding::Down), "2");
    EXPECT_EQ(rounded("2.01", Rounding::Up), "3");
    EXPECT_EQ(rounded("-2.5", Rounding::HalfUp), "-3");
    EXPECT_EQ(rounded("-2.9", Rounding::Down), "-2");
    EXPECT_EQ(number("1250").rounded(-2, Rounding::HalfEven).text(), "1200");
    EXPECT_EQ(number("1.27835").rounded(4, Rounding::HalfEven).text(), "1.2784");
    EXPECT_EQ(Decimal::ratio(1, 3).text(), "0.33333333333333333333");
    EXPECT_EQ(Decimal::ratio(2, 3).text(2), "0.67");
}

TEST(Decimal, KeepsNumbersOfJsonFilesAsWritten)
{
    const auto document = JsonDocument::parse(R"({"a": 1000.6, "b": 18446744073709551617, "c": [7, "2.50"], "d": 1e2})", "x.json");
    ASSERT_TRUE(document);
    const JsonCursor root(*document);
    EXPECT_EQ(root.at("a").numberText(), "1000.6");
    EXPECT_EQ(root.at("b").numberText(), "18446744073709551617");
    EXPECT_EQ(root.at("c").items()[0].numberText(), "7");
    EXPECT_EQ(root.at("c").items()[1].numberText(), "2.50");
    EXPECT_EQ(root.at("d").numberText(), "1e2");
    EXPECT_THROW((void)root.at("b").integer(), JsonFault);
    EXPECT_THROW((void)root.at("c").numberText(), JsonFault);
}
