#include "analyzers/web/ViewReader.h"

#include "analyzers/web/ElExpressions.h"
#include "analyzers/web/InlineUrls.h"
#include "analyzers/web/ScriptUrls.h"
#include "analyzers/web/TagScanner.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace naru::analyzers::web {

using core::ViewKind;

namespace {

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
constexpr bool isWordChar(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9');
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return result;
}

std::string upper(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return result;
}

bool staticFile(std::string_view url)
{
    static constexpr auto kSuffixes = std::to_array<std::string_view>(
        {".bmp", ".css", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".map", ".png", ".svg", ".swf", ".ttf", ".woff", ".woff2"});
    const std::string path = lower(url);
    return std::ranges::any_of(kSuffixes, [&](std::string_view suffix) { return path.ends_with(suffix); });
}

class ViewReader {
public:
    ViewReader(std::string_view text, ViewKind kind)
    {
        m_facts.kind = kind;
        if (kind == ViewKind::Jsp || kind == ViewKind::Html) {
            m_rewritten = inlineUrls(text);
            m_text = m_rewritten;
        } else {
            m_text = text;
        }
        for (std::size_t at = m_text.find('\n'); at != std::string_view::npos; at = m_text.find('\n', at + 1)) {
            m_lineStarts.push_back(at + 1);
        }
    }

    ViewFacts run()
    {
        TagScanner scanner(m_text);
        for (Piece piece = scanner.next(); piece.kind != Piece::Kind::End; piece = scanner.next()) {
            switch (piece.kind) {
            case Piece::Kind::Text:
                text(piece);
                break;
            case Piece::Kind::Tag:
                tag(piece);
                break;
            case Piece::Kind::EndTag:
                endTag(piece);
                break;
            case Piece::Kind::Directive:
                directive(piece);
                break;
            case Piece::Kind::Scriptlet:
                scriptlet(piece);
                break;
            case Piece::Kind::End:
                break;
            }
        }
        std::ranges::sort(m_facts.fields);
        m_facts.fields.erase(std::ranges::unique(m_facts.fields).begin(), m_facts.fields.end());
        return std::move(m_facts);
    }

private:
    std::uint32_t line(std::size_t offset)
    {
        return static_cast<std::uint32_t>(std::ranges::upper_bound(m_lineStarts, offset) - m_lineStarts.begin());
    }

    void link(LinkKind kind, std::string_view raw, std::size_t offset, std::string method = {})
    {
        std::string url = cleanUrl(raw);
        if (!url.empty() && !staticFile(url)) {
            m_facts.links.push_back({kind, std::move(url), std::move(method), line(offset)});
        }
    }

    void text(const Piece& piece)
    {
        el(piece.body, piece.offset);
        if (m_inScript || piece.name == "cdata" || m_facts.kind == ViewKind::Nexacro) {
            script(piece.body, piece.offset);
        } else if (m_inTitle) {
            m_facts.title += piece.body;
        }
    }

    void script(std::string_view code, std::size_t offset)
    {
        findScriptUrls(code, [&](const ScriptUrl& found) {
            const bool ajax = found.use == "url" || found.use == "ajax" || found.use == "get" || found.use == "post" ||
                              found.use == "getJSON" || found.use == "load" || found.use == "fetch" || found.use == "transaction";
            const LinkKind kind =
                ajax ? LinkKind::Ajax : (found.use == "action" || found.use == "submit" ? LinkKind::Form : LinkKind::Link);
            link(kind, found.url, offset + found.offset, found.use == "post" ? "POST" : (found.use == "getJSON" ? "GET" : ""));
        });
    }

    void tag(const Piece& piece)
    {
        const std::string name = lower(piece.name);
        const auto colon = name.rfind(':');
        const std::string local = colon == std::string::npos ? name : name.substr(colon + 1);
        m_inScript = name == "script" || (m_inScript && name != "script");
        if (name == "title") {
            m_inTitle = m_facts.title.empty();
        }
        for (const TagAttribute& attribute : piece.attributes) {
            attributeUse(piece, attribute);
        }
        forms(piece, name, local);
        links(piece, name, local);
        includes(piece, name, local);
        if (name == "jsp:usebean") {
            const std::string_view type = piece["class"].empty() ? piece["type"] : piece["class"];
            m_facts.beans.push_back({std::string(piece["id"]), std::string(type), line(piece.offset)});
        }
        field(piece, local);
    }

    void field(const Piece& piece, const std::string& local)
    {
        if (local == "input" || local == "select" || local == "textarea" || local == "text" || local == "hidden" || local == "password" ||
            local == "checkbox" || local == "radio") {
            const std::string_view name = piece["name"].empty() ? piece["path"] : piece["name"];
            if (!name.empty() && std::ranges::all_of(name, [](char c) { return isWordChar(c) || c == '.'; })) {
                m_facts.fields.emplace_back(name);
            }
        }
    }

