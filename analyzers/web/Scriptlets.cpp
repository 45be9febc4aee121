#include "analyzers/web/Scriptlets.h"

#include "analyzers/web/MarkupUrls.h"
#include "analyzers/web/PageText.h"
#include "analyzers/web/ScriptUrls.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::web {

namespace {

void typeName(std::string_view chain, std::size_t offset, PageWriter& page)
{
    std::size_t start = 0;
    while (start < chain.size()) {
        const std::size_t dot = std::min(chain.find('.', start), chain.size());
        if (chain[start] >= 'A' && chain[start] <= 'Z') {
            page.scriptletType(chain.substr(0, dot), offset);
            return;
        }
        start = dot + 1;
    }
}

/// Whether a text is the whole address of a page: list.jsp, {x}/board/list.do?no={x}
bool namesPage(std::string_view url)
{
    const std::string_view path = url.substr(0, url.find('?'));
    const std::size_t dot = path.rfind('.');
    return dot != std::string_view::npos && dot > 0 && path.find(' ') == std::string_view::npos &&
           core::isOneOf(path.substr(dot), {".jsp", ".do", ".action", ".jspx", ".html", ".htm"});
}

/// Calls that compare texts or write them down: what they are given is no link.
bool looksAtText(std::string_view call)
{
    return comparesText(call) || core::isOneOf(call, {"debug", "error", "info", "log", "warn"});
}

/// Whether the text that begins at an offset is only compared: "list.jsp".equals(url), case "list.jsp":
bool onlyCompared(std::string_view code, std::size_t offset)
{
    const std::size_t end = offset < code.size() ? code.find(code[offset], offset + 1) : std::string_view::npos;
    const std::string_view behind = end == std::string_view::npos ? std::string_view() : code.substr(end + 1);
    if (behind.starts_with('.')) {
        const std::size_t open = behind.find('(');
        return open != std::string_view::npos && comparesText(behind.substr(1, open - 1));
    }
    const std::string_view before = code.substr(0, code.find_last_not_of(" \t", offset == 0 ? 0 : offset - 1) + 1); // npos + 1 is 0
    return before.ends_with("case") && (before.size() == 4 || !isWordChar(before[before.size() - 5]));
}

/// Capitalised names, with the package before them where it is written.
void types(std::string_view code, std::size_t offset, PageWriter& page)
{
    std::size_t i = 0;
    while (i < code.size()) {
        const char c = code[i];
        if (c == '"' || c == '\'') {
            for (++i; i < code.size() && code[i] != c; ++i) {
                i += code[i] == '\\' ? 1 : 0;
            }
            ++i;
        } else if (isLetter(c)) {
            const std::size_t start = i;
            while (i < code.size() && (isWordChar(code[i]) || (code[i] == '.' && i + 1 < code.size() && isLetter(code[i + 1])))) {
                ++i;
            }
            const std::string_view chain = code.substr(start, i - start);
            typeName(chain, offset + start, page);
            if (i < code.size() && code[i] == '(') {
                page.facts().calls.emplace(chain.substr(chain.rfind('.') + 1)); // npos + 1 is 0
            }
        } else {
            ++i;
        }
    }
}

/// The names of an import list; between them stand commas, semicolons and white space.
void imports(std::string_view list, PageWriter& page)
{
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.find(';'));
        std::string_view one = list.substr(0, comma);
        while (!one.empty() && !isWordChar(one.front())) {
            one.remove_prefix(1);
        }
        while (!one.empty() && !isWordChar(one.back()) && one.back() != '*') {
            one.remove_suffix(1);
        }
        if (!one.empty()) {
            page.facts().imports.emplace_back(one);
        }
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
}

} // namespace

void readDirective(const Piece& directive, PageWriter& page)
{
    if (directive.name == "include") {
        page.link(LinkKind::Include, directive["file"], directive.offset);
    } else if (directive.name == "page") {
        imports(directive["import"], page);
    } else if (directive.name == "taglib") {
        page.library(directive["prefix"], directive["uri"].empty() ? directive["tagdir"] : directive["uri"]);
    }
}

void readScriptlet(const Piece& scriptlet, PageWriter& page)
{
    types(scriptlet.body, scriptlet.offset, page);
    findScriptUrls(scriptlet.body, [&](const ScriptUrl& found) {
        const bool shown = found.use == "sendRedirect" || found.use == "getRequestDispatcher" || found.use == "include" || found.use == "forward";
        if (shown || (found.use != kStatementUse && namesPage(found.url) && !looksAtText(found.before) && !onlyCompared(scriptlet.body, found.offset))) {
            page.link(LinkKind::Link, found.url, scriptlet.offset + found.offset);
        }
    });
    findMarkupUrls(scriptlet.body, [&](LinkKind kind, std::string_view url, std::size_t at) {
        if (namesPage(url)) {
            page.link(kind, url, scriptlet.offset + at);
        }
    });
}

void readScriptletsIn(std::string_view value, PageWriter& page)
{
    const std::size_t offset = page.offsetOf(value);
    for (std::size_t at = value.find("<%"); at != std::string_view::npos; at = value.find("<%", at + 2)) {
        const auto end = std::min(value.find("%>", at), value.size());
        types(value.substr(at + 2, end - at - 2), offset + at, page);
    }
}

bool comparesText(std::string_view method)
{
    return core::isOneOf(method, {"contains", "endsWith", "equals", "equalsIgnoreCase", "indexOf", "lastIndexOf", "matches", "startsWith"});
}

} // namespace naru::analyzers::web
