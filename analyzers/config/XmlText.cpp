#include "analyzers/config/XmlText.h"

#include "core/base/ByteScan.h"

#include <algorithm>

namespace naru::analyzers::config {

namespace {

constexpr bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

XmlText::XmlText(std::string_view text, std::string_view path) : m_lineStarts(core::lineStarts(text))
{
    const unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata_single;
    const pugi::xml_parse_result result = m_document.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
    m_complete = static_cast<bool>(result);
    m_errorOffset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    if (!m_complete && result.status != pugi::status_no_document_element) {
        m_diagnostics.push_back({core::Severity::Warning,
                                 "config.xml.broken",
                                 std::string(path),
                                 static_cast<int>(lineAt(m_errorOffset)),
                                 {{"reason", result.description()}}});
    }
}

std::uint32_t XmlText::line(pugi::xml_node node) const
{
    const std::ptrdiff_t offset = node.offset_debug();
    return offset < 0 ? 0 : lineAt(static_cast<std::size_t>(offset));
}

std::uint32_t XmlText::lineAt(std::size_t offset) const
{
    const auto after = std::ranges::upper_bound(m_lineStarts, offset);
    return static_cast<std::uint32_t>(after - m_lineStarts.begin());
}

std::string_view localName(pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view attribute(pugi::xml_node node, std::string_view name)
{
    for (const pugi::xml_attribute& candidate : node.attributes()) {
        std::string_view spelled = candidate.name();
        if (const auto colon = spelled.rfind(':'); colon != std::string_view::npos) {
            spelled.remove_prefix(colon + 1);
        }
        if (spelled == name) {
            return candidate.value();
        }
    }
    return {};
}

std::string text(pugi::xml_node node)
{
    std::string result;
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            result += child.value();
        }
    }
    return std::string(trimmed(result));
}

std::string childText(pugi::xml_node node, std::string_view name)
{
    for (const pugi::xml_node& child : node.children()) {
        if (localName(child) == name) {
            return text(child);
        }
    }
    return {};
}

std::string rootName(std::string_view text)
{
    std::size_t at = 0;
    while ((at = text.find('<', at)) != std::string_view::npos) {
        if (text.substr(at, 4) == "<!--") {
            at = text.find("-->", at);
        } else if (text.substr(at, 2) == "<!") {
            // A DOCTYPE may hold declarations in brackets.
            const auto end = text.find('>', at);
            const auto bracket = text.find('[', at);
            at = bracket < end ? text.find(']', bracket) : end;
        } else if (text.substr(at, 2) == "<?") {
            at = text.find("?>", at);
        } else {
            std::size_t end = at + 1;
            while (end < text.size() && !isSpace(text[end]) && text[end] != '>' && text[end] != '/') {
                ++end;
            }
            const std::string_view name = text.substr(at + 1, end - at - 1);
            return std::string(name.substr(name.rfind(':') + 1));
        }
        if (at == std::string_view::npos) {
            break;
        }
    }
    return {};
}

} // namespace naru::analyzers::config
