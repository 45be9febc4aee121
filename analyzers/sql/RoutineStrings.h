#pragma once

#include "analyzers/sql/SqlTokens.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::sql {

/// A text that a routine puts together.
struct RoutineString {
    std::string text;                                        ///< `?` for what only run time knows
    std::vector<std::pair<std::size_t, std::size_t>> pieces; ///< offset in `text`, and in the text of the routine
    /// Where in the text of the routine a place of `text` stands.
    [[nodiscard]] std::size_t source(std::size_t offset) const;
};

/// The texts that a body puts together of several parts: 'a' || x || 'b', CONCAT('a', x), @s + N'b', and variables that are added to in
/// several statements (v := v || '..'). All branches count, in the order of the text.
std::vector<RoutineString> routineStrings(std::string_view text, std::span<const Token> body);

/// Whether a string literal is a part of such a text.
bool partOfString(std::span<const Token> body, std::size_t at);

} // namespace naru::analyzers::sql
