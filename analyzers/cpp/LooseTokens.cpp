#include "analyzers/cpp/LooseTokens.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace naru::analyzers::cpp {

namespace {

constexpr std::size_t kMostTokens = 4'000'000;

bool startsName(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<LooseToken> run()
    {
        while (m_at < m_text.size() && m_out.size() < kMostTokens)
            step();
        return std::move(m_out);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    void step()
    {
        const char c = peek();
        if (c == '\n') {
            ++m_line;
            ++m_at;
            m_fresh = true;
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == '\\') {
            ++m_at;
        } else if (c == '/' && peek(1) == '/') {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
        } else if (c == '/' && peek(1) == '*') {
            skipTo("*/");
        } else if (c == '#' && m_fresh) {
            directive();
        } else {
            m_fresh = false;
            token(c);
        }
    }

    void skipTo(std::string_view end)
    {
        const std::size_t found = m_text.find(end, m_at + 2);
        const std::size_t stop = found == std::string_view::npos ? m_text.size() : found + end.size();
        m_line += static_cast<std::uint32_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                                                        m_text.begin() + static_cast<std::ptrdiff_t>(stop), '\n'));
        m_at = stop;
    }

    /// The whole line of a directive, with the lines that go on it.
    std::string_view directiveLine()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != '\n') {
            const bool goesOn = m_text[m_at] == '\\' && (peek(1) == '\n' || (peek(1) == '\r' && peek(2) == '\n'));
            if (goesOn) {
                m_at += peek(1) == '\n' ? 1 : 2;
                ++m_line;
            } else if (m_text[m_at] == '/' && peek(1) == '*') {
                skipTo("*/");
                continue;
            }
            ++m_at;
        }
        return m_text.substr(start, std::min(m_at, m_text.size()) - start);
    }

    void directive()
    {
        const std::string_view line = directiveLine();
        const std::string_view word = wordOf(line);
        if (word.starts_with("if"))
            skipBranch(line.substr(line.find(word) + word.size()).find_first_not_of(" \t0") == std::string_view::npos);
        else if (word == "else" || word.starts_with("elif"))
            skipToEnd();
    }

    static std::string_view wordOf(std::string_view line)
    {
        const std::size_t start = line.find_first_not_of(" \t", 1);
        if (start == std::string_view::npos)
            return {};
        std::size_t end = start;
        while (end < line.size() && startsName(line[end]))
            ++end;
        return line.substr(start, end - start);
    }

    /// After `#if 0`: up to its #else or #endif.
    void skipBranch(bool never)
    {
        if (never)
            skipLines(true);
    }
    /// After the first branch: up to the #endif.
    void skipToEnd() { skipLines(false); }

    void skipLines(bool stopAtElse)
    {
        int depth = 1;
        while (m_at < m_text.size()) {
            ++m_at; // the end of the line before
            ++m_line;
            const std::size_t start = m_text.find_first_not_of(" \t", m_at);
            if (start == std::string_view::npos || m_text[start] != '#') {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
                continue;
            }
            m_at = start;
            const std::string_view word = wordOf(directiveLine());
            depth += word.starts_with("if") ? 1 : word == "endif" ? -1 : 0;
            if (depth == 0 || (stopAtElse && depth == 1 && (word == "else" || word.starts_with("elif"))))
                return;
        }
    }

    void add(LooseKind kind, std::size_t size)
    {
        m_out.push_back({kind, m_text.substr(m_at, size), m_line});
        m_at += size;
    }

    void token(char c)
    {
        if (startsName(c)) {
            std::size_t size = 1;
            while (startsName(peek(size)) || isDigit(peek(size)))
                ++size;
            const std::string_view word = m_text.substr(m_at, size);
            if (peek(size) == '"' && (word == "R" || word == "LR" || word == "u8R" || word == "uR" || word == "UR"))
                raw(size);
            else if (peek(size) == '"' && (word == "L" || word == "u8" || word == "u" || word == "U"))
                m_at += size;
            else
                add(LooseKind::Name, size);
        } else if (isDigit(c)) {
            std::size_t size = 1;
            while (startsName(peek(size)) || isDigit(peek(size)) || peek(size) == '.')
                ++size;
            add(LooseKind::Number, size);
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else {
            const std::string_view two = m_text.substr(m_at, 2);
            add(LooseKind::Mark, two == "->" || two == "::" || two == "&&" || two == "||" ? 2 : 1);
        }
    }

    void quoted(char quote)
    {
        std::size_t end = m_at + 1;
        std::uint32_t lines = 0; // a backslash at the end of a line goes on with the text
        while (end < m_text.size() && m_text[end] != quote && m_text[end] != '\n') {
            const bool escape = m_text[end] == '\\' && end + 1 < m_text.size();
            const bool carriage = escape && m_text.substr(end + 1, 2) == "\r\n";
            lines += escape && (carriage || m_text[end + 1] == '\n') ? 1 : 0;
            end += carriage ? 3 : escape ? 2 : 1;
        }
        end = std::min(end, m_text.size());
        const std::string_view inner = m_text.substr(m_at + 1, end - m_at - 1);
        m_out.push_back({quote == '"' ? LooseKind::String : LooseKind::Number, inner, m_line});
        m_line += lines;
        m_at = end < m_text.size() && m_text[end] == quote ? end + 1 : end;
    }

    void raw(std::size_t prefix)
    {
        const std::size_t open = m_text.find('(', m_at + prefix);
        if (open == std::string_view::npos || open > m_at + prefix + 18) {
            m_at += prefix;
            return;
        }
        const std::string close = ")" + std::string(m_text.substr(m_at + prefix + 1, open - m_at - prefix - 1)) + "\"";
        const std::size_t end = std::min(m_text.find(close, open), m_text.size());
        m_out.push_back({LooseKind::String, m_text.substr(open + 1, end - open - 1), m_line});
        const std::size_t stop = std::min(end + close.size(), m_text.size());
        m_line += static_cast<std::uint32_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                                                        m_text.begin() + static_cast<std::ptrdiff_t>(stop), '\n'));
        m_at = stop;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::uint32_t m_line = 1;
    bool m_fresh = true;
    std::vector<LooseToken> m_out;
};

} // namespace

std::size_t closingOf(const std::vector<LooseToken>& tokens, std::size_t open)
{
    int depth = 0;
    for (std::size_t i = open; i < tokens.size(); ++i) {
        const LooseToken& token = tokens[i];
        if (token.kind != LooseKind::Mark)
            continue;
        depth += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
        depth -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
        if (depth <= 0)
            return i;
    }
    return tokens.size();
}

bool isQualifier(const LooseToken& token)
{
    constexpr std::array kWords = {"const", "static", "register", "volatile", "struct", "class", "enum", "union", "typename", "mutable",
                                   "extern", "constexpr", "inline", "auto"};
    return std::ranges::find(kWords, token.text) != kWords.end();
}

std::vector<LooseToken> looseTokens(std::string_view text)
{
    return Lexer(text).run();
}

} // namespace naru::analyzers::cpp
