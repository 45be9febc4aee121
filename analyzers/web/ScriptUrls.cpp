#include "analyzers/web/ScriptUrls.h"

#include "analyzers/web/Letters.h"
#include "analyzers/web/ScriptRequests.h"
#include "core/base/ByteScan.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace naru::analyzers::web {

namespace {

/// What a character of a script begins.
enum class Begins : std::uint8_t { Nothing, Word, Literal, Slash, Mark };

constexpr auto kBegins = [] {
    std::array<Begins, 256> begins{};
    for (std::size_t c = 0; c < begins.size(); ++c) {
        begins[c] = isScriptWordChar(static_cast<char>(c)) ? Begins::Word : Begins::Nothing;
    }
    for (const char c : {'"', '\'', '`'}) {
        begins[static_cast<std::size_t>(c)] = Begins::Literal;
    }
    begins['/'] = Begins::Slash;
    for (const char c : {';', '{', '}', ')', ',', '=', ':', '('}) {
        begins[static_cast<std::size_t>(c)] = Begins::Mark;
    }
    return begins;
}();

constexpr Begins beginsAt(char c)
{
    return kBegins[static_cast<unsigned char>(c)];
}
constexpr auto kUrlNames = std::to_array<std::string_view>(
    {"$http", "action", "ajax", "assign", "axios",   "fetch",        "fn_submit",       "get", "getJSON", "href",        "load", "location",
     "open",  "patch",  "post", "put",    "replace", "sendRedirect", "showModalDialog", "src", "submit",  "templateUrl", "transaction", "url"});

/// By first letter: which lengths these names have, a bit each.
constexpr auto kUrlNameLengths = [] {
    std::array<std::uint32_t, 128> lengths{};
    for (const std::string_view name : kUrlNames) {
        lengths[static_cast<std::size_t>(name[0])] |= 1U << name.size();
    }
    return lengths;
}();

/// Names before a literal that take a URL.
bool takesUrl(std::string_view name)
{
    constexpr std::size_t kLongest = 31;
    if (name.empty() || name.size() > kLongest || static_cast<unsigned char>(name[0]) >= kUrlNameLengths.size() ||
        (kUrlNameLengths[static_cast<unsigned char>(name[0])] >> name.size() & 1U) == 0) {
        return false;
    }
    return std::ranges::find(kUrlNames, name) != kUrlNames.end();
}

/// Characters by which a text is told not to be a path.
constexpr auto kNoPath = [] {
    std::array<bool, 256> none{};
    for (const char c : {' ', '\n', '<', '>', '(', ')', ',', '|', '^', '\\'}) {
        none[static_cast<unsigned char>(c)] = true;
    }
    return none;
}();

bool looksLikePath(std::string_view text)
{
    const std::string_view path = text.substr(0, text.find_first_of("?&")); // "list.jsp&no=1": what is handed on as a parameter
    if (path.size() < 3 || std::ranges::any_of(path, [](char c) { return kNoPath[static_cast<unsigned char>(c)]; })) {
        return false;
    }
    static constexpr auto kSuffixes =
        std::to_array<std::string_view>({".action", ".ajax", ".dev", ".do", ".faces", ".gau", ".jsf", ".json", ".jsp", ".jspx", ".mi", ".xhtml"});
    if (std::ranges::any_of(kSuffixes, [&](std::string_view suffix) { return path.ends_with(suffix) && path.size() > suffix.size(); })) {
        return true;
    }
    if (path.front() == '/' && path.find("/servlet/") != std::string_view::npos && path.back() != '/') { // the class that a server runs: /servlet/a.b.C
        return true;
    }
    return path.front() == '/' && path[1] != '/' && isScriptWordChar(path[1]) && path.find('.') == std::string_view::npos;
}

class ScriptScanner {
public:
    ScriptScanner(std::string_view code, const std::function<void(const ScriptUrl&)>& found, bool services)
        : m_code(code),
          m_found(found),
          m_services(services)
    {
    }

