#include "analyzers/web/ScriptScanner.h"

#include "analyzers/web/Letters.h"
#include "core/base/ByteScan.h"
#include "core/base/Words.h"

#include <algorithm>
#include <limits>

namespace naru::analyzers::web {

namespace {

using Kind = ScriptToken::Kind;

class Scanner {
public:
    Scanner(std::string_view code, ScriptDialect dialect) : m_code(code), m_markup(dialect == ScriptDialect::Markup)
    {
        constexpr std::size_t kBytesOfToken = 6;
        m_out.code = code;
        m_out.tokens.reserve(code.size() / kBytesOfToken);
    }

    ScannedScript run()
    {
        while (m_at < m_code.size())
            next();
        return std::move(m_out);
    }

private:
    /// What an open bracket stands in.
    struct Open {
        std::uint32_t token = 0;
        char closes = 0;
        bool block = false;   ///< `{` of statements, not of an object
        bool control = false; ///< `(` of if, while, for, with
        bool hole = false;    ///< `${`
        bool jsx = false;     ///< `{` between or in JSX tags
    };
    /// A JSX element whose end has not come yet.
    struct Element {
        bool inTag = true;     ///< between `<` and `>`
        bool closing = false;  ///< `</name>`
        std::size_t depth = 0; ///< brackets that were open at its beginning
    };

    [[nodiscard]] char peek(std::size_t ahead = 1) const { return m_at + ahead < m_code.size() ? m_code[m_at + ahead] : '\0'; }
    [[nodiscard]] bool inElement() const { return !m_elements.empty() && m_elements.back().depth == m_open.size(); }

    void next()
    {
        if (inElement()) {
            element();
            return;
        }
        const char c = m_code[m_at];
        if (isBlank(c)) {
            ++m_at;
        } else if (isScriptLetter(c)) {
            word(Kind::Name);
        } else if (isDigit(c)) {
            word(Kind::Number);
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (c == '`') {
            ++m_at;
            templatePiece();
        } else if (c == '/') {
            slash();
        } else if (c == '<' && m_markup && beginsElement()) {
            m_out.markup = true;
            m_elements.push_back({true, false, m_open.size()});
            symbol(1);
        } else {
            mark(c);
        }
    }

    void add(Kind kind, std::size_t start, std::size_t end)
    {
        m_out.tokens.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start), kNowhere, kind, true});
    }

    void symbol(std::size_t length)
    {
        add(Kind::Symbol, m_at, m_at + length);
        m_at += length;
    }

    void word(Kind kind)
    {
        const std::size_t start = m_at;
        while (m_at < m_code.size() && (isScriptWordChar(m_code[m_at]) || (kind == Kind::Number && m_code[m_at] == '.' && isDigit(peek()))))
            ++m_at;
        add(kind, start, m_at);
    }

    /// One that is not closed on its line is an apostrophe in prose, or the end of half a file.
    void string(char quote)
    {
        const std::size_t start = ++m_at;
        while (m_at < m_code.size() && m_code[m_at] != quote && m_code[m_at] != '\n')
            m_at += m_code[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at, m_code.size());
        add(Kind::String, start, m_at);
        m_at += m_at < m_code.size() && m_code[m_at] == quote ? 1 : 0;
    }

    /// The text of a template literal up to its end or the next hole.
    void templatePiece()
    {
        const std::size_t start = m_at;
        while (m_at < m_code.size() && m_code[m_at] != '`' && !(m_code[m_at] == '$' && peek() == '{'))
            m_at += m_code[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at, m_code.size());
        add(Kind::Template, start, m_at);
        if (m_at < m_code.size() && m_code[m_at] == '$') {
            m_out.tokens.back().last = false;
            m_open.push_back({count(), '}', false, false, true, false});
            symbol(2);
        } else {
            ++m_at;
        }
    }

    /// Comment, regular expression or division.
    void slash()
    {
        if (const char behind = peek(); behind == '/' || behind == '*') {
            const std::size_t end = behind == '/' ? m_code.find('\n', m_at) : core::findText(m_code, "*/", m_at + 2);
            m_at = end == std::string_view::npos ? m_code.size() : end + (behind == '/' ? 0 : 2);
            return;
        }
        if (!afterValue() && m_at >= m_noRegex && regex())
            return;
        symbol(1);
    }

    bool regex()
    {
        bool inClass = false;
        std::size_t at = m_at + 1;
        for (; at < m_code.size() && m_code[at] != '\n'; ++at) {
            const char c = m_code[at];
            if (c == '\\')
                ++at;
            else if (c == '[' || c == ']')
                inClass = c == '[';
            else if (c == '/' && !inClass)
                break;
        }
        if (at >= m_code.size() || m_code[at] == '\n') {
            m_noRegex = at; // no other slash of the line is tried
            return false;
        }
        const std::size_t start = m_at;
        for (m_at = at + 1; m_at < m_code.size() && isScriptLetter(m_code[m_at]); ++m_at) {
        }
        add(Kind::Regex, start, m_at);
        return true;
    }

    /// True when the token before is the end of a value, which an operator follows.
    [[nodiscard]] bool afterValue() const
    {
        if (m_out.tokens.empty())
            return false;
        const auto before = static_cast<std::uint32_t>(m_out.tokens.size() - 1);
        const ScriptToken& token = m_out.tokens.back();
        const std::string_view text = m_out.text(before);
        if (token.kind == Kind::Name)
            return !core::isOneOf(text, {"return", "case", "typeof", "in", "of", "do", "else", "throw", "delete", "void", "new", "instanceof", "yield", "await", "default"}) ||
                   (before > 0 && m_out.symbol(before - 1, "."));
        if (token.kind != Kind::Symbol)
            return true;
        if (text == ")")
            return !m_closed.control;
        if (text == "}")
            return !m_closed.block;
        return text == "]" || text == "++" || text == "--";
    }

