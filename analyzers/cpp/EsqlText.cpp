#include "analyzers/cpp/EsqlText.h"

#include "analyzers/cpp/EsqlWords.h"
#include "core/base/Ascii.h"

#include <algorithm>
#include <cctype>

namespace naru::analyzers::cpp {

namespace {

/// One pass over the source: comments and strings of C are copied, EXEC SQL statements replaced.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    EsqlText run()
    {
        m_out.code.reserve(m_text.size() + m_text.size() / 8);
        while (m_at < m_text.size())
            step();
        return std::move(m_out);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    void copy()
    {
        m_line += m_text[m_at] == '\n' ? 1 : 0;
        m_out.code += m_text[m_at++];
    }

    void copyUntil(std::string_view end)
    {
        const std::size_t stop = m_text.find(end, m_at + 2);
        const std::size_t last = stop == std::string_view::npos ? m_text.size() : stop + end.size();
        while (m_at < last)
            copy();
    }

    void copyQuoted(char quote)
    {
        copy();
        while (m_at < m_text.size() && peek() != quote && peek() != '\n') {
            if (peek() == '\\' && m_at + 1 < m_text.size())
                copy();
            copy();
        }
        if (m_at < m_text.size())
            copy();
    }

    void step()
    {
        const char c = peek();
        if (c == '/' && peek(1) == '*')
            copyUntil("*/");
        else if (c == '/' && peek(1) == '/')
            copyUntil("\n");
        else if (c == '"' || c == '\'')
            copyQuoted(c);
        else if (wordChar(c))
            word();
        else {
            m_braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            copy();
        }
    }

    void word()
    {
        std::size_t end = m_at;
        while (end < m_text.size() && wordChar(m_text[end]))
            ++end;
        const std::string name = core::capitalLetters(m_text.substr(m_at, end - m_at));
        if (name == "EXEC" && statement(end))
            return;
        if (name == "VARCHAR" && varchar(end))
            return;
        while (m_at < end)
            copy();
    }

    std::string nextWord(std::size_t& at) const
    {
        while (at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[at])) != 0)
            ++at;
        const std::size_t start = at;
        while (at < m_text.size() && wordChar(m_text[at]))
            ++at;
        return core::capitalLetters(m_text.substr(start, at - start));
    }

    /// VARCHAR a[10], b[20]; -> a structure for each.
    bool varchar(std::size_t after)
    {
        const std::size_t end = m_text.find_first_of(";{}()", after);
        if (end == std::string_view::npos || m_text[end] != ';' || m_text.substr(after, end - after).find('[') == std::string_view::npos)
            return false;
        m_at = after;
        while (m_at < end) {
            if (!wordChar(peek())) {
                copyBlank();
                continue;
            }
            std::string name;
            while (m_at < end && wordChar(peek()))
                name += m_text[m_at++];
            const std::size_t open = m_text.find_first_not_of(" \t", m_at);
            const std::size_t close = open < end && m_text[open] == '[' ? m_text.find(']', open) : std::string_view::npos;
            if (close == std::string_view::npos || close > end) {
                m_out.code += "struct{unsigned short len;unsigned char arr[1];}" + name + ";";
                continue;
            }
            // a second pair of brackets makes an array of such structures
            std::size_t last = close;
            std::string rows;
            if (last + 1 < end && m_text[last + 1] == '[') {
                rows = m_text.substr(open, close - open + 1);
                last = std::min(m_text.find(']', last + 1), end);
            }
            const std::string size(m_text.substr(rows.empty() ? open : close + 1, last - (rows.empty() ? open : close + 1) + 1));
            m_out.code += "struct{unsigned short len;unsigned char arr" + size + ";}" + name + rows + ";";
            m_at = last + 1;
        }
        return true;
    }

    void copyBlank()
    {
        if (peek() == '\n')
            copy();
        else
            ++m_at;
    }

    /// `at` stands behind EXEC. False when this is no embedded statement.
    bool statement(std::size_t at)
    {
        const std::string kind = nextWord(at);
        if (kind != "SQL" && kind != "ORACLE" && kind != "TOOLS" && kind != "IAF")
            return false;
        const std::size_t start = m_at;
        const std::size_t body = at;
        const std::string verb = nextWord(at);
        const std::size_t end = endOf(body, verb);
        m_at = std::min(end + 1, m_text.size());
        const auto before = static_cast<std::uint32_t>(std::ranges::count(m_text.substr(start, body - start), '\n'));
        const auto inside = static_cast<std::uint32_t>(std::ranges::count(m_text.substr(body, m_at - body), '\n'));
        if (kind == "SQL")
            replace(verb, m_text.substr(body, end - body), at, m_line + before);
        pad(before + inside);
        return true;
    }

