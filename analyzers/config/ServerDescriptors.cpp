#include "analyzers/config/ServerDescriptors.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace naru::analyzers::config {

namespace {

/// The first child or attribute of one of these names that says something.
std::string firstOf(pugi::xml_node node, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (std::string found = childText(node, name); !found.empty())
            return found;
        if (const std::string_view found = attribute(node, name); !found.empty())
            return std::string(found);
    }
    return {};
}

std::string nested(pugi::xml_node node, std::initializer_list<const char*> names)
{
    std::string found = firstOf(node, names);
    eachElement(node, [&](pugi::xml_node inner) {
        if (found.empty())
            found = firstOf(inner, names);
    });
    return found;
}

/// <ejb-ref><ejb-ref-name>a</ejb-ref-name><jndi-name>b</jndi-name>, <jndi-info><ref-name>a</ref-name><export-name>b</export-name>,
/// <resource-ref name="a" binding-name="b"/>, <message-destination-ref><message-destination-ref-name>a ... <message-destination-link>b
std::string referenceName(pugi::xml_node node)
{
    const std::string_view name = localName(node);
    for (const pugi::xml_node& child : node.children())
        if (const std::string_view own = localName(child); own.ends_with("ref-name"))
            return text(child);
    if (name.ends_with("-ref"))
        return std::string(attribute(node, "name"));
    return name.starts_with("message-destination") ? childText(node, "message-destination-name") : std::string();
}

} // namespace

bool isServerDescriptor(std::string_view root)
{
    static constexpr auto kRoots = std::to_array<std::string_view>(
        {"application-bnd", "ejb-jar-bnd", "glassfish-ejb-jar", "glassfish-web-app", "jboss", "jboss-web", "jeus-ejb-dd", "jeus-web-dd",
         "sun-ejb-jar", "sun-web-app", "web-bnd", "weblogic-ejb-jar", "weblogic-web-app"});
    return std::ranges::binary_search(kRoots, root);
}

ServerNames readServerNames(std::string_view text, std::string_view path)
{
    ServerNames out;
    XmlText xml(text, path);
    const bool server = isServerDescriptor(localName(xml.root()));
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view name = localName(node);
        std::string ejb = childText(node, "ejb-name");
        if (ejb.empty() && (name == "session" || name == "message-driven" || name == "entity"))
            ejb = attribute(node, "name");
        if (server && !ejb.empty() && name != "method") {
            ServerBean made;
            made.ejb = std::move(ejb);
            made.jndi = nested(node, {"simple-binding-name", "jndi-name", "local-jndi-name", "export-name", "binding-name", "mapped-name"});
            made.destination = nested(node, {"destination-jndi-name", "destination-binding-name", "connection-destination"});
            made.line = xml.line(node);
            if (!made.destination.empty())
                made.jndi.clear();
            if (!made.jndi.empty() || !made.destination.empty())
                out.beans.push_back(std::move(made));
        } else if (std::string from = referenceName(node); !from.empty()) {
            std::string to = firstOf(node, {"jndi-name", "export-name", "binding-name", "destination-jndi-name", "mapped-name",
                                            "message-destination-link", "ejb-link"});
            if (!to.empty() && to != from)
                out.aliases.emplace_back(std::move(from), std::move(to));
        }
    });
    return out;
}

} // namespace naru::analyzers::config