    void attributeUse(const Piece& piece, const TagAttribute& attribute)
    {
        const auto offset = static_cast<std::size_t>(attribute.value.data() ? attribute.value.data() - m_text.data() : 0);
        if (attribute.value.empty()) {
            return;
        }
        el(attribute.value, offset);
        const std::string name = lower(attribute.name);
        if (m_facts.kind == ViewKind::Xhtml && (name == "action" || name == "actionlistener" || name == "listener")) {
            facesAction(attribute.value, offset);
        }
        if (name.starts_with("on")) {
            script(attribute.value, offset);
        } else if (name.starts_with("th:") || name.starts_with("data-th-")) {
            thymeleaf(name.substr(name.rfind(name[0] == 't' ? ':' : '-') + 1), attribute.value, piece, offset);
        } else if (name == "data-url" || name == "data-href" || name == "hx-get" || name == "hx-post" || name == "formaction") {
            link(LinkKind::Ajax, attribute.value, offset);
        } else if (attribute.value.find("<%") != std::string_view::npos) {
            scriptletIn(attribute.value, offset);
        }
    }

    /// #{bean.method} or #{bean.method(..)}
    void facesAction(std::string_view value, std::size_t offset)
    {
        const auto open = value.find("#{");
        if (open == std::string_view::npos) {
            return;
        }
        std::size_t end = open + 2;
        while (end < value.size() && (isWordChar(value[end]) || value[end] == '.')) {
            ++end;
        }
        const std::string_view chain = value.substr(open + 2, end - open - 2);
        if (chain.find('.') != std::string_view::npos && chain.find('.') == chain.rfind('.')) {
            m_facts.actions.push_back({std::string(chain), line(offset)});
        }
    }

    void scriptletIn(std::string_view value, std::size_t offset)
    {
        for (std::size_t at = value.find("<%"); at != std::string_view::npos; at = value.find("<%", at + 2)) {
            const auto end = std::min(value.find("%>", at), value.size());
            types(value.substr(at + 2, end - at - 2), offset + at);
        }
    }

    void thymeleaf(std::string_view name, std::string_view value, const Piece& piece, std::size_t offset)
    {
        if (name == "replace" || name == "insert" || name == "include" || name == "decorate") {
            std::string_view view = value.starts_with("~{") ? value.substr(2) : value;
            view = view.substr(0, std::min(view.find("::"), view.find('}')));
            view = view.substr(0, view.find('('));
            while (view.ends_with(' ')) {
                view.remove_suffix(1);
            }
            if (!view.empty() && view.find_first_of("${' ") == std::string_view::npos) {
                m_facts.links.push_back({LinkKind::Include, std::string(view), {}, line(offset)});
            }
            return;
        }
        for (std::size_t at = value.find("@{"); at != std::string_view::npos; at = value.find("@{", at + 2)) {
            int depth = 0;
            std::size_t end = at + 1;
            for (; end < value.size(); ++end) {
                depth += value[end] == '{' ? 1 : (value[end] == '}' ? -1 : 0);
                if (depth == 0) {
                    break;
                }
            }
            const LinkKind kind = name == "action" ? LinkKind::Form : LinkKind::Link;
            link(kind, value.substr(at, end + 1 - at), offset, name == "action" ? formMethod(piece) : (name == "href" ? "GET" : ""));
        }
    }

    static std::string formMethod(const Piece& piece)
    {
        const std::string method = upper(piece["method"].empty() ? piece["th:method"] : piece["method"]);
        return method.find_first_of("${<") == std::string::npos ? method : std::string();
    }

    void forms(const Piece& piece, const std::string& name, const std::string& local)
    {
        if (local == "form") {
            m_beanClass = piece["beanclass"];
            if (!m_beanClass.empty()) {
                m_facts.links.push_back({LinkKind::Event, m_beanClass, {}, line(piece.offset)});
            } else {
                link(LinkKind::Form, piece["action"], piece.offset, formMethod(piece));
            }
        } else if (local == "submission") { // WebSquare
            link(LinkKind::Ajax, piece["action"], piece.offset, formMethod(piece));
        } else if (name == "stripes:submit" || name == "stripes:button" || name == "stripes:image") {
            if (!m_beanClass.empty()) {
                m_facts.links.push_back({LinkKind::Event, m_beanClass, std::string(piece["name"]), line(piece.offset)});
            }
        } else if (name == "s:submit" && !piece["action"].empty()) {
            link(LinkKind::Form, piece["action"], piece.offset);
        }
    }

    void links(const Piece& piece, const std::string& name, const std::string& local)
    {
        if (!piece["beanclass"].empty() && local != "form") {
            m_facts.links.push_back({LinkKind::Event, std::string(piece["beanclass"]), std::string(piece["event"]), line(piece.offset)});
        } else if (local == "a" || local == "area" || local == "link") {
            if (name != "link") {
                for (const char* key : {"href", "page", "action", "outcome"}) {
                    link(LinkKind::Link, piece[key], piece.offset, name == "a" || name == "area" ? "GET" : "");
                }
            }
        } else if (local == "frame" || local == "iframe" || local == "img" || local == "embed") {
            link(LinkKind::Link, piece["src"], piece.offset, "GET");
        } else if (name == "c:url" || name == "spring:url" || name == "c:redirect" || name == "s:url") {
            for (const char* key : {"value", "url", "action"}) {
                link(LinkKind::Link, piece[key], piece.offset);
            }
        } else if (name == "meta" && lower(piece["http-equiv"]) == "refresh") {
            const std::string_view content = piece["content"];
            const auto at = lower(content).find("url=");
            if (at != std::string::npos) {
                link(LinkKind::Link, content.substr(at + 4), piece.offset, "GET");
            }
        }
    }

