#include "core/base/ByteScan.h"

#include "core/base/Encoding.h"

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <random>
#include <string>

namespace {

using namespace naru::core;

std::string upperCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::toupper(c)) : static_cast<char>(c); });
    return text;
}

TEST(ByteScan, FindsAndCountsAsPlainSearchesDo)
{
    std::mt19937 random(1);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::size_t left = random() % 400; left > 0; --left)
            text += "abABc_\n\xEA`"[random() % 9];
        const std::string wanted = text.substr(random() % (text.size() + 1), random() % 5);
        const std::size_t from = random() % (text.size() + 2);
        ASSERT_EQ(findText(text, wanted, from), text.find(wanted, from));
        ASSERT_EQ(findAnyCase(text, upperCase(wanted), from), upperCase(text).find(upperCase(wanted), from));
        ASSERT_EQ(countByte(text, '\n'), static_cast<std::size_t>(std::ranges::count(text, '\n')));
    }
}

TEST(ByteScan, BitsOfSixtyFourBytes)
{
    std::string text(64, 'x');
    text[0] = 'Q';
    text[31] = 'q';
    text[63] = '\x80';
    const Bytes64 bytes(text.data());
    EXPECT_EQ(bytes.equal('Q'), 1U);
    EXPECT_EQ(bytes.letter('q'), 1U | std::uint64_t{1} << 31U);
    EXPECT_EQ(bytes.high(), std::uint64_t{1} << 63U);
}

TEST(Encoding, CountsOfUtf8AreThoseOfEachCharacter)
{
    std::mt19937 random(2);
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (std::size_t left = random() % 60; left > 0; --left) {
            static constexpr std::string_view kPieces[] = {"plain words of code, more than a few ", "가", "나다", "é", "\xF0\x9F\x98\x80", "\xFF", "\xEA\xB0", "\xC0\x80", "\n"};
            text += kPieces[random() % std::size(kPieces)];
        }
        Utf8Count plain;
        const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
        for (std::size_t at = 0; at < text.size();) {
            UChar32 character = 0;
            U8_NEXT(data, at, text.size(), character);
            plain.characters += character >= 0x80 ? 1 : 0;
            plain.broken += character < 0 ? 1 : 0;
        }
        const Utf8Count counted = countUtf8(text);
        ASSERT_EQ(counted.characters, plain.characters);
        ASSERT_EQ(counted.broken, plain.broken);
    }
}

} // namespace
