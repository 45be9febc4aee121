#include "analyzers/config/DataDescriptors.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>
#include <iterator>

namespace naru::analyzers::config {

namespace {

void hbmMembers(MappedClass& made, pugi::xml_node node, const XmlText& xml, MappingFile& out, const std::string& package, bool single);

std::string qualified(const std::string& package, std::string_view name)
{
    return name.empty() || name.find('.') != std::string_view::npos || package.empty() ? std::string(name)
                                                                                       : package + "." + std::string(name);
}

/// formula="(select ..)" or <formula> of a property or relation, where="..", <filter>, and statements that take the place of Hibernate's.
void hbmSql(MappedClass& made, pugi::xml_node node, const XmlText& xml)
{
    const std::string_view name = localName(node);
    const auto add = [&](std::string_view use, std::string_view property, std::string sql) {
        if (!sql.empty()) {
            made.sqls.push_back({std::string(use), std::string(property.empty() ? use : property), std::move(sql), xml.line(node)});
        }
    };
    add("formula", attribute(node, "name"), std::string(attribute(node, "formula")));
    for (const pugi::xml_node& child : node.children()) {
        if (localName(child) == "formula") {
            add("formula", attribute(node, "name"), text(child));
        }
    }
    add("filter", attribute(node, "name"), std::string(attribute(node, "where")));
    if (name == "filter") {
        add("filter", attribute(node, "name"), std::string(attribute(node, "condition")));
    } else if (name == "sql-insert" || name == "sql-update" || name == "sql-delete") {
        add(name.substr(4), {}, text(node));
    } else if (name == "subselect") {
        add(name, {}, text(node));
    }
}

void hbmClass(MappingFile& out, pugi::xml_node node, const XmlText& xml, const std::string& package, const std::string& parent, bool single)
{
    MappedClass made;
    made.className = qualified(package, attribute(node, "name"));
    made.entityName = attribute(node, "entity-name");
    made.table = attribute(node, "table");
    made.extends = parent.empty() ? qualified(package, attribute(node, "extends")) : parent;
    made.singleTable = single;
    made.line = xml.line(node);
    hbmSql(made, node, xml);
    hbmMembers(made, node, xml, out, package, single);
    out.classes.push_back(std::move(made));
}

std::string columnOf(pugi::xml_node node)
{
    std::string column(attribute(node, "column"));
    for (const pugi::xml_node& child : node.children()) {
        if (column.empty() && (localName(child) == "column" || localName(child) == "key")) {
            column = attribute(child, localName(child) == "column" ? "name" : "column");
        }
    }
    return column;
}

void hbmCollection(MappedClass& made, pugi::xml_node node, const std::string& package)
{
    MappedRelation relation;
    relation.property = attribute(node, "name");
    relation.joinColumn = columnOf(node);
    relation.cascade = attribute(node, "cascade");
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = localName(child);
        if (name == "one-to-many" || name == "many-to-many") {
            relation.kind = name;
            relation.target = qualified(package, attribute(child, "class"));
        } else if (name == "element" || name == "composite-element") {
            relation.kind = "element";
        }
    }
    if (relation.kind != "one-to-many") {
        relation.joinTable = attribute(node, "table");
    }
    made.relations.push_back(std::move(relation));
}

void hbmMembers(MappedClass& made, pugi::xml_node node, const XmlText& xml, MappingFile& out, const std::string& package, bool)
{
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = localName(child);
        hbmSql(made, child, xml);
        if (name == "join") {
            made.moreTables.emplace_back(attribute(child, "table"));
            MappedClass further; // its columns are those of the other table
            hbmMembers(further, child, xml, out, package, false);
            std::ranges::move(further.relations, std::back_inserter(made.relations));
            std::ranges::move(further.sqls, std::back_inserter(made.sqls));
        } else if (name == "properties" || name == "natural-id" || name == "dynamic-component") {
            hbmMembers(made, child, xml, out, package, false);
        } else if (name == "synchronize") {
            made.synchronized_.emplace_back(attribute(child, "table"));
        } else if ((name == "property" || name == "many-to-one") && !made.sqls.empty() && made.sqls.back().use == "formula" &&
                   made.sqls.back().line == xml.line(child) && columnOf(child).empty() && name == "property") {
            continue; // no column
        } else if (name == "id" || name == "property" || name == "version" || name == "timestamp") {
            made.columns.push_back(
                {std::string(attribute(child, "name")), columnOf(child), name == "id", attribute(child, "not-null") != "true"});
        } else if (name == "composite-id" || name == "component") {
            eachElement(child, [&](pugi::xml_node key) {
                if (localName(key) == "key-property" || localName(key) == "property") {
                    made.columns.push_back({std::string(attribute(key, "name")), columnOf(key), name == "composite-id", true});
                }
            });
        } else if (name == "many-to-one" || name == "one-to-one") {
            made.relations.push_back({std::string(attribute(child, "name")),
                                      qualified(package, attribute(child, "class")),
                                      {},
                                      columnOf(child),
                                      std::string(name),
                                      std::string(attribute(child, "cascade"))});
        } else if (name == "set" || name == "list" || name == "bag" || name == "map" || name == "idbag" || name == "array") {
            hbmCollection(made, child, package);
        } else if (name == "subclass") {
            hbmClass(out, child, xml, package, made.className, true);
        } else if (name == "joined-subclass" || name == "union-subclass") {
            hbmClass(out, child, xml, package, made.className, false);
        }
    }
}