    /// `<` where a value is expected, before a name or `>`, that is no list of type parameters.
    [[nodiscard]] bool beginsElement() const
    {
        const char behind = peek();
        if (afterValue() || !(isScriptLetter(behind) || behind == '>'))
            return false;
        std::size_t at = m_at + 1;
        while (at < m_code.size() && (isScriptWordChar(m_code[at]) || m_code[at] == '.' || m_code[at] == '-' || m_code[at] == ':'))
            ++at;
        while (at < m_code.size() && isBlank(m_code[at]))
            ++at;
        return !(m_code.substr(at).starts_with(",") || m_code.substr(at).starts_with("extends ") || m_code.substr(at).starts_with("="));
    }

    void mark(char c)
    {
        static constexpr std::string_view kPairs[] = {"=>", "==", "!=", "<=", ">=", "+=", "++", "--", "&&", "||", "??", "?."};
        const std::string_view rest = m_code.substr(m_at);
        if (c == '(' || c == '{' || c == '[') {
            open(c);
        } else if (c == ')' || c == '}' || c == ']') {
            close(c);
        } else if (rest.starts_with("...") || rest.starts_with("===") || rest.starts_with("!==")) {
            symbol(3);
        } else {
            symbol(std::ranges::any_of(kPairs, [&](std::string_view pair) { return rest.starts_with(pair); }) ? 2 : 1);
        }
    }

    void open(char c)
    {
        const std::uint32_t before = count() - 1;
        const bool control = c == '(' && count() > 0 && m_out.name(before) && core::isOneOf(m_out.text(before), {"if", "while", "for", "with"});
        const bool block = c == '{' && (count() == 0 || m_out.symbol(before, ")") || m_out.symbol(before, ";") || m_out.symbol(before, "{") ||
                                        m_out.symbol(before, "}") || m_out.symbol(before, "=>") || m_out.symbol(before, ">") ||
                                        (m_out.name(before) && !core::isOneOf(m_out.text(before), {"return", "typeof", "in", "of", "case", "default", "throw", "new"})));
        m_open.push_back({count(), c == '(' ? ')' : (c == '{' ? '}' : ']'), block, control, false, false});
        symbol(1);
    }

    void close(char c)
    {
        if (m_open.empty() || m_open.back().closes != c) {
            symbol(1);
            m_closed = {};
            return;
        }
        m_closed = m_open.back();
        m_open.pop_back();
        m_out.tokens[m_closed.token].partner = count();
        symbol(1);
        m_out.tokens.back().partner = m_closed.token;
        while (!m_elements.empty() && m_elements.back().depth > m_open.size()) // one that was not closed within the brackets
            m_elements.pop_back();
        if (m_closed.hole)
            templatePiece();
    }

    void element()
    {
        if (!m_elements.back().inTag) {
            between();
            return;
        }
        const char c = m_code[m_at];
        if (isBlank(c)) {
            ++m_at;
        } else if (isScriptLetter(c)) {
            word(Kind::Name);
        } else if (c == '"' || c == '\'') { // may go over lines, and has no escapes
            const std::size_t start = m_at + 1;
            m_at = std::min(m_code.find(c, start), m_code.size());
            add(Kind::String, start, m_at++);
        } else if (c == '{') {
            open(c);
            m_open.back().jsx = true;
        } else if (c == '/' && (peek() == '/' || peek() == '*')) {
            slash();
        } else if (c == '/' && peek() == '>') {
            symbol(2);
            m_elements.pop_back();
        } else if (c == '>') {
            endOfTag();
        } else {
            symbol(1);
        }
    }

    void endOfTag()
    {
        symbol(1);
        if (!m_elements.back().closing) {
            m_elements.back().inTag = false;
            return;
        }
        m_elements.pop_back(); // of the closing tag
        if (inElement())
            m_elements.pop_back(); // of what it closes
    }

    /// Text, tags and braces between the tags of an element.
    void between()
    {
        const char c = m_code[m_at];
        if (c == '{') {
            open(c);
            m_open.back().jsx = true;
        } else if (c == '<') {
            m_elements.push_back({true, peek() == '/', m_open.size()});
            symbol(peek() == '/' ? 2 : 1);
        } else {
            const std::size_t start = m_at;
            m_at = std::min(m_code.find_first_of("<{", m_at), m_code.size());
            if (m_code.find_first_not_of(" \t\r\n", start) < m_at)
                add(Kind::Text, start, m_at);
        }
    }

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(m_out.tokens.size()); }

    std::string_view m_code;
    const bool m_markup;
    std::size_t m_at = 0;
    std::size_t m_noRegex = 0; ///< no regular expression ends before
    ScannedScript m_out;
    std::vector<Open> m_open;
    std::vector<Element> m_elements;
    Open m_closed; ///< the bracket that was closed last
};

} // namespace

ScannedScript scanScript(std::string_view code, ScriptDialect dialect)
{
    return Scanner(code.substr(0, std::numeric_limits<std::uint32_t>::max() - 1), dialect).run();
}

} // namespace naru::analyzers::web
