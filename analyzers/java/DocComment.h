#pragma once

#include <string>
#include <string_view>

namespace naru::analyzers::java {

/// The first sentence of a documentation comment as plain text: markup and inline tags resolved, white space folded.
/// When nothing stands before the block tags, the text of a "Description" tag, as eGovFrame headers have it, or of "brief" or "desc".
[[nodiscard]] std::string firstSentence(std::string_view comment);

/// White space and comments only.
[[nodiscard]] bool onlyComments(std::string_view text);

} // namespace naru::analyzers::java
