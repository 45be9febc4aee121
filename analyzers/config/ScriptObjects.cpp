#include "analyzers/config/ScriptObjects.h"

#include "core/base/Words.h"

namespace naru::analyzers::config {

namespace {

ScriptObject scriptObject(pugi::xml_node node, const XmlText& xml)
{
    ScriptObject made;
    made.name = attribute(node, "javascript");
    made.className = attribute(node, "class");
    made.line = xml.line(node);
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view kind = localName(child);
        const std::string_view name = attribute(child, "name");
        if (kind == "include" || kind == "exclude") {
            (kind == "include" ? made.included : made.excluded).emplace_back(attribute(child, "method"));
        } else if (kind == "param") {
            std::string value(attribute(child, "value"));
            value = value.empty() ? text(child) : value;
            if (name == "class")
                made.className = value;
            else if (core::isOneOf(name, {"beanName", "bean", "managedBeanName"}))
                made.bean = value;
        }
    }
    return made;
}

} // namespace

std::vector<ScriptObject> readScriptObjects(const XmlText& xml)
{
    std::vector<ScriptObject> found;
    const bool own = localName(xml.root()) == "dwr";
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view kind = localName(node);
        if (!own && !std::string_view(node.name()).starts_with("dwr:"))
            return;
        if (kind == "create") {
            found.push_back(scriptObject(node, xml));
        } else if (kind == "remote" && !own) {
            found.push_back(scriptObject(node, xml));
            found.back().bean = attribute(node.parent(), "id");
            found.back().className = trimmed(attribute(node.parent(), "class"));
        }
    });
    return found;
}

} // namespace naru::analyzers::config
