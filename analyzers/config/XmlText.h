#pragma once

#include "core/base/Blanks.h"
#include "core/base/Diagnostic.h"

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::config {

/// A parsed XML file with line numbers. Nothing is fetched and no entity is expanded beyond the five of XML and
/// character references; what stands before an error in a broken file is kept.
class XmlText {
public:
    /// `path` is named in the diagnostics. The text is UTF-8, whatever its declaration says.
    XmlText(std::string_view text, std::string_view path);

    [[nodiscard]] pugi::xml_node root() const { return m_document.document_element(); }
    [[nodiscard]] bool complete() const { return m_complete; }
    [[nodiscard]] std::size_t errorOffset() const { return m_errorOffset; }
    [[nodiscard]] std::uint32_t line(pugi::xml_node node) const; ///< 1-based
    [[nodiscard]] std::uint32_t lineAt(std::size_t offset) const;
    [[nodiscard]] std::vector<core::Diagnostic>& diagnostics() { return m_diagnostics; }

private:
    pugi::xml_document m_document;
    std::vector<std::size_t> m_lineStarts;
    std::vector<core::Diagnostic> m_diagnostics;
    std::size_t m_errorOffset = 0;
    bool m_complete = false;
};

/// Element name without its namespace prefix.
std::string_view localName(pugi::xml_node node);

/// An attribute of any prefix (p:prefix), empty when there is none.
std::string_view attribute(pugi::xml_node node, std::string_view name);

/// The trimmed text of an element (of its first text child).
std::string text(pugi::xml_node node);

/// Trimmed text of the first child of that local name.
std::string childText(pugi::xml_node node, std::string_view name);

using core::trimmed;

/// What the first kilobytes say about an XML file: local name of the root element, or empty.
std::string rootName(std::string_view text);

/// Calls `visit(node)` for every element below `node` in document order, at most `limit` levels deep, without recursion.
template <typename Visit> void eachElement(pugi::xml_node node, Visit visit, int limit = 200)
{
    int depth = 0;
    pugi::xml_node current = node.first_child();
    while (current) {
        if (current.type() == pugi::node_element) {
            visit(current);
        }
        if (current.first_child() && depth < limit) {
            current = current.first_child();
            ++depth;
            continue;
        }
        while (current && !current.next_sibling()) {
            if (depth == 0) {
                return;
            }
            current = current.parent();
            --depth;
        }
        current = current.next_sibling();
    }
}

} // namespace naru::analyzers::config
