#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

enum class LooseKind : std::uint8_t { Name, Number, String, Mark };

/// A word, a number, a string (without quotes, escapes kept) or a mark of C and C++.
struct LooseToken {
    LooseKind kind = LooseKind::Mark;
    std::string_view text;
    std::uint32_t line = 0;

    [[nodiscard]] bool is(std::string_view mark) const { return kind != LooseKind::String && text == mark; }
    [[nodiscard]] bool name() const { return kind == LooseKind::Name; }
};

/// The tokens of a source without knowing its macros: comments and directives are left out; of the branches of a condition only the
/// first is kept (the second after `#if 0`), so that braces stay in balance. `text` must outlive the tokens.
std::vector<LooseToken> looseTokens(std::string_view text);

} // namespace naru::analyzers::cpp