    void pad(std::uint32_t lines)
    {
        m_out.code.append(lines, '\n');
        m_line += lines;
    }

    /// Position of the semicolon that ends a statement; that of a PL/SQL block stands behind END-EXEC.
    [[nodiscard]] std::size_t endOf(std::size_t body, const std::string& verb) const
    {
        std::size_t at = body;
        if (verb == "EXECUTE" || verb == "BEGIN") {
            std::size_t look = body;
            nextWord(look);
            const std::string second = nextWord(look);
            const bool block = verb == "EXECUTE" ? second != "IMMEDIATE" && hasEndExec(body) : second != "DECLARE" && hasEndExec(body);
            if (block) {
                const std::string all = core::capitalLetters(m_text.substr(body, kLongestBlock));
                at = body + all.find("END-EXEC");
            }
        }
        bool quoted = false;
        for (; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (c == '\'')
                quoted = !quoted;
            else if (!quoted && c == ';')
                return at;
            else if (!quoted && c == '/' && at + 1 < m_text.size() && m_text[at + 1] == '*') {
                const std::size_t close = m_text.find("*/", at + 2);
                at = close == std::string_view::npos ? m_text.size() : close + 1;
            } else if (!quoted && c == '-' && at + 1 < m_text.size() && m_text[at + 1] == '-') {
                const std::size_t close = m_text.find('\n', at);
                at = close == std::string_view::npos ? m_text.size() : close;
            }
        }
        return m_text.size();
    }

    [[nodiscard]] bool hasEndExec(std::size_t body) const
    {
        const std::string all = core::capitalLetters(m_text.substr(body, kLongestBlock));
        const std::size_t end = all.find("END-EXEC");
        const std::size_t next = all.find("EXEC SQL"); // of another statement
        return end != std::string::npos && (next == std::string::npos || next > end);
    }

    void replace(const std::string& verb, std::string_view text, std::size_t at, std::uint32_t line)
    {
        if (verb == "INCLUDE") {
            const std::string name(trimmed(m_text.substr(at, m_at - 1 - at)));
            m_out.code += included(name);
            return;
        }
        std::size_t second = at;
        const std::string next = nextWord(second);
        if ((verb == "BEGIN" || verb == "END") && next == "DECLARE")
            return;
        if (verb == "WHENEVER") {
            whenever(text);
            return;
        }
        const bool declares = verb == "DECLARE" && core::capitalLetters(text).find("CURSOR") != std::string::npos;
        if (m_braces <= 0) {
            if (declares)
                cursor(text, line);
            return;
        }
        if (verb == "VAR" || verb == "TYPE" || (verb == "DECLARE" && !declares)) {
            m_out.code += ";";
            return;
        }
        m_out.code += call(verb, text, line) + ";";
    }

    static std::string included(const std::string& name)
    {
        const std::string known = core::capitalLetters(name);
        const bool bare = name.find('.') == std::string::npos;
        if (known == "SQLCA" || known == "ORACA" || known == "SQLDA")
            return "#include \"" + std::string(known == "SQLCA" ? "sqlca" : known == "ORACA" ? "oraca" : "sqlda") + ".h\"";
        return "#include \"" + name + (bare ? ".h" : "") + "\"";
    }

    void whenever(std::string_view text)
    {
        const std::string all = core::capitalLetters(text);
        const std::size_t at = all.find(" DO ");
        if (m_braces <= 0 || at == std::string::npos)
            return;
        const std::string_view action = trimmed(text.substr(at + 4));
        if (action.find('(') != std::string_view::npos)
            m_out.code += "if(0){" + std::string(action) + ";}";
    }

