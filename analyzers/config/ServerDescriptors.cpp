#include "analyzers/config/ServerDescriptors.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace naru::analyzers::config {

namespace {

constexpr std::string_view kBeanMark = "bean:"; ///< before the names of beans among ids

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
        {"application-bnd", "ejb-jar-bnd", "glassfish-ejb-jar", "glassfish-web-app", "j2ee-ri-specific-information", "jboss", "jboss-web",
         "jbosscmp-jdbc", "jeus-ejb-dd", "jeus-web-dd", "orion-ejb-jar", "sun-cmp-mappings", "sun-ejb-jar", "sun-web-app", "web-bnd",
         "weblogic-ejb-jar", "weblogic-rdbms-jar", "weblogic-web-app"});
    return std::ranges::binary_search(kRoots, root);
}

namespace {

/// The table of SQL as the reference implementation writes it for each bean: SELECT .. FROM "T" .., UPDATE "T" .., INSERT INTO "T" ..
std::string tableOfSql(std::string_view sql)
{
    for (const std::string_view before : {"INSERT INTO ", "UPDATE ", " FROM "}) {
        const auto at = sql.find(before);
        if (at == std::string_view::npos)
            continue;
        std::string_view rest = sql.substr(at + before.size());
        const bool quoted = rest.starts_with('"');
        rest.remove_prefix(quoted ? 1 : 0);
        return std::string(rest.substr(0, rest.find_first_of(quoted ? "\"" : " \t\r\n(,")));
    }
    return {};
}

/// <entity><ejb-name/><table-name/><cmp-field><field-name/><column-name/>, <weblogic-rdbms-bean>..<table-map><table-name/><field-map>
/// <cmp-field/><dbms-column/>, <schema-info><table-name/><cm-field><field/><column-name/>, <entity-deployment name="" table="">.
void beanTable(pugi::xml_node node, std::string_view ejb, std::uint32_t line, ServerNames& out)
{
    BeanTable made;
    made.ejb = ejb;
    made.line = line;
    made.table = nested(node, {"table-name"});
    eachElement(node, [&](pugi::xml_node inner) {
        const std::string field = firstOf(inner, {"field-name", "cmp-field", "field"});
        std::string column = firstOf(inner, {"column-name", "dbms-column"});
        column.erase(0, column.rfind('.') + 1); // npos + 1 is 0
        if (!field.empty() && !column.empty())
            made.columns.emplace_back(field, column);
        if (made.table.empty() && localName(inner) == "sql")
            made.table = tableOfSql(text(inner));
    });
    made.table.erase(0, made.table.rfind('.') + 1);
    if (!made.table.empty())
        out.tables.push_back(std::move(made));
}

/// The file name and the id of META-INF/ejb-jar.xml#Session_1.
bool readReference(std::string_view href, IdBinding& out)
{
    const auto hash = href.find('#');
    if (hash == std::string_view::npos || hash + 1 == href.size())
        return false;
    const std::string_view file = href.substr(0, hash);
    out.file = file.substr(file.rfind('/') + 1); // npos + 1 is 0
    out.id = href.substr(hash + 1);
    return true;
}

/// <ejbBindings jndiName="a"><enterpriseBean href="META-INF/ejb-jar.xml#Session_1"/><resRefBindings jndiName="b"><bindingResourceRef href=../>
void xmiBindings(const XmlText& xml, ServerNames& out)
{
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view href = attribute(node, "href");
        const pugi::xml_node binding = node.parent();
        if (href.empty() || (localName(node) != "enterpriseBean" && !localName(node).starts_with("binding")))
            return;
        IdBinding made;
        made.jndi = firstOf(binding, {"jndiName"});
        if (localName(node) == "enterpriseBean")
            made.destination = firstOf(binding, {"destinationJndiName", "listenerInputPortName"});
        if (!made.destination.empty())
            made.jndi.clear();
        made.line = xml.line(binding);
        if (readReference(href, made) && !(made.jndi.empty() && made.destination.empty()))
            out.bindings.push_back(std::move(made));
    });
}

} // namespace

void resolveBindings(ServerNames& of, const ServerNames& other, std::string_view otherFile)
{
    std::erase_if(of.bindings, [&](const IdBinding& binding) {
        const auto named = std::ranges::find(other.ids, binding.id, [](const auto& id) { return id.first; });
        if (binding.file != otherFile || named == other.ids.end())
            return false;
        const bool bean = named->second.starts_with(kBeanMark);
        const std::string name = named->second.substr(bean ? kBeanMark.size() : 0);
        if (bean)
            of.beans.push_back({name, binding.jndi, binding.destination, binding.line});
        else
            of.aliases.emplace_back(name, binding.jndi);
        return true;
    });
}

ServerNames readServerNames(std::string_view text, std::string_view path)
{
    ServerNames out;
    XmlText xml(text, path);
    if (path.ends_with(".xmi")) {
        xmiBindings(xml, out);
        return out;
    }
    const bool server = isServerDescriptor(localName(xml.root()));
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view name = localName(node);
        std::string ejb = childText(node, "ejb-name");
        if (const std::string_view id = attribute(node, "id"); !server && !id.empty()) {
            const bool bean = !ejb.empty() && (name == "session" || name == "message-driven" || name == "entity");
            if (const std::string own = bean ? std::string(kBeanMark) + ejb : referenceName(node); !own.empty())
                out.ids.emplace_back(id, own);
        }
        if (ejb.empty() && (name == "session" || name == "message-driven" || name == "entity"))
            ejb = attribute(node, "name");
        if (server && name == "entity-deployment" && !attribute(node, "table").empty())
            out.tables.push_back({std::string(attribute(node, "name")), std::string(attribute(node, "table")), {}, xml.line(node)});
        if (server && !ejb.empty() && name != "method") {
            beanTable(node, ejb, xml.line(node), out);
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
