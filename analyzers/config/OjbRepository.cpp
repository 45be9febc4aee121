#include "analyzers/config/OjbRepository.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>
#include <map>

namespace naru::analyzers::config {

namespace {

/// What OJB stores or removes together with the object, in the words of Hibernate: auto-update and auto-delete; "link" only sets keys.
std::string cascadeOf(pugi::xml_node node)
{
    const auto hands = [&](std::string_view name) {
        const std::string_view value = attribute(node, name);
        return value == "object" || value == "true";
    };
    return std::string(hands("auto-update") ? "save-update," : "") + (hands("auto-delete") ? "delete" : "");
}

std::string columnOfProperty(const MappedClass& made, std::string_view property)
{
    const auto found = std::ranges::find(made.columns, property, &MappedColumn::property);
    return found == made.columns.end() ? std::string() : found->column;
}

MappedRelation collectionOrReference(const MappedClass& made, pugi::xml_node node, bool many)
{
    MappedRelation relation;
    relation.property = attribute(node, "name");
    relation.target = attribute(node, many ? "element-class-ref" : "class-ref");
    relation.cascade = cascadeOf(node);
    relation.joinTable = attribute(node, "indirection-table");
    relation.kind = !many ? "many-to-one" : relation.joinTable.empty() ? "one-to-many" : "many-to-many";
    for (const pugi::xml_node& key : node.children())
        if (localName(key) == "foreignkey") // of a key of several parts the last one is the most telling
            relation.joinColumn = columnOfProperty(made, attribute(key, "field-ref"));
    return relation;
}

MappedClass classOf(pugi::xml_node node, const XmlText& xml)
{
    MappedClass made;
    made.className = attribute(node, "class");
    made.table = attribute(node, "table");
    made.line = xml.line(node);
    made.sqls.push_back({std::string(kDetached), std::string(kDetached), {}, made.line});
    for (const pugi::xml_node& child : node.children())
        if (localName(child) == "field-descriptor")
            made.columns.push_back({std::string(attribute(child, "name")), std::string(attribute(child, "column")),
                                    attribute(child, "primarykey") == "true", attribute(child, "nullable") != "false"});
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = localName(child);
        if (name == "collection-descriptor" || (name == "reference-descriptor" && attribute(child, "name") != "super"))
            made.relations.push_back(collectionOrReference(made, child, name == "collection-descriptor"));
    }
    return made;
}

} // namespace

MappingFile readOjbRepository(std::string_view text, std::string_view path)
{
    MappingFile out;
    XmlText xml(text, path);
    std::map<std::string, std::vector<std::string>, std::less<>> extents; ///< of a class: those that stand for it
    for (const pugi::xml_node& node : xml.root().children()) {
        if (localName(node) != "class-descriptor")
            continue;
        out.classes.push_back(classOf(node, xml));
        for (const pugi::xml_node& child : node.children())
            if (localName(child) == "extent-class")
                extents[out.classes.back().className].emplace_back(attribute(child, "class-ref"));
            else if (localName(child) == "reference-descriptor" && attribute(child, "name") == "super")
                out.classes.back().extends = attribute(child, "class-ref");
    }
    std::map<std::string, std::string, std::less<>> tables;
    for (const MappedClass& made : out.classes)
        tables.emplace(made.className, made.table);
    const auto tableOf = [&](const std::string& name) {
        const auto found = tables.find(name);
        return found == tables.end() ? std::string() : found->second;
    };
    for (MappedClass& made : out.classes) {
        if (const std::string inherited = tableOf(made.extends); !inherited.empty() && inherited != made.table)
            made.moreTables.push_back(inherited); // the rows are divided
        if (!made.table.empty())
            continue;
        for (const std::string& extent : extents[made.className]) { // a class without a table is what its extents are
            const std::string table = tableOf(extent);
            if (!table.empty() && made.table.empty())
                made.table = table;
            else if (!table.empty() && table != made.table && std::ranges::find(made.moreTables, table) == made.moreTables.end())
                made.moreTables.push_back(table);
        }
    }
    std::erase_if(out.classes, [](const MappedClass& made) { return made.table.empty(); });
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

} // namespace naru::analyzers::config
