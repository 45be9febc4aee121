#include "analyzers/clones/CodeTokens.h"

namespace naru::analyzers::clones {

namespace {

constexpr std::uint32_t kOffset = 2166136261U; // FNV-1a
constexpr std::uint32_t kPrime = 16777619U;

bool wordStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

class Lexer {
public:
    Lexer(std::string_view text, core::Language language, std::vector<Token>& out)
        : m_text(text),
          m_java(language == core::Language::Java),
          m_out(out)
    {
    }

    void run()
    {
        while (m_at < m_text.size())
            step();
    }

private:
    [[nodiscard]] char next(std::size_t ahead = 1) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    void step()
    {
        const char c = m_text[m_at];
        if (c == '\n') {
            ++m_line;
            m_lineStart = true;
            ++m_at;
        } else if (blank(c)) {
            ++m_at;
        } else if (c == '/' && next() == '/') {
            skipTo('\n');
        } else if (c == '/' && next() == '*') {
            blockComment();
        } else if (c == '#' && !m_java && m_lineStart) {
            directive();
        } else {
            m_lineStart = false;
            token(c);
        }
    }
    void token(char c)
    {
        const std::size_t begin = m_at;
        const std::uint32_t line = m_line;
        if (wordStart(c))
            word();
        else if (digit(c))
            number();
        else if (c == '"' || c == '\'')
            string(c);
        else
            ++m_at;
        const std::string_view text = m_text.substr(begin, m_at - begin);
        if (m_begins && m_java && (text == "import" || text == "package")) {
            skipTo(';');
            return;
        }
        std::uint32_t hash = kOffset;
        for (const char each : text)
            hash = (hash ^ static_cast<unsigned char>(each)) * kPrime;
        m_out.push_back({hash, line, m_begins});
        m_begins = c == ';' || c == '{' || c == '}';
    }
    void word()
    {
        while (m_at < m_text.size() && (wordStart(m_text[m_at]) || digit(m_text[m_at])))
            ++m_at;
    }
    void number()
    {
        while (m_at < m_text.size() && (wordStart(m_text[m_at]) || digit(m_text[m_at]) || m_text[m_at] == '.'))
            ++m_at;
    }
    void string(char quote)
    {
        const bool block = m_java && quote == '"' && next() == '"' && next(2) == '"';
        m_at += block ? 3 : 1;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\n' && !block)
                return;
            if (c == '\n')
                ++m_line;
            if (c == '\\') {
                m_line += next() == '\n' ? 1 : 0;
                m_at += 2;
            } else if (c == quote && (!block || (next() == '"' && next(2) == '"'))) {
                m_at += block ? 3 : 1;
                return;
            } else {
                ++m_at;
            }
        }
        m_at = m_text.size();
    }
    void blockComment()
    {
        for (m_at += 2; m_at < m_text.size(); ++m_at) {
            m_line += m_text[m_at] == '\n' ? 1 : 0;
            if (m_text[m_at] == '*' && next() == '/') {
                m_at += 2;
                return;
            }
        }
    }
    /// A preprocessor line with those that a backslash joins to it.
    void directive()
    {
        while (m_at < m_text.size() && (m_text[m_at] != '\n' || m_text[m_at - 1] == '\\' || joined())) {
            m_line += m_text[m_at] == '\n' ? 1 : 0;
            ++m_at;
        }
    }
    [[nodiscard]] bool joined() const { return m_at > 1 && m_text[m_at - 1] == '\r' && m_text[m_at - 2] == '\\'; }
    /// Behind the end of a statement, before the end of a line.
    void skipTo(char end)
    {
        while (m_at < m_text.size() && m_text[m_at] != end) {
            if (m_text[m_at] == '\n')
                ++m_line;
            ++m_at;
        }
        if (end != '\n' && m_at < m_text.size())
            ++m_at;
    }

    std::string_view m_text;
    bool m_java;
    std::vector<Token>& m_out;
    std::size_t m_at = 0;
    std::uint32_t m_line = 1;
    bool m_lineStart = true;
    bool m_begins = true;
};

} // namespace

void readTokens(std::string_view text, core::Language language, std::vector<Token>& out)
{
    Lexer(text, language, out).run();
}

} // namespace naru::analyzers::clones
