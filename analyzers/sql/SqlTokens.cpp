#include "analyzers/sql/SqlTokens.h"

#include <array>

namespace naru::analyzers::sql {

namespace {

constexpr bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr auto kWordChars = [] {
    std::array<bool, 256> chars{};
    for (int c = 0; c < 256; ++c) {
        chars[static_cast<std::size_t>(c)] = isLetter(static_cast<char>(c)) || isDigit(static_cast<char>(c));
    }
    return chars;
}();
constexpr bool isWordChar(char c)
{
    return kWordChars[static_cast<unsigned char>(c)];
}
class Tokenizer {
public:
    Tokenizer(std::string_view text, const TokenOptions& options) : m_text(text), m_options(options) {}

    std::vector<Token> run()
    {
        m_tokens.reserve(m_text.size() / 6 + 4);
        while (skipBlank()) {
            next();
        }
        return std::move(m_tokens);
    }

    std::size_t first()
    {
        skipBlank();
        return m_at;
    }

private:
    char at(std::size_t i) const { return i < m_text.size() ? m_text[i] : '\0'; }

    bool skipBlank()
    {
        m_spaced = false;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isSpace(c)) {
                ++m_at;
            } else if (c == '-' && at(m_at + 1) == '-') {
                skipLine();
            } else if (c == '/' && at(m_at + 1) == '*') {
                const auto end = m_text.find("*/", m_at + 2);
                m_at = end == std::string_view::npos ? m_text.size() : end + 2;
            } else if (c == '#' && m_options.hashComments && (at(m_at + 1) == ' ' || at(m_at + 1) == '\t')) {
                skipLine();
            } else {
                return true;
            }
            m_spaced = true;
        }
        return false;
    }

    void skipLine()
    {
        const auto end = m_text.find('\n', m_at);
        m_at = end == std::string_view::npos ? m_text.size() : end;
    }

    void push(TokenKind kind, std::size_t end, Word word = Word::None, char symbol = 0)
    {
        m_tokens.push_back({kind, word, symbol, m_spaced, static_cast<std::uint32_t>(m_at), static_cast<std::uint32_t>(end - m_at)});
        m_at = end;
    }

    void next()
    {
        const char c = m_text[m_at];
        if (c == '$' || c == '#') {
            sigil(c);
        } else if (c == '%' && (at(m_at + 1) == 's' || at(m_at + 1) == 'd') && !isWordChar(at(m_at + 2)) &&
                   (m_at == 0 || !isWordChar(m_text[m_at - 1]))) { // String.format("INSERT INTO %s ...")
            push(TokenKind::Placeholder, m_at + 2);
        } else if (isLetter(c)) {
            name();
        } else if (isDigit(c)) {
            std::size_t end = m_at;
            while (isWordChar(at(end)) || (at(end) == '.' && isDigit(at(end + 1)))) {
                ++end;
            }
            push(TokenKind::Number, end);
        } else if (c == '\'') {
            push(TokenKind::String, stringEnd('\'', m_options.backslashEscapes));
        } else if (c == '"' || c == '`') {
            push(TokenKind::Quoted, stringEnd(c, false));
        } else if (c == '[') {
            bracket();
        } else {
            mark(c);
        }
    }

    /// ? :x @x and the rest.
    void mark(char c)
    {
        if (c == '?') {
            std::size_t end = m_at + 1;
            while (isDigit(at(end))) {
                ++end;
            }
            push(TokenKind::Placeholder, end);
        } else if (c == ':' && at(m_at + 1) == ':') {
            push(TokenKind::Symbol, m_at + 2, Word::None, 'c');
        } else if ((c == ':' && isWordChar(at(m_at + 1))) || (c == '@' && variableStarts())) {
            std::size_t end = m_at + 1;
            while (isWordChar(at(end)) || at(end) == '@') {
                ++end;
            }
            push(TokenKind::Placeholder, end);
        } else if (c == kAlternativesBegin || c == kAlternativeNext || c == kAlternativesEnd) {
            push(TokenKind::Control, m_at + 1, Word::None, c);
        } else {
            push(TokenKind::Symbol, m_at + 1, Word::None, c);
        }
    }

