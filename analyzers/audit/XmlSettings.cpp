#include "analyzers/audit/Settings.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace naru::analyzers::audit {

namespace {

constexpr int kDeepestElement = 512;

/// The name behind the prefix. The tree is ours alone, so the name is changed in place: it gets
/// shorter and pugixml keeps it where it stood, so that offsets stay true.
void dropPrefix(pugi::xml_node node)
{
    if (const char* colon = std::strchr(node.name(), ':'))
        node.set_name(std::string(colon + 1).c_str());
}

bool trimInPlace(std::string& text)
{
    constexpr const char* kBlank = " \t\r\n";
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string::npos) {
        text.clear();
        return false;
    }
    text = text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
    return true;
}

struct Pair {
    const char* element;
    const char* key;   ///< child element with the name
    const char* value; ///< child element with the value
};
constexpr std::array kPairs{Pair{"context-param", "param-name", "param-value"}, Pair{"init-param", "param-name", "param-value"},
                            Pair{"env-entry", "env-entry-name", "env-entry-value"},
                            Pair{"config-property", "config-property-name", "config-property-value"}};

/// name/value of <property name="" value="">, <param ...>, <entry key="" value=""> and the like; empty key when it is no pair.
void pairOf(const pugi::xml_node& node, const XmlText& xml, std::vector<Setting>& out, bool& taken)
{
    if (std::strcmp(node.name(), "namespace") == 0) { // its value identifies, and is set nowhere
        taken = true;
        return;
    }
    const pugi::xml_attribute name = node.attribute("name") ? node.attribute("name") : node.attribute("key");
    if (name) {
        if (const pugi::xml_attribute value = node.attribute("value")) {
            out.push_back({name.value(), value.value(), xml.line(node, value)});
            taken = true;
            return;
        }
        std::string text = node.child("value") ? node.child("value").text().get() : node.text().get();
        if (trimInPlace(text)) {
            out.push_back({name.value(), text, node.child("value") ? xml.line(node.child("value")) : xml.line(node)});
            taken = true;
        }
        return;
    }
    for (const Pair& pair : kPairs)
        if (std::strcmp(node.name(), pair.element) == 0 && node.child(pair.key)) {
            std::string key = node.child(pair.key).text().get();
            std::string value = node.child(pair.value).text().get();
            trimInPlace(key);
            trimInPlace(value);
            out.push_back({key, value, xml.line(node.child(pair.value))});
            taken = true;
        }
}

void plainSettings(const pugi::xml_node& node, const XmlText& xml, bool pair, std::vector<Setting>& out)
{
    for (const pugi::xml_attribute& attribute : node.attributes())
        if (!pair || (std::strcmp(attribute.name(), "name") != 0 && std::strcmp(attribute.name(), "key") != 0 &&
                      std::strcmp(attribute.name(), "value") != 0))
            if (!std::string_view(attribute.name()).starts_with("xmlns") && !std::strstr(attribute.name(), "schemaLocation"))
                out.push_back({std::string(node.name()) + "@" + attribute.name(), attribute.value(), xml.line(node, attribute)});
    if (pair)
        return;
    std::string text = node.text().get();
    if (trimInPlace(text))
        out.push_back({node.name(), text, xml.line(node)});
}

} // namespace

core::Result<XmlText> XmlText::parse(std::string_view text, const std::string& path)
{
    XmlText out;
    out.m_document = std::make_unique<pugi::xml_document>();
    out.m_text = text;
    const auto parsed = out.m_document->load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    out.m_lines.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n')
            out.m_lines.push_back(i + 1);
    if (!parsed) {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parsed.offset));
        const auto line = std::ranges::upper_bound(out.m_lines, offset) - out.m_lines.begin();
        return core::failure(core::ErrorCode::Malformed, "audit.xml.malformed", {{"reason", parsed.description()}}, path,
                             static_cast<int>(line));
    }
    int depth = 0;
    for (pugi::xml_node node = out.m_document->first_child(); node;) {
        dropPrefix(node);
        if (node.first_child()) {
            if (++depth > kDeepestElement)
                return core::failure(core::ErrorCode::LimitExceeded, "audit.xml.too-deep", {{"limit", std::to_string(kDeepestElement)}},
                                     path);
            node = node.first_child();
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        node = node.next_sibling();
    }
    return out;
}

int XmlText::line(const pugi::xml_node& node) const
{
    const std::ptrdiff_t offset = node.offset_debug();
    if (offset < 0)
        return 0;
    return static_cast<int>(std::ranges::upper_bound(m_lines, static_cast<std::size_t>(offset)) - m_lines.begin());
}

int XmlText::line(const pugi::xml_node& node, const pugi::xml_attribute& attribute) const
{
    const std::ptrdiff_t offset = node.offset_debug();
    if (offset < 0)
        return 0;
    const auto end = m_text.find('>', static_cast<std::size_t>(offset));
    auto at = m_text.find(std::string(attribute.name()) + "=", static_cast<std::size_t>(offset));
    if (at == std::string::npos || at > end)
        at = static_cast<std::size_t>(offset);
    return static_cast<int>(std::ranges::upper_bound(m_lines, at) - m_lines.begin());
}

std::vector<Setting> xmlSettings(const XmlText& xml)
{
    std::vector<Setting> out;
    struct Walker : pugi::xml_tree_walker {
        Walker(const XmlText& text, std::vector<Setting>& settings) : xml(text), out(settings) {}
        bool for_each(pugi::xml_node& node) override
        {
            if (node.type() != pugi::node_element)
                return true;
            bool pair = false;
            pairOf(node, xml, out, pair);
            plainSettings(node, xml, pair, out);
            return true;
        }
        const XmlText& xml;
        std::vector<Setting>& out;
    } walker(xml, out);
    const_cast<pugi::xml_document&>(xml.document()).traverse(walker);
    return out;
}

} // namespace naru::analyzers::audit
