#pragma once

#include <string>
#include <string_view>

namespace naru::analyzers::web {

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
constexpr bool isWordChar(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9');
}

inline std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return result;
}

inline std::string upper(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return result;
}

} // namespace naru::analyzers::web
