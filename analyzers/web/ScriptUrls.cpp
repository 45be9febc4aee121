#include "analyzers/web/ScriptUrls.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace naru::analyzers::web {

namespace {

constexpr bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool isWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

/// Names before a literal that take a URL.
bool takesUrl(std::string_view name)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"$http", "action", "ajax", "assign", "axios",   "fetch",        "fn_submit",       "get", "getJSON", "href",        "load", "location",
         "open",  "patch",  "post", "put",    "replace", "sendRedirect", "showModalDialog", "src", "submit",  "templateUrl", "transaction", "url"});
    return std::ranges::binary_search(kNames, name);
}

bool looksLikePath(std::string_view text)
{
    const std::string_view path = text.substr(0, text.find('?'));
    if (path.find_first_of(" \n<>(),|^\\") != std::string_view::npos || path.size() < 3) {
        return false;
    }
    static constexpr auto kSuffixes =
        std::to_array<std::string_view>({".action", ".ajax", ".do", ".faces", ".jsf", ".json", ".jsp", ".jspx", ".mi", ".xhtml"});
    if (std::ranges::any_of(kSuffixes, [&](std::string_view suffix) { return path.ends_with(suffix) && path.size() > suffix.size(); })) {
        return true;
    }
    return path.front() == '/' && path[1] != '/' && isWordChar(path[1]) && path.find('.') == std::string_view::npos;
}

class ScriptScanner {
public:
    ScriptScanner(std::string_view code, const std::function<void(const ScriptUrl&)>& found) : m_code(code), m_found(found) {}

    void run()
    {
        while (m_at < m_code.size()) {
            const char c = m_code[m_at];
            const char d = m_at + 1 < m_code.size() ? m_code[m_at + 1] : '\0';
            if (c == '/' && d == '/') {
                m_at = std::min(m_code.find('\n', m_at), m_code.size());
            } else if (c == '/' && d == '*') {
                const auto end = m_code.find("*/", m_at + 2);
                m_at = end == std::string_view::npos ? m_code.size() : end + 2;
            } else if (c == '"' || c == '\'' || c == '`') {
                literal(c);
            } else if (isWordChar(c)) {
                const std::size_t start = m_at;
                while (m_at < m_code.size() && isWordChar(m_code[m_at])) {
                    ++m_at;
                }
                word(m_code.substr(start, m_at - start));
                m_lastWord = m_code.substr(start, m_at - start);
            } else {
                other(c);
                ++m_at;
            }
        }
    }

private:
    /// A name that takes a URL keeps its meaning over what is put together for it: href = context + '/a.do'.
    void word(std::string_view name)
    {
        if (m_separated && m_argument == 0 && takesUrl(m_name) && !takesUrl(name)) {
            return;
        }
        m_argument = 0;
        m_name = name;
        m_separated = false;
    }

    /// What may stand between a name and the literal it takes: `=`, `:`, `(`, `.` and a first argument.
    void other(char c)
    {
        if (c == ';' || c == '{' || c == '}' || c == ')') {
            m_name = {};
            m_assigned = {};
        } else if (c == ',') {
            ++m_argument;
        } else if (c == '=' || c == ':' || c == '(') {
            m_separated = true;
            if (c == '=' && directlyBefore(m_lastWord, m_at, {}) && m_code.substr(m_at, 2) != "==") {
                m_assigned = m_lastWord;
            }
        }
    }

    /// True when only blanks and, once, `between` stand between a word and an offset.
    [[nodiscard]] bool directlyBefore(std::string_view word, std::size_t offset, std::string_view between) const
    {
        if (word.empty()) {
            return false;
        }
        auto at = static_cast<std::size_t>(word.data() - m_code.data()) + word.size();
        while (at < offset && isSpace(m_code[at])) {
            ++at;
        }
        if (!m_code.substr(at).starts_with(between)) {
            return false;
        }
        at += between.size();
        while (at < offset && isSpace(m_code[at])) {
            ++at;
        }
        return at == offset;
    }

    /// What a variable holds that was given a part of a path: var prefix = ctx + "system/user".
    [[nodiscard]] std::string_view held(std::string_view variable) const
    {
        const auto found = m_variables.find(variable);
        return found == m_variables.end() ? std::string_view() : std::string_view(found->second);
    }

