#include "analyzers/web/ScriptRequests.h"

#include "analyzers/web/Letters.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::web {

namespace {

constexpr std::size_t kFarthest = 600; ///< how far the options of a request are looked through, in each direction
constexpr std::size_t kLongestSent = 200; ///< of what is sent

class SentValues {
public:
    explicit SentValues(std::string_view code) : m_code(code) {}

    [[nodiscard]] bool quoteAt(std::size_t at) const { return at < m_code.size() && (m_code[at] == '"' || m_code[at] == '\''); }

    /// A text in quotes at an offset that reads like a query: "cmd=list&no=".
    [[nodiscard]] std::string text(std::size_t at) const
    {
        const std::size_t end = m_code.find(m_code[at], at + 1);
        const std::string_view text = m_code.substr(at + 1, end == std::string_view::npos ? 0 : end - at - 1);
        const std::size_t name = text.find('=');
        const bool query = name != std::string_view::npos && name > 0 && std::ranges::all_of(text.substr(0, name), isScriptWordChar) &&
                           text.find_first_of(" \n<>,;()") == std::string_view::npos;
        return query ? "?" + std::string(text) : std::string();
    }

    /// The members of the object that opens at an offset: {cmd: "list", no: no}. Nothing for the options of a request: {method: "POST"}.
    [[nodiscard]] std::string object(std::size_t at) const
    {
        std::string query;
        bool any = false; // constant
        const std::size_t last = std::min(m_code.size(), at + kFarthest);
        for (at = pastBlanks(m_code, at + 1); at < last && m_code[at] != '}';) {
            const bool quoted = quoteAt(at);
            const std::size_t first = quoted ? at + 1 : at;
            std::size_t end = first;
            while (end < last && isScriptWordChar(m_code[end])) {
                ++end;
            }
            const std::string_view name = m_code.substr(first, end - first);
            at = pastBlanks(m_code, end + (quoted ? 1 : 0));
            if (name.empty() || at >= last || m_code[at] != ':') {
                break; // a spread, a comment: what was read counts
            }
            at = pastBlanks(m_code, at + 1);
            const std::size_t behind = endOfValue(at, last);
            const std::string value = constant(at, behind);
            if (core::isOneOf(value, {"GET", "POST", "PUT", "DELETE"})) {
                return {};
            }
            any = any || value != "{}";
            if (query.size() < kLongestSent) {
                query.append(query.empty() ? "?" : "&").append(name).append("=").append(value);
            }
            at = behind < last && m_code[behind] == ',' ? pastBlanks(m_code, behind + 1) : behind;
        }
        return any ? query : std::string();
    }

    /// The value of `data` among the options in which an address stands, or that stand behind it.
    [[nodiscard]] std::string data(std::size_t start, std::size_t end) const
    {
        if (const std::string found = dataBetween(end, std::min(m_code.size(), end + kFarthest)); !found.empty()) {
            return found;
        }
        std::size_t open = start;
        for (int depth = 0; open > 0 && start - open < kFarthest; --open) { // the brace of the options
            const char c = m_code[open - 1];
            depth += c == '}' ? 1 : 0;
            if (c == '{' && depth-- == 0) {
                return dataBetween(open, start);
            }
            if (c == ';' && depth == 0) {
                break;
            }
        }
        return {};
    }

private:
    /// Outside of texts and of deeper brackets: the first place at which `stop` holds or the bracket around all closes; else `last`.
    template <typename Stop> [[nodiscard]] std::size_t outermost(std::size_t at, std::size_t last, Stop stop) const
    {
        for (int depth = 0; at < last; ++at) {
            const char c = m_code[at];
            if (c == '"' || c == '\'') {
                at = std::min(m_code.find(c, at + 1), last);
            } else if (c == '{' || c == '(' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ')' || c == ']') {
                if (depth-- == 0) {
                    return at;
                }
            } else if (depth == 0 && stop(at)) {
                return at;
            }
        }
        return last;
    }

    /// Behind a value of an object: at its comma or the brace that closes the object.
    [[nodiscard]] std::size_t endOfValue(std::size_t at, std::size_t last) const
    {
        return outermost(at, last, [&](std::size_t here) { return m_code[here] == ','; });
    }

