#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace naru::analyzers::web {

/// The index of no token.
inline constexpr std::uint32_t kNowhere = 0xffffffff;

/// Stands in a text that is put together for a part that nothing here tells.
inline constexpr std::string_view kHole = "{}";
/// Of one function that are followed; a letter stands for each of them.
inline constexpr std::size_t kMostParameters = 26;

/// A piece of JavaScript or TypeScript. Where it stands is kept, no text.
struct ScriptToken {
    enum class Kind : std::uint8_t {
        Name,     ///< also keywords, and names of JSX tags and attributes (`data-x` is three tokens)
        String,   ///< without its quotes
        Template, ///< a piece of a template literal: `a${x}b` is Template, `${`, Name, `}`, Template
        Number,
        Regex,
        Text,   ///< between JSX tags
        Symbol, ///< `=>`, `==`, `!=`, `<=`, `>=`, `+=`, `++`, `--`, `&&`, `||`, `??`, `?.`, `...`, `===`, `!==`, `${`, else one character
    };

    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t partner = kNowhere; ///< of a bracket: the token of the other one
    Kind kind = Kind::Symbol;
    bool last = true; ///< of a Template: nothing of its literal follows
};

/// What a script is made of.
struct ScannedScript {
    std::string_view code;
    std::vector<ScriptToken> tokens;
    bool markup = false; ///< it has JSX tags

    [[nodiscard]] std::string_view text(std::uint32_t at) const { return code.substr(tokens[at].offset, tokens[at].length); }
    [[nodiscard]] bool is(std::uint32_t at, ScriptToken::Kind kind) const { return at < tokens.size() && tokens[at].kind == kind; }
    [[nodiscard]] bool name(std::uint32_t at) const { return is(at, ScriptToken::Kind::Name); }
    [[nodiscard]] bool name(std::uint32_t at, std::string_view wanted) const { return name(at) && text(at) == wanted; }
    [[nodiscard]] bool symbol(std::uint32_t at, std::string_view wanted) const { return is(at, ScriptToken::Kind::Symbol) && text(at) == wanted; }
    /// Behind the bracket at `at` and all within it; the next token where it is no bracket that is closed.
    [[nodiscard]] std::uint32_t behind(std::uint32_t at) const
    {
        const std::uint32_t partner = tokens[at].partner;
        return partner != kNowhere && partner > at ? partner + 1 : at + 1;
    }
};

enum class ScriptDialect : std::uint8_t {
    Script, ///< JavaScript or TypeScript: `<` is an operator
    Markup, ///< `<` may begin a JSX tag
};

/// Divides a script into tokens; comments and blanks are left out. Tolerant (half a file, text that is no script), linear in time, never fails.
ScannedScript scanScript(std::string_view code, ScriptDialect dialect = ScriptDialect::Script);

} // namespace naru::analyzers::web
