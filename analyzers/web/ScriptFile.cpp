#include "analyzers/web/ScriptFile.h"

#include "analyzers/web/ScriptLinks.h"
#include "core/base/ByteScan.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::web {

namespace {

constexpr std::uint32_t kNowhere = 0xffffffff;

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
constexpr auto kWordChars = [] {
    std::array<bool, 256> chars{};
    for (std::size_t c = 0; c < 128; ++c) {
        chars[c] = isLetter(static_cast<char>(c)) || (c >= '0' && c <= '9');
    }
    return chars;
}();
constexpr bool isWordChar(char c)
{
    return kWordChars[static_cast<unsigned char>(c)];
}

struct ScriptToken {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;         ///< of a word; 0 for a symbol
    std::uint32_t partner = kNowhere; ///< of a bracket: the token of the other one
    char symbol = 0;
};

/// Names and symbols of a script; what stands in strings, comments and regular expressions is left out.
class ScriptTokens {
public:
    explicit ScriptTokens(std::string_view code) : m_code(code) {}

    std::vector<ScriptToken> run()
    {
        while (m_at < m_code.size()) {
            const char c = m_code[m_at];
            if (isLetter(c)) {
                const std::size_t start = m_at;
                while (m_at < m_code.size() && isWordChar(m_code[m_at])) {
                    ++m_at;
                }
                m_tokens.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(m_at - start)});
            } else if (c == '"' || c == '\'' || c == '`') {
                string(c);
            } else if (c == '/') {
                slash();
            } else if (static_cast<unsigned char>(c) <= ' ' || (c >= '0' && c <= '9')) {
                ++m_at;
            } else {
                symbol(c);
                ++m_at;
            }
        }
        return std::move(m_tokens);
    }

private:
    void string(char quote)
    {
        for (++m_at; m_at < m_code.size() && m_code[m_at] != quote; ++m_at) {
            if (m_code[m_at] == '\\') {
                ++m_at;
            } else if (m_code[m_at] == '\n' && quote != '`') {
                return;
            }
        }
        ++m_at;
        m_tokens.push_back({static_cast<std::uint32_t>(m_at), 0, kNowhere, quote});
    }

    void slash()
    {
        const char next = m_at + 1 < m_code.size() ? m_code[m_at + 1] : '\0';
        if (next == '/' || next == '*') {
            const auto end = next == '/' ? m_code.find('\n', m_at) : m_code.find("*/", m_at + 2);
            m_at = end == std::string_view::npos ? m_code.size() : end + (next == '/' ? 0 : 2);
            return;
        }
        const ScriptToken* last = m_tokens.empty() ? nullptr : &m_tokens.back();
        const auto isWord = [&](std::string_view word) { return m_code.substr(last->offset, last->length) == word; };
        const bool value = last && (last->symbol == ')' || last->symbol == ']' || last->symbol == '"' || last->symbol == '\'' ||
                                    (last->length > 0 && !isWord("return") && !isWord("case")));
        if (value) {
            symbol('/');
            ++m_at;
            return;
        }
        bool inClass = false;
        for (++m_at; m_at < m_code.size() && m_code[m_at] != '\n'; ++m_at) {
            const char c = m_code[m_at];
            if (c == '\\') {
                ++m_at;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                ++m_at;
                return;
            }
        }
    }

    void symbol(char c)
    {
        const auto index = static_cast<std::uint32_t>(m_tokens.size());
        m_tokens.push_back({static_cast<std::uint32_t>(m_at), 0, kNowhere, c});
        if (c == '(' || c == '{') {
            m_open.push_back(index);
        } else if (c == ')' || c == '}') {
            const char wanted = c == ')' ? '(' : '{';
            if (!m_open.empty() && m_tokens[m_open.back()].symbol == wanted) {
                m_tokens[index].partner = m_open.back();
                m_tokens[m_open.back()].partner = index;
                m_open.pop_back();
            }
        }
    }

    std::string_view m_code;
    std::size_t m_at = 0;
    std::vector<ScriptToken> m_tokens;
    std::vector<std::uint32_t> m_open;
};

class ScriptReader {
public:
    explicit ScriptReader(std::string_view code) : m_code(code) {}

    ScriptFile run()
    {
        std::vector<std::pair<ViewLink, std::size_t>> found;
        findScriptLinks(m_code, [&](ViewLink link, std::size_t offset) { found.emplace_back(std::move(link), offset); });
        if (found.empty()) {
            return {};
        }
        m_tokens = ScriptTokens(m_code).run();
        m_out.functions.emplace_back();
        functions();
        std::uint32_t line = 1;
        std::size_t counted = 0;
        std::ranges::stable_sort(found, {}, &std::pair<ViewLink, std::size_t>::second);
        for (auto& [link, offset] : found) {
            line += static_cast<std::uint32_t>(core::countByte(m_code.substr(counted, offset - counted), '\n'));
            counted = offset;
            link.line = line;
            m_out.links.push_back({std::move(link), functionAt(offset)});
        }
        return std::move(m_out);
    }

private:
    struct Body {
        std::size_t first = 0;
        std::size_t last = 0;
        std::uint32_t function = 0;
    };

    /// Empty for a symbol.
    [[nodiscard]] std::string_view word(std::uint32_t at) const
    {
        const ScriptToken& token = m_tokens[at];
        return token.length > 0 ? m_code.substr(token.offset, token.length) : std::string_view();
    }

