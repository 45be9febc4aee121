#include "analyzers/config/WebDescriptors.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>

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
        } else if (name == "taglib" && node.child("taglib-location")) {
            out.tagLibraries.emplace_back(childText(node, "taglib-uri"), childText(node, "taglib-location"));
        } else if (name == "jsp-property-group") {
            for (const pugi::xml_node& pattern : node.children()) {
                for (const pugi::xml_node& page : node.children()) {
                    const bool put = localName(page) == "include-prelude" || localName(page) == "include-coda";
                    if (put && localName(pattern) == "url-pattern") {
                        out.preludes.emplace_back(config::text(pattern), config::text(page));
                    }
                }
            }
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
        if (name == "constant") {
            out.constants.emplace_back(attribute(node, "name"), attribute(node, "value"));
            if (attribute(node, "name") == "struts.action.extension") {
                out.extension = attribute(node, "value");
            }
        } else if (name == "action" && !attribute(node, "name").empty()) {
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

/// <action-name name="a.b.find"><command>a.b.FindCmd</command><return-url>/jsp/find.jsp</return-url>, or command1, command2 ..: the last one
/// does the work, those before it prepare the page.
void navigation(StrutsFile& out, const XmlText& xml)
{
    out.commands = true;
    eachElement(xml.root(), [&](pugi::xml_node node) {
        if (localName(node) != "action-name") {
            return;
        }
        StrutsAction made;
        made.path = "/" + std::string(attribute(node, "name"));
        made.line = xml.line(node);
        for (const pugi::xml_node& child : node.children()) {
            const std::string_view name = localName(child);
            if (name == "return-url") {
                made.forwards.push_back({{}, text(child), {}, xml.line(child)});
                made.forwardTo = made.className.empty() ? text(child) : std::string();
            } else if (name.starts_with("command") && name != "command-no" && !text(child).empty()) {
                made.className = text(child);
                made.forwardTo.clear();
            }
        }
        if (made.path.size() > 1) {
            out.actions.push_back(std::move(made));
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
    } else if (localName(xml.root()) == "navigation-mapper") {
        navigation(out, xml);
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

TagLibrary readTagLibrary(std::string_view text, std::string_view path)
{
    TagLibrary out;
    const XmlText xml(text, path);
    for (const char* key : {"uri", "namespace"}) {
        out.uri = out.uri.empty() ? childText(xml.root(), key) : out.uri;
    }
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view kind = localName(node);
        TagEntry made;
        made.line = xml.line(node);
        if (kind == "function") {
            made.function = true;
            made.name = childText(node, childText(node, "name").empty() ? "function-name" : "name");
            made.className = childText(node, "function-class");
            const std::string signature = childText(node, "function-signature"); // java.lang.String f(int, a.B)
            const auto open = std::min(signature.find('('), signature.size());
            const std::string_view before = trimmed(std::string_view(signature).substr(0, open));
            made.method = before.substr(before.find_last_of(" \t\n") + 1);
            const std::string_view inside = std::string_view(signature).substr(std::min(open + 1, signature.size()));
            const bool any = inside.find_first_not_of(" \t\n)") != std::string_view::npos;
            made.parameters = any ? 1 + static_cast<std::size_t>(std::ranges::count(inside, ',')) : 0;
        } else if (kind == "tag") {
            made.name = childText(node, childText(node, "name").empty() ? "tag-name" : "name");
            for (const char* key : {"tag-class", "tagclass", "handler-class"}) {
                made.className = made.className.empty() ? childText(node, key) : made.className;
            }
        }
        if (kind == "tag-file") {
            made.name = childText(node, "name");
            made.path = childText(node, "path");
        }
        if (!made.name.empty() && (!made.className.empty() || !made.path.empty())) {
            out.entries.push_back(std::move(made));
        }
    });
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