void hbm(MappingFile& out, const XmlText& xml)
{
    const std::string package(attribute(xml.root(), "package"));
    for (const pugi::xml_node& node : xml.root().children()) {
        const std::string_view name = localName(node);
        if (name == "class" || name == "joined-subclass" || name == "union-subclass") {
            hbmClass(out, node, xml, package, {}, false);
        } else if (name == "subclass") {
            hbmClass(out, node, xml, package, {}, true);
        } else if (name == "query" || name == "sql-query") {
            out.queries.push_back({std::string(attribute(node, "name")), text(node), name == "sql-query", xml.line(node)});
        }
    }
}

void ormEntity(MappingFile& out, pugi::xml_node node, const XmlText& xml, const std::string& package)
{
    MappedClass made;
    made.className = qualified(package, attribute(node, "class"));
    made.entityName = attribute(node, "name");
    made.line = xml.line(node);
    eachElement(node, [&](pugi::xml_node child) {
        const std::string_view name = localName(child);
        if (name == "table" && child.parent() == node) {
            made.table = attribute(child, "name");
        } else if (name == "secondary-table") {
            made.moreTables.emplace_back(attribute(child, "name"));
        } else if (name == "id" || name == "basic" || name == "version") {
            MappedColumn column{std::string(attribute(child, "name")), {}, name == "id", true};
            for (const pugi::xml_node& inner : child.children()) {
                if (localName(inner) == "column") {
                    column.column = attribute(inner, "name");
                }
            }
            made.columns.push_back(std::move(column));
        } else if (name.find("-to-") != std::string_view::npos || name == "element-collection") {
            MappedRelation relation{
                std::string(attribute(child, "name")), qualified(package, attribute(child, "target-entity")), {}, {}, std::string(name), {}};
            for (const pugi::xml_node& inner : child.children()) {
                if (localName(inner) == "join-table" || localName(inner) == "collection-table") {
                    relation.joinTable = attribute(inner, "name");
                } else if (localName(inner) == "join-column") {
                    relation.joinColumn = attribute(inner, "name");
                } else if (localName(inner) == "cascade") {
                    for (const pugi::xml_node& kind : inner.children()) {
                        relation.cascade += std::string(localName(kind)) + ",";
                    }
                }
            }
            made.relations.push_back(std::move(relation));
        }
    });
    out.classes.push_back(std::move(made));
}

void orm(MappingFile& out, const XmlText& xml)
{
    const std::string package = childText(xml.root(), "package");
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view name = localName(node);
        if (name == "entity") {
            ormEntity(out, node, xml, package);
        } else if (name == "named-query" || name == "named-native-query") {
            out.queries.push_back(
                {std::string(attribute(node, "name")), childText(node, "query"), name == "named-native-query", xml.line(node)});
        }
    });
}

} // namespace

