#include "analyzers/audit/CodeMask.h"

#include "core/base/Ascii.h"

#include <algorithm>

namespace naru::analyzers::audit {

namespace {

/// One pass over the text; blanks in place.
class Masker {
public:
    Masker(std::string_view text, bool strings) : m_text(text), m_strings(strings) {}

    std::string run(Syntax syntax)
    {
        switch (syntax) {
        case Syntax::CLike:
            cLike({});
            break;
        case Syntax::CFamily:
            cFamily();
            break;
        case Syntax::Jsp:
            jsp();
            break;
        case Syntax::Xml:
            xml();
            break;
        case Syntax::Sql:
            sql();
            break;
        case Syntax::Hash:
            hash();
            break;
        case Syntax::Plain:
            break;
        }
        return std::move(m_text);
    }

private:
    [[nodiscard]] bool at(std::string_view what) const { return std::string_view(m_text).substr(m_at).starts_with(what); }

    void blank(std::size_t begin, std::size_t end)
    {
        for (std::size_t i = begin; i < std::min(end, m_text.size()); ++i)
            if (m_text[i] != '\n' && m_text[i] != '\r')
                m_text[i] = ' ';
    }
    /// Blanks from here to the end of `close` (which stays out when `keep`).
    void comment(std::string_view close, bool keep = false)
    {
        const auto found = m_text.find(close, m_at + 1);
        const auto end = found == std::string::npos ? m_text.size() : found + (keep ? 0 : close.size());
        blank(m_at, end);
        m_at = end;
    }
    void string(char quote, bool backslash, bool oneLine)
    {
        const std::size_t begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != quote && !(oneLine && m_text[m_at] == '\n'))
            m_at += backslash && m_text[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at, m_text.size());
        if (!m_strings)
            blank(begin, m_at);
        ++m_at;
    }
    void textBlock()
    {
        const std::size_t begin = m_at + 3;
        std::size_t end = begin;
        while (end < m_text.size() && !std::string_view(m_text).substr(end).starts_with("\"\"\""))
            end += m_text[end] == '\\' ? 2 : 1;
        if (!m_strings)
            blank(begin, end);
        m_at = std::min(end + 3, m_text.size());
    }
    /// Until `stop` (not consumed), or the end when it is empty.
    void cLike(std::string_view stop)
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (!stop.empty() && c == stop[0] && at(stop))
                return;
            if (c == '/' && at("//"))
                lineComment(stop);
            else if (c == '/' && at("/*"))
                comment("*/");
            else if (c == '"' && at("\"\"\""))
                textBlock();
            else if (c == '"' || c == '\'')
                string(c, true, true);
            else
                ++m_at;
        }
    }
    /// A line comment ends with the line, and in a page also where its script ends.
    void lineComment(std::string_view stop)
    {
        std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        if (!stop.empty())
            end = std::min(end, m_text.find(stop, m_at));
        blank(m_at, end);
        m_at = end;
    }
    [[nodiscard]] bool wordBefore() const
    {
        return m_at > 0 && (std::isalnum(static_cast<unsigned char>(m_text[m_at - 1])) != 0 || m_text[m_at - 1] == '_');
    }
    void cFamily()
    {
        bool lineStart = true;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '#' && lineStart && falseBranch())
                continue;
            lineStart = c == '\n' || (lineStart && (c == ' ' || c == '\t'));
            if (c == '/' && at("//"))
                continuedComment();
            else if (c == '/' && at("/*"))
                comment("*/");
            else if (c == '"' && m_at > 0 && m_text[m_at - 1] == 'R')
                rawString();
            else if (c == '"' || (c == '\'' && !wordBefore())) // 1'000 holds no character
                string(c, true, true);
            else
                ++m_at;
        }
    }
    void continuedComment()
    {
        std::size_t end = m_text.find('\n', m_at);
        while (end != std::string::npos && (m_text[end - 1] == '\\' || (m_text[end - 1] == '\r' && m_text[end - 2] == '\\')))
            end = m_text.find('\n', end + 1);
        end = std::min(end, m_text.size());
        blank(m_at, end);
        m_at = end;
    }
    void rawString()
    {
        const auto open = m_text.find('(', m_at);
        const std::string close = open == std::string::npos ? "" : ")" + m_text.substr(m_at + 1, open - m_at - 1) + "\"";
        const auto end = close.empty() ? open : m_text.find(close, open);
        if (end == std::string::npos)
            return string('"', true, true);
        if (!m_strings)
            blank(open + 1, end);
        m_at = end + close.size();
    }
    /// Directive that stands at `at`, without blanks around its name: "if 0", "endif", "else" ...
    [[nodiscard]] std::string directive(std::size_t at) const
    {
        std::string out;
        for (++at; at < m_text.size() && m_text[at] != '\n' && m_text[at] != '/'; ++at)
            if (m_text[at] != ' ' && m_text[at] != '\t' && m_text[at] != '\r')
                out += m_text[at];
        return out;
    }
    /// Blanks what stands below `#if 0`, up to its #else, #elif or #endif. False when another directive stands here.
    bool falseBranch()
    {
        if (directive(m_at) != "if0")
            return false;
        const std::size_t begin = std::min(m_text.find('\n', m_at), m_text.size());
        int depth = 0;
        std::size_t line = begin;
        while (line < m_text.size()) {
            const std::size_t hash = m_text.find_first_not_of(" \t", line + 1);
            if (hash != std::string::npos && m_text[hash] == '#') {
                const std::string what = directive(hash);
                depth += what.starts_with("if") ? 1 : 0;
                if (depth == 0 && (what.starts_with("el") || what.starts_with("endif")))
                    break;
                depth -= what.starts_with("endif") ? 1 : 0;
            }
            line = std::min(m_text.find('\n', line + 1), m_text.size());
        }
        blank(begin, line);
        m_at = line;
        return true;
    }
    void jsp()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at] != '<') {
                ++m_at;
            } else if (at("<%--")) {
                comment("--%>");
            } else if (at("<!--")) {
                comment("-->");
            } else if (at("<%")) {
                m_at += 2;
                cLike("%>");
            } else if (at("<script") || at("<SCRIPT")) {
                m_at = std::min(m_text.find('>', m_at), m_text.size());
                cLike(m_text.find("</script", m_at) <= m_text.find("</SCRIPT", m_at) ? "</script" : "</SCRIPT");
            } else {
                ++m_at;
            }
        }
    }
    void xml()
    {
        while ((m_at = m_text.find("<!--", m_at)) < m_text.size())
            comment("-->");
    }
    void sql()
    {
        while (m_at < m_text.size()) {
            if (at("--"))
                comment("\n", true);
            else if (at("/*"))
                comment("*/");
            else if (m_text[m_at] == '\'')
                string('\'', false, false);
            else
                ++m_at;
        }
    }
    void hash()
    {
        bool start = true; // only a # at the start of a line or after a blank opens a comment
        while (m_at < m_text.size()) {
            if (start && m_text[m_at] == '#') {
                comment("\n", true);
                continue;
            }
            start = m_text[m_at] == '\n' || m_text[m_at] == ' ' || m_text[m_at] == '\t';
            ++m_at;
        }
    }

    std::string m_text;
    bool m_strings;
    std::size_t m_at = 0;
};

