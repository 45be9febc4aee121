#pragma once

#include <string_view>

namespace naru::core {

/// What stands between words and at the ends of lines.
inline constexpr std::string_view kBlanks = " \t\r\n\f";

/// The text without the blanks at its ends; a view into it.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = kBlanks)
{
    const std::size_t from = text.find_first_not_of(blanks);
    return from == std::string_view::npos ? std::string_view() : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

} // namespace naru::core