    /// One literal and what is added to it with +.
    void literal(char quote)
    {
        const std::size_t start = m_at;
        const bool added = directlyBefore(m_lastWord, start, "+");
        std::string value = added ? std::string(held(m_lastWord)) : std::string();
        std::string_view variable = std::exchange(m_assigned, {});
        variable = added && variable == m_lastWord ? std::string_view() : variable; // x = x + "/context": only at times
        const std::string own = body(quote);
        value += value.ends_with('/') && own.starts_with('/') ? own.substr(1) : own;
        while (true) {
            std::size_t at = m_at;
            while (at < m_code.size() && isSpace(m_code[at])) {
                ++at;
            }
            if (at >= m_code.size() || m_code[at] != '+') {
                break;
            }
            ++at;
            while (at < m_code.size() && isSpace(m_code[at])) {
                ++at;
            }
            if (at >= m_code.size()) {
                break;
            }
            m_at = at;
            if (m_code[at] == '"' || m_code[at] == '\'' || m_code[at] == '`') {
                value += body(m_code[at]);
            } else {
                expression();
                value += "{x}";
            }
        }
        const bool path = value.find('/') != std::string::npos && value.size() > 1 && value.find_first_of("<>[ \n$?") == std::string::npos;
        if (!variable.empty() && path && value.size() < kLongestHeld) {
            m_variables[variable] = value;
        }
        report(start, std::move(value));
    }

    std::string body(char quote)
    {
        std::string value;
        for (++m_at; m_at < m_code.size() && m_code[m_at] != quote; ++m_at) {
            if (m_code[m_at] == '\\') {
                ++m_at;
                continue;
            }
            if (quote == '`' && m_code.substr(m_at).starts_with("${")) { // a template with a variable that is known
                const auto end = std::min(m_code.find('}', m_at), m_code.size());
                const std::string_view known = held(m_code.substr(m_at + 2, end - std::min(end, m_at + 2)));
                if (!known.empty()) {
                    value += known;
                    m_at = end;
                    continue;
                }
            }
            if (m_code[m_at] == '\n' && quote != '`') {
                return value; // not closed on its line: an apostrophe in prose
            }
            value += m_code[m_at];
        }
        m_at = std::min(m_at + 1, m_code.size());
        while (value.ends_with(' ')) { // what a rewritten URL tag left
            value.pop_back();
        }
        return value;
    }

    void expression()
    {
        int depth = 0;
        while (m_at < m_code.size()) {
            const char c = m_code[m_at];
            if (c == '(' || c == '[') {
                ++depth;
            } else if (c == ')' || c == ']') {
                if (depth-- == 0) {
                    return;
                }
            } else if (depth == 0 && (c == '+' || c == ',' || c == ';' || c == '\n' || c == '}')) {
                return;
            }
            ++m_at;
        }
    }

    void report(std::size_t start, std::string value)
    {
        const bool context = m_separated && m_argument <= 1 && takesUrl(m_name);
        const bool path = looksLikePath(value);
        const bool relative =
            context && !value.empty() && value.find_first_of(" \n<>(),|^;=") == std::string::npos &&
            (value.find('/') != std::string::npos || value.find('.') != std::string::npos || value.find('?') != std::string::npos);
        if (path || relative || (context && value.find('?') != std::string::npos)) {
            m_found({context ? m_name : std::string_view(), std::move(value), start});
        }
    }

    std::string_view m_code;
    const std::function<void(const ScriptUrl&)>& m_found;
    std::size_t m_at = 0;
    static constexpr std::size_t kLongestHeld = 200;

    std::string_view m_name;
    std::string_view m_lastWord;
    std::string_view m_assigned; ///< variable that the next literal is given to
    std::map<std::string_view, std::string> m_variables;
    bool m_separated = false;
    int m_argument = 0;
};

} // namespace

void findScriptUrls(std::string_view code, const std::function<void(const ScriptUrl&)>& found)
{
    ScriptScanner(code, found).run();
}

} // namespace naru::analyzers::web
