#include "analyzers/config/WebDescriptors.h"

#include "analyzers/config/XmlText.h"

namespace naru::analyzers::config {

WebXml readWebXml(std::string_view text, std::string_view path)
{
    WebXml out;
    XmlText xml(text, path);
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view name = localName(node);
        if (name == "servlet") {
            ServletDeclaration made{
                childText(node, "servlet-name"), childText(node, "servlet-class"), childText(node, "jsp-file"), xml.line(node), {}};
            for (const pugi::xml_node& child : node.children()) {
                if (localName(child) == "init-param") {
                    made.parameters.emplace_back(childText(child, "param-name"), childText(child, "param-value"));
                }
            }
            out.servlets.push_back(std::move(made));
        } else if (name == "servlet-mapping") {
            const std::string servlet = childText(node, "servlet-name");
            for (const pugi::xml_node& child : node.children()) {
                if (localName(child) == "url-pattern") {
                    out.mappings.push_back({servlet, config::text(child), xml.line(child)});
                }
            }
        } else if (name == "welcome-file") {
            out.welcomeFiles.push_back(config::text(node));
        }
    });
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

namespace {

void strutsOne(StrutsFile& out, const XmlText& xml)
{
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view name = localName(node);
        if (name == "action") {
            StrutsAction made;
            made.path = attribute(node, "path");
            made.className = attribute(node, "type");
            made.parameter = attribute(node, "parameter");
            made.forwardTo = attribute(node, "forward");
            if (const auto include = attribute(node, "include"); !include.empty()) {
                made.forwardTo = include;
            }
            made.line = xml.line(node);
            if (const auto input = attribute(node, "input"); !input.empty()) {
                made.forwards.push_back({"input", std::string(input), {}, made.line});
            }
            for (const pugi::xml_node& child : node.children()) {
                if (localName(child) == "forward") {
                    made.forwards.push_back({std::string(attribute(child, "name")), std::string(attribute(child, "path")),
                                             attribute(child, "redirect") == "true" ? "redirect" : "", xml.line(child)});
                }
            }
            if (!made.path.empty()) {
                out.actions.push_back(std::move(made));
            }
        } else if (name == "forward" && localName(node.parent()) == "global-forwards") {
            out.globals.push_back({std::string(attribute(node, "name")), std::string(attribute(node, "path")), {}, xml.line(node)});
        }
    });
}

StrutsForward strutsResult(pugi::xml_node node, const XmlText& xml)
{
    StrutsForward made;
    made.name = attribute(node, "name");
    made.type = attribute(node, "type");
    made.path = text(node);
    made.line = xml.line(node);
    for (const pugi::xml_node& child : node.children()) {
        if (localName(child) == "param" && (attribute(child, "name") == "location" || attribute(child, "name") == "actionName")) {
            made.path = text(child);
        }
    }
    return made;
}

void strutsTwo(StrutsFile& out, const XmlText& xml)
{
    out.two = true;
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view name = localName(node);
        if (name == "constant" && attribute(node, "name") == "struts.action.extension") {
            out.extension = attribute(node, "value");
        } else if (name == "action") {
            std::string space(attribute(node.parent(), "namespace"));
            if (space == "/" || space.empty()) {
                space.clear();
            }
            StrutsAction made;
            made.path = space + "/" + std::string(attribute(node, "name"));
            made.className = attribute(node, "class");
            made.method = attribute(node, "method");
            made.line = xml.line(node);
            for (const pugi::xml_node& child : node.children()) {
                if (localName(child) == "result") {
                    made.forwards.push_back(strutsResult(child, xml));
                }
            }
            out.actions.push_back(std::move(made));
        } else if (name == "result" && localName(node.parent()) == "global-results") {
            out.globals.push_back(strutsResult(node, xml));
        }
    });
}

} // namespace

StrutsFile readStruts(std::string_view text, std::string_view path)
{
    StrutsFile out;
    XmlText xml(text, path);
    if (localName(xml.root()) == "struts-config") {
        strutsOne(out, xml);
    } else {
        strutsTwo(out, xml);
    }
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

FacesConfig readFacesConfig(std::string_view text, std::string_view path)
{
    FacesConfig out;
    XmlText xml(text, path);
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view name = localName(node);
        if (name == "managed-bean") {
            out.beans.push_back({childText(node, "managed-bean-name"), childText(node, "managed-bean-class"), xml.line(node)});
        } else if (name == "navigation-case") {
            out.cases.push_back({childText(node.parent(), "from-view-id"), childText(node, "from-action"), childText(node, "from-outcome"),
                                 childText(node, "to-view-id"), xml.line(node)});
        }
    });
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

std::vector<TilesDefinition> readTiles(std::string_view text, std::string_view path)
{
    std::vector<TilesDefinition> out;
    const XmlText xml(text, path);
    eachElement(xml.root(), [&](pugi::xml_node node) {
        if (localName(node) != "definition") {
            return;
        }
        TilesDefinition made;
        made.name = attribute(node, "name");
        made.extends = attribute(node, "extends");
        for (const char* key : {"template", "path", "page"}) {
            if (const auto value = attribute(node, key); !value.empty()) {
                made.templatePath = value;
            }
        }
        made.line = xml.line(node);
        eachElement(node, [&](pugi::xml_node child) {
            if (const auto value = attribute(child, "value"); value.starts_with('/')) {
                made.parts.emplace_back(value);
            }
        });
        out.push_back(std::move(made));
    });
    return out;
}

} // namespace naru::analyzers::config