    /// name = function, name: function
    [[nodiscard]] std::uint32_t nameBefore(std::uint32_t at) const
    {
        if (at < 2 || at >= m_tokens.size()) {
            return kNowhere;
        }
        std::uint32_t sign = at - 1;
        if (word(sign) == "async") {
            sign = sign > 1 ? sign - 1 : 0;
        }
        const bool assigned = sign > 0 && (m_tokens[sign].symbol == '=' || m_tokens[sign].symbol == ':');
        return assigned && m_tokens[sign - 1].length > 0 ? sign - 1 : kNowhere;
    }

    /// The token with the name of the function whose body opens at a `{`; kNowhere for anything else.
    [[nodiscard]] std::uint32_t nameOf(std::uint32_t brace) const
    {
        if (brace == 0) {
            return kNowhere;
        }
        std::uint32_t before = brace - 1;
        const bool arrow = before > 1 && m_tokens[before].symbol == '>' && m_tokens[before - 1].symbol == '=';
        before = arrow ? before - 2 : before;
        if (m_tokens[before].symbol != ')' || m_tokens[before].partner == kNowhere) {
            return arrow ? nameBefore(before) : kNowhere; // x => {
        }
        const std::uint32_t open = m_tokens[before].partner;
        if (arrow) {
            return nameBefore(open);
        }
        if (open == 0 || m_tokens[open - 1].length == 0) {
            return kNowhere;
        }
        const std::string_view opener = word(open - 1);
        if (opener == "function") {
            return nameBefore(open - 1);
        }
        for (const std::string_view keyword : {"if", "for", "while", "switch", "catch", "with", "return"}) {
            if (opener == keyword) {
                return kNowhere;
            }
        }
        return open - 1; // function name() {, or a method
    }

    /// Where the value of a constant outside of functions ends, which is a text: const LIST = base + '/order/list'. kNowhere for anything else.
    [[nodiscard]] std::uint32_t constantEnd(std::uint32_t at) const
    {
        const auto keyword = [&](std::uint32_t i) { return word(i) == "const" || word(i) == "let" || word(i) == "var"; };
        if (!keyword(at) || at + 3 >= m_tokens.size() || m_tokens[at + 1].length == 0 || m_tokens[at + 2].symbol != '=' ||
            std::ranges::any_of(m_bodies, [&](const Body& body) { return body.last > m_tokens[at].offset; })) {
            return kNowhere;
        }
        bool text = false;
        std::uint32_t end = at + 3;
        for (; end < m_tokens.size() && m_tokens[end].symbol != ';' && m_tokens[end].symbol != ',' && !keyword(end); ++end) {
            if (word(end) == "export" || word(end) == "function" || word(end) == "import") {
                break;
            }
            const char symbol = m_tokens[end].symbol;
            if (symbol == '{' || symbol == '(' || symbol == '[') {
                return kNowhere;
            }
            text = text || symbol == '"' || symbol == '\'' || symbol == '`';
        }
        return text ? end : kNowhere;
    }

    void functions()
    {
        std::vector<std::vector<std::uint64_t>> words(1);
        std::vector<bool> declares(m_tokens.size(), false);
        for (std::uint32_t i = 0; i < m_tokens.size(); ++i) {
            if (const std::uint32_t end = constantEnd(i); end != kNowhere) { // used where it is named
                declares[i + 1] = true;
                m_bodies.push_back({m_tokens[i + 2].offset, end < m_tokens.size() ? m_tokens[end].offset : m_code.size(), static_cast<std::uint32_t>(m_out.functions.size())});
                m_out.functions.push_back({std::string(word(i + 1)), {}});
                words.emplace_back();
                continue;
            }
            if (m_tokens[i].symbol != '{' || m_tokens[i].partner == kNowhere) {
                continue;
            }
            if (const std::uint32_t name = nameOf(i); name != kNowhere) {
                declares[name] = true;
                const auto function = static_cast<std::uint32_t>(m_out.functions.size());
                m_out.functions.push_back({std::string(word(name)), {}});
                m_bodies.push_back({m_tokens[i].offset, m_tokens[m_tokens[i].partner].offset, function});
                words.emplace_back();
            }
        }
        std::vector<const Body*> inside;
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < m_tokens.size(); ++i) {
            const std::size_t offset = m_tokens[i].offset;
            while (!inside.empty() && inside.back()->last < offset) {
                inside.pop_back();
            }
            while (next < m_bodies.size() && m_bodies[next].first <= offset) {
                inside.push_back(&m_bodies[next++]);
            }
            if (m_tokens[i].length > 0 && !declares[i]) {
                words[inside.empty() ? 0 : inside.back()->function].push_back(wordHash(word(i)));
            }
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::ranges::sort(words[i]);
            words[i].erase(std::ranges::unique(words[i]).begin(), words[i].end());
            m_out.functions[i].words = std::move(words[i]);
        }
    }

    [[nodiscard]] std::uint32_t functionAt(std::size_t offset) const
    {
        std::uint32_t found = 0;
        for (const Body& body : m_bodies) { // by their beginning: the last that fits is the innermost
            if (body.first > offset) {
                break;
            }
            found = offset <= body.last ? body.function : found;
        }
        return found;
    }

    std::string_view m_code;
    std::vector<ScriptToken> m_tokens;
    std::vector<Body> m_bodies;
    ScriptFile m_out;
};

} // namespace

ScriptFile readScript(std::string_view text)
{
    ScriptFile made = ScriptReader(text).run();
    if (text.find("ransaction(") != std::string_view::npos || text.find("ransaction (") != std::string_view::npos) // a library of Nexacro or MiPlatform
        made.wrappers = readScriptCalls(text, [](std::size_t) { return 0U; }).wrappers;
    return made;
}

} // namespace naru::analyzers::web
