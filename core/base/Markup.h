#pragma once

#include <string>
#include <string_view>

namespace naru::core {

/// Text that is safe inside an element or a double-quoted attribute of XML 1.0: the five special characters are
/// escaped, characters that XML cannot hold are dropped, and broken UTF-8 becomes U+FFFD. Line ends and tabs stay.
std::string xmlText(std::string_view text);

/// The text without what XML cannot hold (control characters, broken UTF-8), not escaped.
std::string cleanText(std::string_view text);

/// Number of characters (code points) of UTF-8 text.
std::size_t characters(std::string_view text);

/// The first `count` characters of UTF-8 text.
std::string_view firstCharacters(std::string_view text, std::size_t count);

} // namespace naru::core
