#pragma once

#include "core/base/Ascii.h"

#include <array>
#include <string>
#include <string_view>

namespace naru::analyzers::web {

// What is a letter of a name in pages and scripts. The rooms of this folder ask here.

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
/// Names of Java, expressions and tags.
constexpr bool isLetter(char c)
{
    const char small = core::smallLetter(c);
    return (small >= 'a' && small <= 'z') || c == '_';
}
constexpr bool isWordChar(char c)
{
    return isLetter(c) || isDigit(c);
}

/// Names of JavaScript: also `$`, and letters of other alphabets (every byte of UTF-8 beyond ASCII).
constexpr auto kScriptLetters = [] {
    std::array<bool, 256> letters{};
    for (std::size_t c = 0; c < letters.size(); ++c)
        letters[c] = c >= 0x80 || c == '$' || isLetter(static_cast<char>(c));
    return letters;
}();
constexpr auto kScriptWordChars = [] {
    std::array<bool, 256> chars = kScriptLetters;
    for (std::size_t c = '0'; c <= '9'; ++c)
        chars[c] = true;
    return chars;
}();
constexpr bool isScriptLetter(char c)
{
    return kScriptLetters[static_cast<unsigned char>(c)];
}
constexpr bool isScriptWordChar(char c)
{
    return kScriptWordChars[static_cast<unsigned char>(c)];
}
constexpr bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
/// The first place from `at` on that is no blank; the end of the text when there is none.
constexpr std::size_t pastBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

} // namespace naru::analyzers::web
