#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace naru::analyzers::java {

/// The first sentence of a documentation comment as plain text: markup and inline tags resolved, white space folded.
/// Of a form of labels ("1. ClassName : A / 2. Comment : text", "설  명 : text") the line that describes; empty when that was left empty.
/// When nothing stands before the block tags, the text of a "Description" tag, as eGovFrame headers have it, or of "brief" or "desc".
[[nodiscard]] std::string firstSentence(std::string_view comment);

/// One name of code, or of a person.
[[nodiscard]] bool isOneName(std::string_view text);

/// The text of the only line comment, or comment within one line, right above an offset, as people label methods in Korean and its like: "// 회의실 예약". Empty when there is none,
/// when it is one of several lines, code, or a dividing line, or has no letters of another script than that of code.
[[nodiscard]] std::string labelAbove(std::string_view text, std::size_t start);

/// White space and comments only.
[[nodiscard]] bool onlyComments(std::string_view text);

} // namespace naru::analyzers::java