    void run()
    {
        while (m_at < m_code.size()) {
            const char c = m_code[m_at];
            switch (beginsAt(c)) {
            case Begins::Nothing:
                ++m_at;
                break;
            case Begins::Word: {
                const std::size_t start = m_at;
                while (m_at < m_code.size() && isScriptWordChar(m_code[m_at])) {
                    ++m_at;
                }
                m_lastWord = m_code.substr(start, m_at - start);
                word(m_lastWord);
                break;
            }
            case Begins::Literal:
                literal(c);
                break;
            case Begins::Slash:
                slash();
                break;
            case Begins::Mark:
                mark(c);
                ++m_at;
                break;
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

    /// A comment, or a slash of its own.
    void slash()
    {
        const char next = m_at + 1 < m_code.size() ? m_code[m_at + 1] : '\0';
        if (next == '/') {
            m_at = std::min(m_code.find('\n', m_at), m_code.size());
        } else if (next == '*') {
            const auto end = core::findText(m_code, "*/", m_at + 2);
            m_at = end == std::string_view::npos ? m_code.size() : end + 2;
        } else {
            ++m_at;
        }
    }

    /// What may stand between a name and the literal it takes: `=`, `:`, `(`, `.` and a first argument.
    void mark(char c)
    {
        if (c == ')' && emptyCallAdded()) { // sendRedirect(request.getContextPath() + "/list.jsp")
            return;
        }
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

    /// At the end of a call without arguments to which something is added.
    [[nodiscard]] bool emptyCallAdded() const
    {
        const std::size_t behind = pastBlanks(m_code, m_at + 1);
        return m_at > 0 && m_code[m_at - 1] == '(' && behind < m_code.size() && m_code[behind] == '+';
    }

    /// True when only blanks and, once, `between` stand between a word and an offset.
    [[nodiscard]] bool directlyBefore(std::string_view word, std::size_t offset, std::string_view between) const
    {
        if (word.empty()) {
            return false;
        }
        auto at = static_cast<std::size_t>(word.data() - m_code.data()) + word.size();
        while (at < offset && isBlank(m_code[at])) {
            ++at;
        }
        if (!m_code.substr(at).starts_with(between)) {
            return false;
        }
        at += between.size();
        while (at < offset && isBlank(m_code[at])) {
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

    /// A literal that stands for itself: nothing is escaped in it, and nothing is put together with it. False: it is another one.
    bool plainLiteral(char quote)
    {
        std::size_t end = m_at + 1;
        while (end < m_code.size() && isPlain(m_code[end], quote)) {
            ++end;
        }
        if (end >= m_code.size() || m_code[end] != quote) {
            return false;
        }
        const std::size_t behind = pastBlanks(m_code, end + 1);
        if (behind < m_code.size() && m_code[behind] == '+') {
            return false;
        }
        const std::size_t start = m_at;
        m_at = end + 1;
        report(start, withoutBlanks(m_code.substr(start + 1, end - start - 1)));
        return true;
    }

    /// Without the blanks at the end that a rewritten URL tag left.
    static std::string_view withoutBlanks(std::string_view value) { return value.substr(0, value.find_last_not_of(' ') + 1); }

    /// One literal and what is added to it with +.
    void literal(char quote)
    {
        const std::size_t start = m_at;
        const bool added = directlyBefore(m_lastWord, start, "+");
        if (!added && m_assigned.empty() && plainLiteral(quote)) {
            return;
        }
        std::string value = added ? std::string(held(m_lastWord)) : std::string();
        std::string_view variable = std::exchange(m_assigned, {});
        variable = added && variable == m_lastWord ? std::string_view() : variable; // x = x + "/context": only at times
        const std::string own = body(quote);
        value += value.ends_with('/') && own.starts_with('/') ? own.substr(1) : own;
        while (true) {
            std::size_t at = pastBlanks(m_code, m_at);
            if (at >= m_code.size() || m_code[at] != '+') {
                break;
            }
            at = pastBlanks(m_code, at + 1);
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
        const auto path = [&] { return value.find('/') != std::string::npos && value.find_first_of("<>[ \n$?") == std::string::npos; };
        if (!variable.empty() && value.size() > 1 && value.size() < kLongestHeld && path()) {
            m_variables[variable] = value;
        }
        report(start, value);
    }

    /// Of a literal: stands for itself.
    static constexpr bool isPlain(char c, char quote) { return c != quote && c != '\\' && c != '\n' && c != '$'; }

    std::string body(char quote)
    {
        std::string value;
        for (++m_at; m_at < m_code.size() && m_code[m_at] != quote; ++m_at) {
            const std::size_t plain = m_at;
            while (m_at < m_code.size() && isPlain(m_code[m_at], quote)) {
                ++m_at;
            }
            value += m_code.substr(plain, m_at - plain);
            if (m_at >= m_code.size() || m_code[m_at] == quote) {
                break;
            }
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
        value.resize(withoutBlanks(value).size());
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

    void report(std::size_t start, std::string_view value)
    {
        const std::size_t query = value.find('?');
        if (query != std::string_view::npos && query > 0 && value[query - 1] == ' ') { // a rewritten URL tag before it
            const std::string closed = std::string(withoutBlanks(value.substr(0, query))) + std::string(value.substr(query));
            report(start, closed);
            return;
        }
        if (namesTransaction(value)) {
            m_found({{}, std::string(value), start});
            return;
        }
        for (const std::string_view statement : namedStatements(value)) {
            m_found({kStatementUse, std::string(statement), start});
        }
        const bool context = m_separated && m_argument <= 1 && takesUrl(m_name);
        const bool path = looksLikePath(value) || (m_services && !servicePrefix(value).empty());
        const bool relative =
            context && !value.empty() && value.find_first_of(" \n<>(),|^;=") == std::string_view::npos &&
            (value.find('/') != std::string_view::npos || value.find('.') != std::string_view::npos || value.find('?') != std::string_view::npos);
        if (path || relative || (context && value.find('?') != std::string_view::npos)) {
            std::string whole(value);
            if (query == std::string_view::npos) {
                whole += sentBeside(m_code, start, m_at, context ? m_name : std::string_view());
            }
            m_found({context ? m_name : std::string_view(), std::move(whole), start, m_separated ? m_name : std::string_view()});
        }
    }

    std::string_view m_code;
    const std::function<void(const ScriptUrl&)>& m_found;
    const bool m_services;
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

std::string_view servicePrefix(std::string_view address)
{
    const std::size_t end = address.find("::");
    const std::string_view prefix = address.substr(0, end);
    const bool name = end != std::string_view::npos && !prefix.empty() && std::ranges::all_of(prefix, isScriptWordChar) && address.size() > end + 2;
    return name && address.find_first_of(" \t\n<>(),|^;", end) == std::string_view::npos ? prefix : std::string_view();
}

void findScriptUrls(std::string_view code, const std::function<void(const ScriptUrl&)>& found, bool services)
{
    ScriptScanner(code, found, services).run();
}

} // namespace naru::analyzers::web
