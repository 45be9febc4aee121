#pragma once

#include "core/base/Error.h"

#include <memory>
#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::audit {

/// A key and its value in a configuration file.
struct Setting {
    std::string key; ///< full key; list elements as [n]; for XML see xmlSettings
    std::string value;
    int line = 0;
};

/// Java .properties with continuation lines and escapes; comments left out. Reads .env, .ini and .conf files as well, whose comments
/// may begin with a semicolon.
std::vector<Setting> propertySettings(std::string_view text);

/// Block-style YAML by indentation, tolerant of templates; keys joined by dots. Flow collections stay text.
std::vector<Setting> yamlSettings(std::string_view text);

/// JSON as people write it: comments and trailing commas are passed over, a broken rest gives what stood before it. Keys joined by
/// dots, list elements as [n]; only strings, numbers and words are settings.
std::vector<Setting> jsonSettings(std::string_view text);

/// XML parsed with element names freed of their prefixes, and the line of every element.
class XmlText {
public:
    /// Errors: Malformed, LimitExceeded (deeper than 512).
    static core::Result<XmlText> parse(std::string_view text, const std::string& path);
    [[nodiscard]] const pugi::xml_document& document() const { return *m_document; }
    [[nodiscard]] int line(const pugi::xml_node& node) const;
    /// Line on which the value of an attribute stands.
    [[nodiscard]] int line(const pugi::xml_node& node, const pugi::xml_attribute& attribute) const;

private:
    std::unique_ptr<pugi::xml_document> m_document;
    std::string m_text;
    std::vector<std::size_t> m_lines; ///< offset of each line start
};

/// Settings in XML: the pairs that frameworks write as name and value (property, param, entry, context-param,
/// env-entry, init-param ...) under their own name, each other attribute as "element@attribute", each other text as "element".
std::vector<Setting> xmlSettings(const XmlText& xml);

} // namespace naru::analyzers::audit