    /// The query of DECLARE name CURSOR FOR query, under the name of the cursor.
    void cursor(std::string_view text, std::uint32_t line)
    {
        const std::string all = core::capitalLetters(text);
        const std::size_t declared = all.find("DECLARE");
        const std::size_t query = queryOf(all);
        if (declared == std::string::npos || query == std::string::npos)
            return;
        std::size_t at = declared + 7;
        const std::size_t first = all.find_first_not_of(" \t\r\n", at);
        std::string name;
        for (at = first; at < all.size() && wordChar(all[at]); ++at)
            name += all[at];
        EsqlBlock block;
        block.line = line + static_cast<std::uint32_t>(std::ranges::count(text.substr(0, query), '\n'));
        block.sql = text.substr(query);
        m_cursors.emplace_back(name, std::move(block));
    }

    /// The SQL without INTO lists and with plain host variables, and the call that stands for it.
    std::string call(const std::string& verb, std::string_view text, std::uint32_t line)
    {
        EsqlBlock block;
        block.line = line;
        block.boundary = verb == "COMMIT" || verb == "ROLLBACK" || verb == "SAVEPOINT";
        std::vector<std::string> hosts;
        const bool fetch = verb == "FETCH" || verb == "GET";
        bool into = false;
        bool quoted = false;
        for (std::size_t i = 0; i < text.size();) {
            const char c = text[i];
            quoted = c == '\'' ? !quoted : quoted;
            if (!quoted && c == '/' && i + 1 < text.size() && text[i + 1] == '*') {
                const std::size_t close = text.find("*/", i + 2);
                const std::size_t last = close == std::string_view::npos ? text.size() : close + 2;
                block.sql.append(static_cast<std::size_t>(std::ranges::count(text.substr(i, last - i), '\n')), '\n');
                i = last;
            } else if (!quoted && c == ':' && i + 1 < text.size() && (wordChar(text[i + 1]) || text[i + 1] == ' ') &&
                       (i == 0 || text[i - 1] != ':')) {
                const std::string name = hostVariable(text, i);
                const bool writes = into || fetch;
                if (!name.empty() && std::isdigit(static_cast<unsigned char>(name.front())) == 0) {
                    hosts.push_back(name);
                    block.writes.push_back(writes);
                }
                if (!into)
                    block.sql += ":" + name;
            } else if (!quoted && wordChar(c)) {
                std::size_t end = i;
                while (end < text.size() && wordChar(text[end]))
                    ++end;
                const std::string word = core::capitalLetters(text.substr(i, end - i));
                const bool filled = word == "INTO" && hostFollows(text, end);
                into = filled || (into && word == "INDICATOR");
                if (!into)
                    block.sql.append(text.substr(i, end - i));
                i = end;
            } else {
                if (c == '\n' || !into)
                    block.sql += c;
                ++i;
            }
        }
        const std::string opened = verb == "OPEN" ? cursorName(block.sql) : std::string();
        for (const auto& [name, declared] : m_cursors)
            if (!opened.empty() && name == opened) {
                block.sql = declared.sql;
                block.line = declared.line;
            }
        std::string out = "naru_sql(" + std::to_string(m_out.blocks.size());
        for (const std::string& name : hosts)
            out += "," + name;
        if (verb == "DECLARE") {
            cursor(block.sql, line);
            if (const std::size_t query = queryOf(core::capitalLetters(block.sql)); query != std::string::npos) {
                block.line += static_cast<std::uint32_t>(std::ranges::count(std::string_view(block.sql).substr(0, query), '\n'));
                block.sql.erase(0, query);
            }
        }
        m_out.blocks.push_back(std::move(block));
        return out + ")";
    }

    static constexpr std::size_t kLongestBlock = 65536;

    std::string_view m_text;
    std::size_t m_at = 0;
    std::uint32_t m_line = 1;
    int m_braces = 0;
    EsqlText m_out;
    std::vector<std::pair<std::string, EsqlBlock>> m_cursors;
};

} // namespace

bool hasEmbeddedSql(std::string_view text)
{
    for (std::size_t at = 0; at + 8 < text.size();) {
        at = text.find_first_of("eE", at);
        if (at == std::string_view::npos || at + 8 >= text.size())
            return false;
        if ((at == 0 || !wordChar(text[at - 1])) && core::capitalLetters(text.substr(at, 4)) == "EXEC") {
            const std::size_t next = text.find_first_not_of(" \t", at + 4);
            if (next != std::string_view::npos && next > at + 4 && core::capitalLetters(text.substr(next, 3)) == "SQL")
                return true;
        }
        ++at;
    }
    return false;
}

EsqlText readEsql(std::string_view text)
{
    return Reader(text).run();
}

} // namespace naru::analyzers::cpp
