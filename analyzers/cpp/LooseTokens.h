#pragma once

#include <cstddef>
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

/// The place of the mark that closes the parenthesis, bracket or brace at `open`; the number of tokens when nothing does.
std::size_t closingOf(const std::vector<LooseToken>& tokens, std::size_t open);

/// Words that may stand before a type: const, static, struct ...
bool isQualifier(const LooseToken& token);

/// The tokens of a source without knowing its macros: comments and directives are left out; of the branches of a condition only the
/// first is kept (the second after `#if 0`), so that braces stay in balance. `text` must outlive the tokens.
std::vector<LooseToken> looseTokens(std::string_view text);

} // namespace naru::analyzers::cpp
