#include "analyzers/web/PageTags.h"

#include "analyzers/web/PageText.h"

#include <algorithm>
#include <initializer_list>

namespace naru::analyzers::web {

namespace {

/// Whether a value is the address of a page: what is put into a layout, what a hidden field sends.
bool isPage(std::string_view value)
{
    const std::string_view path = value.substr(0, value.find('?'));
    return std::ranges::any_of(std::initializer_list<std::string_view>{".jsp", ".jspf", ".jspx", ".html", ".htm", ".do"},
                               [&](std::string_view suffix) { return path.size() > suffix.size() && path.ends_with(suffix); }) &&
           path.find(' ') == std::string_view::npos;
}

} // namespace

void PageTags::open(const Piece& tag, std::string_view name)
{
    const auto colon = name.rfind(':');
    const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
    if (colon != std::string_view::npos) {
        m_page.tagUse(tag.name, tag.offset);
    }
    form(tag, name, local);
    link(tag, name, local);
    include(tag, name, local);
    if (name == "jsp:usebean") {
        const std::string_view type = tag["class"].empty() ? tag["type"] : tag["class"];
        m_page.facts().beans.push_back({std::string(tag["id"]), std::string(type), m_page.line(tag.offset)});
    }
    field(tag, local);
    fixedValue(tag, local);
}

void PageTags::close(std::string_view name)
{
    if (name.ends_with("form")) {
        m_beanClass.clear();
        m_form = kNoForm;
    }
}

void PageTags::form(const Piece& tag, std::string_view name, std::string_view local)
{
    if (local == "form") {
        m_beanClass = tag["beanclass"];
        if (!m_beanClass.empty()) {
            stripesEvent(tag, m_beanClass, {});
        } else {
            const std::size_t before = m_page.facts().links.size();
            m_page.link(LinkKind::Form, tag["action"], tag.offset, formMethod(tag));
            m_form = m_page.facts().links.size() > before ? before : kNoForm;
        }
    } else if (local == "submission") { // WebSquare
        m_page.link(LinkKind::Ajax, tag["action"], tag.offset, formMethod(tag));
    } else if (name == "stripes:submit" || name == "stripes:button" || name == "stripes:image") {
        if (!m_beanClass.empty()) {
            stripesEvent(tag, m_beanClass, tag["name"]);
        }
    } else if (name == "s:submit" && !tag["action"].empty()) {
        m_page.link(LinkKind::Form, tag["action"], tag.offset);
    }
}

void PageTags::stripesEvent(const Piece& tag, std::string_view beanClass, std::string_view event)
{
    m_page.named(LinkKind::Event, beanClass, tag.offset, std::string(event));
}

void PageTags::link(const Piece& tag, std::string_view name, std::string_view local)
{
    if (!tag["beanclass"].empty() && local != "form") {
        stripesEvent(tag, tag["beanclass"], tag["event"]);
    } else if (local == "a" || local == "area" || local == "link") {
        if (name != "link") {
            for (const char* key : {"href", "page", "action", "outcome"}) {
                m_page.link(LinkKind::Link, tag[key], tag.offset, name == "a" || name == "area" ? "GET" : "");
            }
        }
    } else if (local == "frame" || local == "iframe" || local == "img" || local == "embed") {
        m_page.link(LinkKind::Link, tag["src"], tag.offset, "GET");
    } else if (name == "param" && (tag["name"] == "Action" || tag["name"] == "DataID")) { // an object of Gauce; else the id of another one
        if (tag["value"].find_first_of("./") != std::string_view::npos) {
            m_page.link(LinkKind::Ajax, tag["value"], tag.offset);
        }
    } else if (name == "c:url" || name == "spring:url" || name == "c:redirect" || name == "s:url") {
        for (const char* key : {"value", "url", "action"}) {
            m_page.link(LinkKind::Link, tag[key], tag.offset);
        }
    } else if (name == "meta" && lower(tag["http-equiv"]) == "refresh") {
        const std::string_view content = tag["content"];
        const auto at = lower(content).find("url=");
        if (at != std::string::npos) {
            m_page.link(LinkKind::Link, content.substr(at + 4), tag.offset, "GET");
        }
    }
}

void PageTags::include(const Piece& tag, std::string_view name, std::string_view local)
{
    std::string_view target;
    if (name == "jsp:directive.include") {
        target = tag["file"];
    } else if (name == "jsp:directive.taglib") {
        m_page.library(tag["prefix"], tag["uri"].empty() ? tag["tagdir"] : tag["uri"]);
    } else if (name == "jsp:include" || name == "jsp:forward") {
        target = tag["page"];
    } else if (name == "c:import" || name == "import") {
        target = tag["url"];
    } else if (local == "include" || name == "ui:decorate" || name == "ui:composition") {
        target = tag["src"].empty() ? tag["template"] : tag["src"];
        target = target.empty() ? tag["page"] : target;
    } else if (name == "tiles:insert" || name == "tiles:insertdefinition") {
        target = tag["page"].empty() ? tag["definition"] : tag["page"];
        target = target.empty() ? tag["name"] : target;
    } else if (local == "layout-render" || local == "layout-component") {
        target = tag["name"];
    } else if (name == "tiles:inserttemplate" || name == "template:insert") {
        target = tag["template"];
    } else if (name == "tiles:put" || name == "tiles:putattribute" || name == "tiles:add" || name == "template:put") {
        target = tag["value"].empty() ? tag["content"] : tag["value"];
        target = isPage(target) ? target : std::string_view(); // else a text
    }
    if (!target.empty()) {
        m_page.link(LinkKind::Include, target, tag.offset);
    }
}

void PageTags::field(const Piece& tag, std::string_view local)
{
    if (local == "input" || local == "select" || local == "textarea" || local == "text" || local == "hidden" || local == "password" ||
        local == "checkbox" || local == "radio") {
        const std::string_view name = tag["name"].empty() ? tag["path"] : tag["name"];
        if (!name.empty() && std::ranges::all_of(name, [](char c) { return isWordChar(c) || c == '.'; })) {
            m_page.facts().fields.emplace_back(name);
        }
    }
}

/// <input type="hidden" name="command" value="save">, or a button: as if the address of the form said command=save.
void PageTags::fixedValue(const Piece& tag, std::string_view local)
{
    constexpr std::size_t kLongest = 300;
    const std::string type = lower(tag["type"]);
    const bool fixed = local == "hidden" || (local == "input" && (type == "hidden" || type == "submit")) || (local == "button" && type != "button");
    if (fixed && isPage(tag["value"])) { // where the server goes on: <input type="hidden" name="returnUrl" value="/order/list.do">
        m_page.link(LinkKind::Link, tag["value"], tag.offset);
    }
    if (m_form == kNoForm || !fixed) {
        return;
    }
    std::string_view name = tag["name"];
    for (const char* key : {"property", "path"}) {
        name = name.empty() ? tag[key] : name;
    }
    const auto plain = [](char c) { return isWordChar(c) || c == '.' || c == '-'; };
    const std::string_view value = tag["value"];
    std::string& query = m_page.facts().links[m_form].query;
    if (!name.empty() && !value.empty() && std::ranges::all_of(name, plain) && std::ranges::all_of(value, plain) && query.size() < kLongest) {
        query.append(query.empty() ? "" : "&").append(name).append("=").append(value);
    }
}

} // namespace naru::analyzers::web
