#include "core/base/Ascii.h"

#include <gtest/gtest.h>

namespace {

using namespace naru::core;

TEST(Ascii, LettersChangeAndOtherBytesStay)
{
    EXPECT_EQ(smallLetters("Ab-9_Z[ÄÉ주문"), "ab-9_z[ÄÉ주문");
    EXPECT_EQ(capitalLetters("aB-9_z{äé주문"), "AB-9_Z{äé주문");
    EXPECT_EQ(smallLetters(""), "");
    for (int c = 0; c < 256; ++c) {
        const char byte = static_cast<char>(c);
        EXPECT_EQ(smallLetter(byte), c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : byte);
        EXPECT_EQ(capitalLetter(byte), c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : byte);
    }
}

} // namespace
