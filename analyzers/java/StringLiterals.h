#pragma once

#include <string>
#include <string_view>

namespace naru::analyzers::java {

/// True for "..." without escapes, whose content is the text between the quotes.
[[nodiscard]] bool isPlainLiteral(std::string_view literal);

/// The string a literal stands for: escapes, octal and Unicode escapes, text blocks with their indentation stripped.
[[nodiscard]] std::string unescape(std::string_view literal);

} // namespace naru::analyzers::java
