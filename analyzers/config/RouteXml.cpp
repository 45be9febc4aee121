#include "analyzers/config/RouteXml.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace naru::analyzers::config {

namespace {

bool wordsOnly(std::string_view text, std::string_view also)
{
    return !text.empty() && std::ranges::all_of(text, [&](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_' || also.contains(static_cast<char>(c));
    });
}

/// a.b.ListAction
bool isClassName(std::string_view text)
{
    const std::size_t dot = text.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < text.size() &&
           std::isupper(static_cast<unsigned char>(text[dot + 1])) != 0 && wordsOnly(text, ".$");
}

/// /list, /board/list.do, list.do; no page or file
bool isRequestPath(std::string_view text)
{
    static constexpr std::array<std::string_view, 9> kFiles{".css", ".gif", ".html", ".js", ".jsp", ".jspf", ".png", ".properties", ".xml"};
    const std::size_t dot = text.rfind('.');
    const bool file = dot != std::string_view::npos && std::ranges::binary_search(kFiles, text.substr(dot));
    const bool suffix = dot != std::string_view::npos && dot > 0 && text.size() - dot > 2 && text.find('/', dot) == std::string_view::npos;
    return wordsOnly(text, "/.-") && !file && text.size() > 1 && (text.front() == '/' || (suffix && !isClassName(text)));
}

/// <event-mapping><event-class>a.OrderEvent</event-class><ejb-action-class>b.OrderAction</ejb-action-class>
void eventMapping(pugi::xml_node node, std::uint32_t line, std::vector<Setting>& out)
{
    std::string event;
    std::string handler;
    for (const pugi::xml_node child : node.children())
        if (std::string value = naru::analyzers::config::text(child); child.type() == pugi::node_element && isClassName(value))
            (localName(child).starts_with("event") ? event : handler) = std::move(value);
    if (!event.empty() && !handler.empty())
        out.push_back({std::string(kEventOfRoutes) + event, std::move(handler), line});
}

} // namespace

std::vector<Setting> readRouteXml(std::string_view text, std::string_view path)
{
    std::vector<Setting> out;
    const XmlText xml(text, path);
    eachElement(xml.root(), [&](pugi::xml_node node) {
        if (localName(node) == "event-mapping") {
            eventMapping(node, xml.line(node), out);
            return;
        }
        std::string route;
        std::string type;
        const auto take = [&](std::string_view value) {
            if (route.empty() && isRequestPath(value))
                route = value;
            else if (type.empty() && isClassName(value))
                type = value;
        };
        for (const pugi::xml_attribute& given : node.attributes())
            take(trimmed(given.value()));
        for (const pugi::xml_node& child : node.children())
            if (child.type() == pugi::node_element && !child.first_child().next_sibling())
                take(naru::analyzers::config::text(child));
        if (!route.empty() && !type.empty())
            out.push_back({std::move(route), std::move(type), xml.line(node)});
    });
    return out;
}

} // namespace naru::analyzers::config