MappingFile readMapping(std::string_view text, std::string_view path)
{
    MappingFile out;
    XmlText xml(text, path);
    if (localName(xml.root()) == "hibernate-mapping") {
        hbm(out, xml);
    } else {
        orm(out, xml);
    }
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

namespace {

/// Of a message-driven bean: the activation property, or the link; empty when a container's own descriptor says it.
std::string destinationOf(pugi::xml_node bean)
{
    std::string found = childText(bean, "message-destination-link");
    eachElement(bean, [&](pugi::xml_node node) {
        const std::string name = childText(node, "activation-config-property-name");
        if (localName(node) == "activation-config-property" && (name == "destination" || name == "destinationLookup"))
            found = childText(node, "activation-config-property-value");
    });
    return found;
}

/// What the container knows of an entity bean.
void entityBean(EjbDeclaration& made, pugi::xml_node bean, const XmlText& xml)
{
    made.schema = childText(bean, "abstract-schema-name");
    made.key = childText(bean, "primkey-field");
    made.containerManaged = childText(bean, "persistence-type") == "Container";
    for (const pugi::xml_node& child : bean.children()) {
        if (localName(child) == "cmp-field")
            made.fields.push_back(childText(child, "field-name"));
        if (localName(child) != "query")
            continue;
        NamedSql query;
        query.text = childText(child, "ejb-ql");
        query.line = xml.line(child);
        for (const pugi::xml_node& method : child.children())
            if (localName(method) == "query-method")
                query.name = childText(method, "method-name");
        made.queries.push_back(std::move(query));
    }
}

/// <ejb-relation> with its two roles.
void relationOf(EjbJar& out, pugi::xml_node node, const XmlText& xml)
{
    std::vector<EjbRelation> sides;
    for (const pugi::xml_node& role : node.children()) {
        if (localName(role) != "ejb-relationship-role")
            continue;
        EjbRelation side;
        side.many = childText(role, "multiplicity") == "Many";
        side.line = xml.line(role);
        for (const pugi::xml_node& child : role.children()) {
            if (localName(child) == "relationship-role-source")
                side.ejb = childText(child, "ejb-name");
            if (localName(child) == "cmr-field")
                side.field = childText(child, "cmr-field-name");
        }
        sides.push_back(std::move(side));
    }
    if (sides.size() != 2)
        return;
    for (const std::size_t i : {0U, 1U}) {
        sides[i].target = sides[1 - i].ejb;
        sides[i].targetMany = sides[1 - i].many;
    }
    out.relations.insert(out.relations.end(), sides.begin(), sides.end());
}

} // namespace

EjbJar readEjbJar(std::string_view text, std::string_view path)
{
    EjbJar out;
    XmlText xml(text, path);
    eachElement(xml.root(), [&](pugi::xml_node node) {
        const std::string_view name = localName(node);
        if (name == "session" || name == "entity" || name == "message-driven") {
            EjbDeclaration made;
            made.kind = name == "session" ? "Session" : (name == "entity" ? "Entity" : "Message");
            made.name = childText(node, "ejb-name");
            made.className = childText(node, "ejb-class");
            made.remote = childText(node, "remote").empty() ? childText(node, "business-remote") : childText(node, "remote");
            made.local = childText(node, "local").empty() ? childText(node, "business-local") : childText(node, "local");
            made.home = childText(node, "home");
            made.localHome = childText(node, "local-home");
            if (name == "entity")
                entityBean(made, node, xml);
            made.beanManaged = childText(node, "transaction-type") == "Bean";
            made.destination = destinationOf(node);
            made.line = xml.line(node);
            out.beans.push_back(std::move(made));
        } else if (name == "ejb-relation") {
            relationOf(out, node, xml);
        } else if (name == "container-transaction") {
            for (const pugi::xml_node& child : node.children()) {
                if (localName(child) == "method") {
                    out.transactions.push_back(
                        {childText(child, "ejb-name"), childText(child, "method-name"), childText(node, "trans-attribute")});
                }
            }
        }
    });
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

} // namespace naru::analyzers::config