    void includes(const Piece& piece, const std::string& name, const std::string& local)
    {
        std::string_view target;
        if (name == "jsp:include" || name == "jsp:forward") {
            target = piece["page"];
        } else if (name == "c:import" || name == "import") {
            target = piece["url"];
        } else if (local == "include" || name == "ui:decorate" || name == "ui:composition") {
            target = piece["src"].empty() ? piece["template"] : piece["src"];
            target = target.empty() ? piece["page"] : target;
        } else if (name == "tiles:insert" || name == "tiles:insertdefinition") {
            target = piece["page"].empty() ? piece["definition"] : piece["page"];
            target = target.empty() ? piece["name"] : target;
        } else if (local == "layout-render" || local == "layout-component") {
            target = piece["name"];
        }
        if (!target.empty()) {
            link(LinkKind::Include, target, piece.offset);
        }
    }

    void endTag(const Piece& piece)
    {
        const std::string name = lower(piece.name);
        if (name == "script") {
            m_inScript = false;
        } else if (name == "title") {
            m_inTitle = false;
        } else if (name.ends_with("form")) {
            m_beanClass.clear();
        }
    }

    void directive(const Piece& piece)
    {
        if (piece.name == "include") {
            link(LinkKind::Include, piece["file"], piece.offset);
        } else if (piece.name == "page") {
            std::string_view list = piece["import"];
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
                    m_facts.imports.emplace_back(one);
                }
                list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
            }
        }
    }

    void scriptlet(const Piece& piece)
    {
        types(piece.body, piece.offset);
        findScriptUrls(piece.body, [&](const ScriptUrl& found) {
            if (found.use == "sendRedirect" || found.use == "getRequestDispatcher" || found.use == "include" || found.use == "forward") {
                link(LinkKind::Link, found.url, piece.offset + found.offset);
            }
        });
    }

    /// Capitalised names, with the package before them where it is written.
    void types(std::string_view code, std::size_t offset)
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
                typeName(code.substr(start, i - start), offset + start);
                if (i < code.size() && code[i] == '(') {
                    const std::string_view chain = code.substr(start, i - start);
                    m_facts.calls.emplace(chain.substr(chain.rfind('.') + 1)); // npos + 1 is 0
                }
            } else {
                ++i;
            }
        }
    }

    void typeName(std::string_view chain, std::size_t offset)
    {
        std::size_t start = 0;
        while (start < chain.size()) {
            const std::size_t dot = std::min(chain.find('.', start), chain.size());
            if (chain[start] >= 'A' && chain[start] <= 'Z') {
                const std::string name(chain.substr(0, dot));
                if (m_seenTypes.insert(name).second) {
                    m_facts.scriptletTypes.push_back({name, line(offset)});
                }
                return;
            }
            start = dot + 1;
        }
    }

    void el(std::string_view text, std::size_t offset)
    {
        const std::size_t times = text.find(" * ");
        const std::string plain = times == std::string_view::npos ? std::string() : lower(std::string(text));
        const bool paging = plain.find("page") != std::string::npos || plain.find("status") != std::string::npos ||
                            plain.find("index") != std::string::npos || plain.find("paging") != std::string::npos;
        // The number of a row in a paged list is no value of the business.
        if (times != std::string_view::npos && times > 0 && !paging && (isWordChar(text[times - 1]) || text[times - 1] == ')'))
            m_facts.calls.emplace("multiply");
        findElNames(text, offset, [&](std::string_view root, std::string_view property, std::size_t at) {
            if (m_seenRoots.insert(std::string(root)).second) {
                m_facts.elRoots.push_back({std::string(root), line(at)});
            }
            if (!property.empty() && m_seenMethods.insert(std::string(property)).second) {
                m_facts.elMethods.push_back({std::string(property), line(at)});
            }
        });
    }

    std::string m_rewritten;
    std::string_view m_text;
    ViewFacts m_facts;
    std::string m_beanClass;
    bool m_inScript = false;
    bool m_inTitle = false;
    std::vector<std::size_t> m_lineStarts{0};
    std::unordered_set<std::string> m_seenRoots;
    std::unordered_set<std::string> m_seenMethods;
    std::unordered_set<std::string> m_seenTypes;
};

} // namespace

ViewFacts readView(std::string_view text, ViewKind kind)
{
    ViewFacts facts = ViewReader(text, kind).run();
    const auto first = facts.title.find_first_not_of(" \t\r\n");
    const auto last = facts.title.find_last_not_of(" \t\r\n");
    facts.title = first == std::string::npos ? std::string() : facts.title.substr(first, last - first + 1);
    if (facts.title.size() > 200 || facts.title.find_first_of("<\n") != std::string::npos) {
        facts.title.clear();
    }
    return facts;
}

} // namespace naru::analyzers::web
