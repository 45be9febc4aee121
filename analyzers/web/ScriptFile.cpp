#include "analyzers/web/ScriptFile.h"

#include "analyzers/web/ScriptLinks.h"
#include "analyzers/web/ScriptScanner.h"
#include "core/base/ByteScan.h"

#include <algorithm>

namespace naru::analyzers::web {

namespace {

class ScriptReader {
public:
    explicit ScriptReader(std::string_view code) : m_code(code) {}

    ScriptFile run(std::vector<std::pair<ViewLink, std::size_t>> found)
    {
        findScriptLinks(m_code, [&](ViewLink link, std::size_t offset) { found.emplace_back(std::move(link), offset); });
        if (found.empty()) {
            return {};
        }
        m_script = scanScript(m_code);
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
        return m_script.name(at) ? m_script.text(at) : std::string_view();
    }

    /// name = function, name: function
    [[nodiscard]] std::uint32_t nameBefore(std::uint32_t at) const
    {
        if (at < 2 || at >= m_script.tokens.size()) {
            return kNowhere;
        }
        std::uint32_t sign = at - 1;
        if (word(sign) == "async") {
            sign = sign > 1 ? sign - 1 : 0;
        }
        const bool assigned = sign > 0 && (m_script.symbol(sign, "=") || m_script.symbol(sign, ":"));
        return assigned && m_script.name(sign - 1) ? sign - 1 : kNowhere;
    }

    /// The token with the name of the function whose body opens at a `{`; kNowhere for anything else.
    [[nodiscard]] std::uint32_t nameOf(std::uint32_t brace) const
    {
        if (brace == 0) {
            return kNowhere;
        }
        std::uint32_t before = brace - 1;
        const bool arrow = before > 0 && m_script.symbol(before, "=>");
        before = arrow ? before - 1 : before;
        if (!m_script.symbol(before, ")") || m_script.tokens[before].partner == kNowhere) {
            return arrow ? nameBefore(before) : kNowhere; // x => {
        }
        const std::uint32_t open = m_script.tokens[before].partner;
        if (arrow) {
            return nameBefore(open);
        }
        if (open == 0 || !m_script.name(open - 1)) {
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
        if (!keyword(at) || at + 3 >= m_script.tokens.size() || !m_script.name(at + 1) || !m_script.symbol(at + 2, "=") ||
            std::ranges::any_of(m_bodies, [&](const Body& body) { return body.last > m_script.tokens[at].offset; })) {
            return kNowhere;
        }
        bool text = false;
        std::uint32_t end = at + 3;
        for (; end < m_script.tokens.size() && !m_script.symbol(end, ";") && !m_script.symbol(end, ",") && !keyword(end); ++end) {
            if (word(end) == "export" || word(end) == "function" || word(end) == "import") {
                break;
            }
            if (m_script.symbol(end, "{") || m_script.symbol(end, "(") || m_script.symbol(end, "[")) {
                return kNowhere;
            }
            text = text || m_script.is(end, ScriptToken::Kind::String) || m_script.is(end, ScriptToken::Kind::Template);
        }
        return text ? end : kNowhere;
    }

    void functions()
    {
        std::vector<std::vector<std::uint64_t>> words(1);
        std::vector<bool> declares(m_script.tokens.size(), false);
        for (std::uint32_t i = 0; i < m_script.tokens.size(); ++i) {
            if (const std::uint32_t end = constantEnd(i); end != kNowhere) { // used where it is named
                declares[i + 1] = true;
                m_bodies.push_back({m_script.tokens[i + 2].offset, end < m_script.tokens.size() ? m_script.tokens[end].offset : m_code.size(), static_cast<std::uint32_t>(m_out.functions.size())});
                m_out.functions.push_back({std::string(word(i + 1)), {}});
                words.emplace_back();
                continue;
            }
            if (!m_script.symbol(i, "{") || m_script.tokens[i].partner == kNowhere) {
                continue;
            }
            if (const std::uint32_t name = nameOf(i); name != kNowhere) {
                declares[name] = true;
                const auto function = static_cast<std::uint32_t>(m_out.functions.size());
                m_out.functions.push_back({std::string(word(name)), {}});
                m_bodies.push_back({m_script.tokens[i].offset, m_script.tokens[m_script.tokens[i].partner].offset, function});
                words.emplace_back();
            }
        }
        std::vector<const Body*> inside;
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < m_script.tokens.size(); ++i) {
            const std::size_t offset = m_script.tokens[i].offset;
            while (!inside.empty() && inside.back()->last < offset) {
                inside.pop_back();
            }
            while (next < m_bodies.size() && m_bodies[next].first <= offset) {
                inside.push_back(&m_bodies[next++]);
            }
            if (m_script.name(i) && !declares[i]) {
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
    ScannedScript m_script;
    std::vector<Body> m_bodies;
    ScriptFile m_out;
};

} // namespace

ScriptFile readScript(std::string_view text, std::vector<std::pair<ViewLink, std::size_t>> asked)
{
    ScriptFile made = ScriptReader(text).run(std::move(asked));
    if (text.find("ransaction(") != std::string_view::npos || text.find("ransaction (") != std::string_view::npos) // a library of Nexacro or MiPlatform
        made.wrappers = readScriptCalls(text, [](std::size_t) { return 0U; }).wrappers;
    return made;
}

} // namespace naru::analyzers::web
