#include "analyzers/config/QueryXml.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::config {

namespace {

constexpr auto kVerbs = std::to_array<std::string_view>({"call", "delete", "insert", "merge", "replace", "select", "truncate", "update", "with"});

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : static_cast<char>(c); });
    return out;
}

/// The first word is a verb of SQL; comments before it are passed over.
bool startsWithVerb(std::string_view text)
{
    for (text = trimmed(text); text.starts_with("/*") || text.starts_with("--"); text = trimmed(text)) {
        const auto end = text.starts_with("/*") ? text.find("*/") : text.find('\n');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + (text.starts_with("/*") ? 2 : 1));
    }
    while (text.starts_with("{#")) // a part that comes later
        text = trimmed(text.substr(std::min(text.find('}'), text.size() - 1) + 1));
    while (text.starts_with('{') || text.starts_with('(') || text.starts_with(' '))
        text.remove_prefix(1);
    std::size_t end = 0;
    while (end < text.size() && end < 10 && ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z'))
        ++end;
    return end < text.size() && std::ranges::binary_search(kVerbs, lowered(text.substr(0, end)));
}

/// Its first text that is not blank.
pugi::xml_node firstText(pugi::xml_node element)
{
    for (const pugi::xml_node& child : element.children())
        if ((child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) && !trimmed(child.value()).empty())
            return child;
    return {};
}

std::string nameOf(pugi::xml_node element)
{
    for (const pugi::xml_node at : {element, element.parent()})
        for (const char* key : {"id", "name", "key", "queryId", "sqlId"})
            if (const std::string_view found = attribute(at, key); !found.empty())
                return std::string(found);
    for (const char* key : {"id", "name", "key"}) // an element beside it
        if (const pugi::xml_node beside = element.parent().child(key); beside && beside != element)
            if (const std::string_view found = trimmed(beside.child_value()); !found.empty())
                return std::string(found);
    return {};
}

void appendTexts(pugi::xml_node element, std::string& out)
{
    for (const pugi::xml_node& child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            out.append(child.value()).append(" ");
        else if (child.type() == pugi::node_element) // one level: conditions are not put into each other
            for (const pugi::xml_node& inner : child.children())
                if (inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata)
                    out.append(inner.value()).append(" ");
    }
}

/// All texts below an element, in their order. A part with an id goes to its place {#1} in the text before it, on one line.
std::string wholeText(pugi::xml_node element)
{
    std::string out;
    for (const pugi::xml_node& child : element.children()) {
        std::string part;
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            part = child.value();
        else if (child.type() == pugi::node_element)
            appendTexts(child, part);
        const std::string_view id = attribute(child, "id");
        const std::string place = id.starts_with('#') ? "{" + std::string(id) + "}" : std::string();
        if (const auto at = place.empty() ? std::string::npos : out.find(place); at != std::string::npos) {
            std::ranges::replace(part, '\n', ' ');
            out.replace(at, place.size(), part);
        } else {
            out.append(part).append(" ");
        }
    }
    for (auto at = out.find("{#"); at != std::string::npos; at = out.find("{#", at)) // places of parts that are not there
        out.erase(at, std::min(out.find('}', at), out.size() - 1) + 1 - at);
    return out;
}

} // namespace

std::vector<Setting> readQueryXml(std::string_view text, std::string_view path)
{
    std::vector<Setting> out;
    const bool any = std::ranges::any_of(std::to_array<std::string_view>({"select", "SELECT", "insert", "INSERT", "update ", "UPDATE", "delete ", "DELETE"}),
                                         [&](std::string_view word) { return text.contains(word); });
    if (!any)
        return out;
    const XmlText xml(text, path);
    pugi::xml_node within; // the last element that was taken: what stands in it belongs to it
    eachElement(xml.root(), [&](pugi::xml_node element) {
        for (pugi::xml_node above = element.parent(); within && above; above = above.parent())
            if (above == within)
                return;
        const pugi::xml_node first = firstText(element);
        std::string name = first && startsWithVerb(first.value()) ? nameOf(element) : std::string();
        if (name.empty())
            return;
        within = element;
        out.push_back({std::move(name), wholeText(element), xml.line(first)});
    });
    return out;
}

} // namespace naru::analyzers::config