    /// T@LINK is a database link, @x a variable.
    bool variableStarts() const
    {
        const bool afterName =
            !m_spaced && !m_tokens.empty() && (m_tokens.back().kind == TokenKind::Name || m_tokens.back().kind == TokenKind::Quoted);
        return !afterName && (isWordChar(at(m_at + 1)) || at(m_at + 1) == '@');
    }

    std::size_t stringEnd(char quote, bool backslash) const
    {
        std::size_t i = m_at + 1;
        while (i < m_text.size()) {
            if (backslash && m_text[i] == '\\') {
                i += 2;
            } else if (m_text[i] != quote) {
                ++i;
            } else if (at(i + 1) == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return m_text.size();
    }

    /// [name] of SQL Server; otherwise a plain bracket.
    void bracket()
    {
        std::size_t end = m_at + 1;
        while (end < m_text.size() && (isWordChar(m_text[end]) || m_text[end] == ' ' || m_text[end] == '-') && end - m_at < 130) {
            ++end;
        }
        if (at(end) == ']' && isLetter(at(m_at + 1))) {
            push(TokenKind::Quoted, end + 1);
        } else {
            push(TokenKind::Symbol, m_at + 1, Word::None, '[');
        }
    }

    /// End of a placeholder that starts with $ or # at i, or 0: #{x}, ${x}, #x:TYPE#, $x$.
    std::size_t placeholderEnd(std::size_t i) const
    {
        const char sign = m_text[i];
        if (at(i + 1) == '{') {
            constexpr std::size_t kLongest = 200; // keeps a text of unclosed placeholders linear
            const auto end = m_text.substr(i + 2, kLongest).find('}');
            return end == std::string_view::npos ? 0 : i + 3 + end;
        }
        std::size_t end = i + 1;
        while (isWordChar(at(end)) || at(end) == '.' || at(end) == '[' || at(end) == ']' || at(end) == ':' ||
               (at(end) == ',' && isLetter(at(end + 1)) && sign == '#')) {
            ++end;
        }
        return end > i + 1 && at(end) == sign ? end + 1 : 0;
    }

    void sigil(char c)
    {
        if (const auto end = placeholderEnd(m_at); end != 0) {
            push(TokenKind::Placeholder, end);
            return;
        }
        std::size_t end = m_at + 1;
        while (isWordChar(at(end)) || (c == '#' && at(end) == '#')) {
            ++end;
        }
        // $1 of PostgreSQL, #temp of SQL Server
        push(end > m_at + 1 ? TokenKind::Placeholder : TokenKind::Symbol, end, Word::None, c);
    }

    void name()
    {
        std::size_t end = m_at;
        while (end < m_text.size()) {
            const char c = m_text[end];
            const bool dollar = (c == '$' || c == '#') && placeholderEnd(end) == 0 && at(end + 1) != '{';
            if (!isWordChar(c) && !dollar) {
                break;
            }
            ++end;
        }
        push(TokenKind::Name, end, wordOf(m_text.substr(m_at, end - m_at)));
    }

    std::string_view m_text;
    TokenOptions m_options;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    bool m_spaced = false;
};

} // namespace

std::vector<Token> tokenize(std::string_view text, const TokenOptions& options)
{
    return Tokenizer(text, options).run();
}

std::size_t firstToken(std::string_view text, const TokenOptions& options)
{
    return Tokenizer(text, options).first();
}

std::string_view spelling(std::string_view text, const Token& token)
{
    std::string_view word = text.substr(token.offset, token.length);
    if (token.kind == TokenKind::Quoted || token.kind == TokenKind::String) {
        word.remove_prefix(1);
        if (!word.empty() && (word.back() == '"' || word.back() == '`' || word.back() == ']' || word.back() == '\'')) {
            word.remove_suffix(1);
        }
    }
    return word;
}

} // namespace naru::analyzers::sql
