#pragma once

#include <string>
#include <string_view>

namespace naru::core {

// Letters of ASCII in the other case, whatever the locale of the process; all other bytes stay, so that UTF-8 stays whole.

constexpr char smallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char capitalLetter(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

inline std::string smallLetters(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = smallLetter(c);
    return out;
}

inline std::string capitalLetters(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = capitalLetter(c);
    return out;
}

} // namespace naru::core