    /// A plain text in quotes; `{}` for any other value.
    [[nodiscard]] std::string constant(std::size_t at, std::size_t end) const
    {
        while (end > at && isBlank(m_code[end - 1])) {
            --end;
        }
        const bool plain = end > at + 1 && quoteAt(at) && m_code[end - 1] == m_code[at] &&
                           std::ranges::all_of(m_code.substr(at + 1, end - at - 2), [](char c) { return isScriptWordChar(c) || c == '.' || c == '-'; });
        return plain ? std::string(m_code.substr(at + 1, end - at - 2)) : "{}";
    }

    /// From within the options of a request: the value of `data` among those of them that stand before `last`.
    [[nodiscard]] std::string dataBetween(std::size_t at, std::size_t last) const
    {
        const auto named = [&](std::size_t here) {
            return m_code.substr(here).starts_with("data") && (here == 0 || !isScriptWordChar(m_code[here - 1]));
        };
        for (;; ++at) {
            at = outermost(at, last, [&](std::size_t here) { return m_code[here] == ';' || named(here); });
            if (at >= last || !named(at)) {
                return {};
            }
            const std::size_t colon = pastBlanks(m_code, at + 4);
            const std::size_t value = pastBlanks(m_code, colon + 1);
            if (colon < last && m_code[colon] == ':') {
                return quoteAt(value) ? text(value) : (value < m_code.size() && m_code[value] == '{' ? object(value) : std::string());
            }
        }
    }

    std::string_view m_code;
};

} // namespace

std::string sentBeside(std::string_view code, std::size_t start, std::size_t end, std::string_view use)
{
    const SentValues sent(code);
    const std::size_t at = pastBlanks(code, end);
    if (at >= code.size() || use == "transaction") { // that of Nexacro has names of data sets behind
        return {};
    }
    const std::size_t next = code[at] == ',' ? pastBlanks(code, at + 1) : code.size();
    if (use != "url" && sent.quoteAt(next)) {
        return sent.text(next);
    }
    const bool options = core::isOneOf(use, {"url", "ajax", "fetch", "axios"});
    if (next < code.size() && code[next] == '{' && !options) {
        return sent.object(next);
    }
    return options ? sent.data(start, use == "url" ? end : std::min(next + 1, code.size())) : std::string();
}

std::vector<std::string_view> namedStatements(std::string_view text)
{
    constexpr std::size_t kLongestName = 120;
    std::vector<std::string_view> found;
    if (text.find('=') == std::string_view::npos || text.find_first_of("/<?;()") != std::string_view::npos)
        return found; // an address, markup, a condition
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find_first_of(" \t\r\n&,"));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        const std::size_t equals = part.find('=');
        if (equals == 0 || equals == std::string_view::npos || !std::ranges::all_of(part.substr(0, equals), isWordChar))
            continue;
        const std::string_view name = part.substr(equals + 1);
        const std::size_t dot = name.find('.');
        const bool letters = !name.empty() && (name.front() == '_' || (name.front() >= 'A' && name.front() <= 'Z') || (name.front() >= 'a' && name.front() <= 'z'));
        if (letters && dot != std::string_view::npos && name.back() != '.' && name.size() <= kLongestName &&
            std::ranges::all_of(name, [](char c) { return isWordChar(c) || c == '.' || c == '-'; }))
            found.push_back(name);
    }
    return found;
}

bool namesTransaction(std::string_view text)
{
    constexpr std::size_t kLongestName = 120;
    constexpr std::size_t kShortestPart = 3;
    const std::size_t at = text.find('@') + 1; // npos + 1 is 0
    const std::string_view component = text.substr(0, at);
    const std::string_view name = text.substr(at);
    const std::size_t method = name.find('_');
    if (text.size() > kLongestName || name.empty() || name.front() < 'A' || name.front() > 'Z' || method == std::string_view::npos ||
        method < kShortestPart || name.size() < method + 1 + kShortestPart || name[method + 1] < 'a' || name[method + 1] > 'z') {
        return false;
    }
    return std::ranges::all_of(name, isWordChar) &&
           std::ranges::all_of(component.substr(0, component.size() - (at == 0 ? 0 : 1)), [](char c) { return isWordChar(c) || c == '.'; });
}

} // namespace naru::analyzers::web
