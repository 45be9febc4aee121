#include "analyzers/web/ViewReader.h"

#include "analyzers/web/InlineUrls.h"
#include "analyzers/web/Letters.h"
#include "analyzers/web/PageTags.h"
#include "analyzers/web/PageText.h"
#include "analyzers/web/PageWriter.h"
#include "analyzers/web/ScriptRequests.h"
#include "analyzers/web/Scriptlets.h"
#include "analyzers/web/TagScanner.h"
#include "analyzers/web/TemplateAttributes.h"
#include "core/base/ByteScan.h"

#include <algorithm>

namespace naru::analyzers::web {

using core::ViewKind;

namespace {

/// Hands each piece of a page to the dialects that know it.
class PageReading {
public:
    PageReading(std::string_view text, ViewKind kind) : m_text(text), m_kind(kind), m_page(text, kind), m_tags(m_page) {}

    ViewFacts run()
    {
        TagScanner scanner(m_text);
        while (true) {
            const Piece& piece = scanner.next();
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
                readDirective(piece, m_page);
                break;
            case Piece::Kind::Scriptlet:
                readScriptlet(piece, m_page);
                break;
            case Piece::Kind::End:
                return m_page.take();
            }
        }
    }

private:
    void text(const Piece& piece)
    {
        m_page.expressions(piece.body, piece.offset);
        if (!m_column.empty()) {
            cell(piece);
        }
        if (m_inScript || piece.name == "cdata" || m_kind == ViewKind::Nexacro) {
            m_page.script(piece.body, piece.offset);
        } else if (m_inTitle) {
            m_page.facts().title += piece.body;
        }
    }

    void tag(const Piece& piece)
    {
        const std::string small = lower(piece.name);
        const std::string_view name = small;
        m_inScript = m_inScript || name == "script";
        if (m_kind == ViewKind::Nexacro) {
            m_column = name == "col" ? std::string(piece["id"]) : std::string();
            if (name == "row") {
                m_service.clear();
                m_method.clear();
            }
        }
        if (name == "title") {
            m_inTitle = m_page.facts().title.empty();
        } else if (name == "script") {
            loaded(piece);
        }
        for (const TagAttribute& attribute : piece.attributes) {
            if (!attribute.value.empty()) {
                attributeUse(piece, attribute);
            }
        }
        m_tags.open(piece, name);
    }

    /// A cell of a data set of Nexacro. A row that names a bean of the server and its method describes a request: SERVICE_BEAN, SERVICE_METHOD.
    void cell(const Piece& piece)
    {
        for (const std::string_view statement : namedStatements(piece.body)) {
            m_page.named(LinkKind::Event, statement, piece.offset, {});
        }
        const bool method = core::findText(m_column, "METHOD") != std::string_view::npos || core::findText(m_column, "method") != std::string_view::npos;
        const bool service = core::findText(m_column, "BEAN") != std::string_view::npos || core::findText(m_column, "SERVICE") != std::string_view::npos;
        if ((!method && !service) || piece.body.empty() || !std::ranges::all_of(piece.body, isScriptWordChar)) {
            return;
        }
        (method ? m_method : m_service) = piece.body;
        if (!m_service.empty() && !m_method.empty()) {
            m_page.named(LinkKind::Event, m_service, piece.offset, m_method);
        }
    }

    /// A script that the page loads.
    void loaded(const Piece& script)
    {
        for (const char* key : {"src", "th:src", "data-th-src"}) {
            if (std::string url = cleanUrl(script[key]); !url.empty()) {
                m_page.facts().scripts.push_back(std::move(url));
            }
        }
    }

    void attributeUse(const Piece& piece, const TagAttribute& attribute)
    {
        const std::size_t offset = m_page.offsetOf(attribute.value);
        m_page.expressions(attribute.value, offset);
        const std::string small = lower(attribute.name);
        const std::string_view name = small;
        if (name.starts_with("xmlns:")) {
            m_page.library(attribute.name.substr(6), attribute.value);
        }
        if (m_kind == ViewKind::Xhtml && isFacesMethod(name)) {
            readFacesAction(attribute.value, m_page);
        }
        const bool script = attribute.value.starts_with("javascript:") || attribute.value.starts_with("script:"); // the latter: MiPlatform
        if (script && !isLayout(name)) {
            m_page.script(attribute.value, offset);
        } else if (!namedUse(piece, attribute, name, offset) && core::findText(attribute.value, "<%") != std::string_view::npos) {
            readScriptletsIn(attribute.value, m_page);
        }
    }

    /// Attributes of JSF and its component libraries that name a method which a request runs.
    static bool isFacesMethod(std::string_view name)
    {
        return name == "action" || name == "actionlistener" || name == "listener" || name == "valuechangelistener" || name == "completemethod";
    }

    static bool isLayout(std::string_view name)
    {
        return name == "layout:decorate" || name == "layout:replace" || name == "layout:insert" || name == "layout:include" ||
               name == "layout:decorator";
    }

    /// What the name of an attribute says about its value. False: nothing.
    bool namedUse(const Piece& piece, const TagAttribute& attribute, std::string_view name, std::size_t offset)
    {
        // Most attributes are not even asked: their first letter tells.
        if (name.empty() || std::string_view("lonv@tdhf").find(name[0]) == std::string_view::npos) {
            return false;
        }
        const bool handler = name.starts_with("on") || name.starts_with("ng-") || name.starts_with("v-on:") || name.starts_with('@');
        if (isLayout(name)) {
            readThymeleaf(name == "layout:decorator" ? "decorate" : name.substr(7), attribute.value, piece, m_page);
        } else if (handler) {
            m_page.script(attribute.value, offset);
        } else if (name.starts_with("th:") || name.starts_with("data-th-")) {
            readThymeleaf(name.substr(name.rfind(name[0] == 't' ? ':' : '-') + 1), attribute.value, piece, m_page);
        } else if (name == "data-url" || name == "data-href" || name == "hx-get" || name == "hx-post" || name == "formaction") {
            m_page.link(LinkKind::Ajax, attribute.value, offset);
        } else {
            return false;
        }
        return true;
    }

    void endTag(const Piece& piece)
    {
        const std::string small = lower(piece.name);
        const std::string_view name = small;
        if (name == "script") {
            m_inScript = false;
        } else if (name == "title") {
            m_inTitle = false;
        }
        m_column.clear();
        m_tags.close(name);
    }

    std::string_view m_text;
    ViewKind m_kind;
    PageWriter m_page;
    PageTags m_tags;
    std::string m_column; ///< of the cell that is open
    std::string m_service; ///< of the row that is open
    std::string m_method;
    bool m_inScript = false;
    bool m_inTitle = false;
};

} // namespace

ViewFacts readView(std::string_view text, ViewKind kind)
{
    const std::string rewritten = kind == ViewKind::Jsp || kind == ViewKind::Html ? inlineUrls(text) : std::string();
    ViewFacts facts = PageReading(kind == ViewKind::Jsp || kind == ViewKind::Html ? std::string_view(rewritten) : text, kind).run();
    const auto first = facts.title.find_first_not_of(" \t\r\n");
    const auto last = facts.title.find_last_not_of(" \t\r\n");
    facts.title = first == std::string::npos ? std::string() : facts.title.substr(first, last - first + 1);
    if (facts.title.size() > 200 || facts.title.find_first_of("<\n") != std::string::npos) {
        facts.title.clear();
    }
    return facts;
}

} // namespace naru::analyzers::web