std::string lowerExtension(std::string_view path)
{
    const auto dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string() : core::smallLetters(path.substr(dot + 1));
}

} // namespace

Syntax syntaxOf(std::string_view path, core::Language language)
{
    using core::Language;
    switch (language) {
    case Language::Java:
    case Language::JavaScript:
        return Syntax::CLike;
    case Language::C:
    case Language::Cpp:
    case Language::ProC:
        return Syntax::CFamily;
    case Language::Jsp:
    case Language::Html:
        return Syntax::Jsp;
    case Language::Xml:
        return Syntax::Xml;
    case Language::Sql:
        return Syntax::Sql;
    case Language::Properties:
    case Language::Yaml:
        return Syntax::Hash;
    case Language::Other:
        break;
    }
    const std::string extension = lowerExtension(path);
    if (extension == "gradle" || extension == "kts" || extension == "groovy" || path.ends_with("Jenkinsfile"))
        return Syntax::CLike;
    if (extension == "sh" || path.ends_with("Dockerfile") || extension == "conf" || extension == "ini" || extension == "env")
        return Syntax::Hash;
    if (extension == "xml" || extension == "xhtml" || extension == "config" || extension == "xsl")
        return Syntax::Xml;
    return Syntax::Plain;
}

std::string maskComments(std::string_view text, Syntax syntax, bool strings)
{
    return Masker(text, strings).run(syntax);
}

} // namespace naru::analyzers::audit
