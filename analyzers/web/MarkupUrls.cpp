#include "analyzers/web/MarkupUrls.h"

#include "analyzers/web/PageText.h"
#include "core/base/ByteScan.h"

#include <algorithm>
#include <array>
#include <string>

namespace naru::analyzers::web {

namespace {

struct UrlName {
    std::string_view name;
    LinkKind kind;
};

constexpr auto kNames = std::to_array<UrlName>({{"href", LinkKind::Link},
                                                {"location", LinkKind::Link},
                                                {"action", LinkKind::Form},
                                                {"replace", LinkKind::Link},
                                                {"open", LinkKind::Link},
                                                {"src", LinkKind::Link}});

/// The texts of each statement put together.
class StatementTexts {
public:
    explicit StatementTexts(std::string_view code) : m_code(code) {}

    /// False at the end.
    bool next()
    {
        text.clear();
        bool between = false; // something stands behind the last text
        for (; m_at < m_code.size(); ++m_at) {
            const char c = m_code[m_at];
            if (c == ';' && !text.empty()) {
                return true;
            }
            if (c == '"') {
                add(between);
                between = false;
            } else if (c == '\'') {
                m_at = std::min(m_at + (m_code.substr(m_at).starts_with("'\\") ? 3 : 2), m_code.size());
                between = true;
            } else if (const std::string_view two = m_code.substr(m_at, 2); two == "//" || two == "/*") {
                const std::size_t end = two == "//" ? m_code.find('\n', m_at) : core::findText(m_code, "*/", m_at + 2);
                m_at = std::min(end, m_code.size());
            } else if (c != '+' && c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                between = true;
            }
        }
        return !text.empty();
    }

    std::string text;
    std::size_t offset = 0; ///< of the first text

private:
    /// A literal, from its first quote to its last.
    void add(bool between)
    {
        if (text.empty()) {
            offset = m_at;
        } else if (between) {
            text += "{x}";
        }
        for (++m_at; m_at < m_code.size() && m_code[m_at] != '"' && m_code[m_at] != '\n'; ++m_at) {
            if (m_code[m_at] == '\\' && m_at + 1 < m_code.size()) {
                ++m_at;
                text += m_code[m_at] == 'n' || m_code[m_at] == 't' ? ' ' : m_code[m_at];
            } else {
                text += m_code[m_at];
            }
        }
    }

    std::string_view m_code;
    std::size_t m_at = 0;
};

/// What stands in quotes behind `name=` or `name(`; empty when nothing does.
std::string_view quotedBehind(std::string_view text, std::size_t at)
{
    const auto pass = [&] {
        while (at < text.size() && text[at] == ' ') {
            ++at;
        }
    };
    pass();
    if (at >= text.size() || (text[at] != '=' && text[at] != '(')) {
        return {};
    }
    ++at;
    pass();
    if (at >= text.size() || (text[at] != '\'' && text[at] != '"')) {
        return {};
    }
    const std::size_t end = text.find(text[at], at + 1);
    return end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - at - 1);
}

} // namespace

void findMarkupUrls(std::string_view code, const std::function<void(LinkKind kind, std::string_view url, std::size_t offset)>& found)
{
    if (std::ranges::none_of(kNames, [&](const UrlName& one) { return core::findText(code, one.name) != std::string_view::npos; })) {
        return;
    }
    StatementTexts statements(code);
    while (statements.next()) {
        const std::string_view text = statements.text;
        for (const UrlName& one : kNames) {
            for (std::size_t at = text.find(one.name); at != std::string_view::npos; at = text.find(one.name, at + 1)) {
                const bool whole = at == 0 || !isWordChar(text[at - 1]);
                if (const std::string_view url = whole ? quotedBehind(text, at + one.name.size()) : std::string_view(); !url.empty()) {
                    found(one.kind, url, statements.offset);
                }
            }
        }
    }
}

} // namespace naru::analyzers::web
