#include "analyzers/graph/Liquibase.h"

#include "analyzers/config/DataDescriptors.h"
#include "analyzers/config/XmlText.h"
#include "analyzers/sql/SqlTokens.h"
#include "core/base/Blanks.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <string>

namespace naru::analyzers::graph {

namespace {

using config::attribute;
using config::localName;
using config::XmlText;

constexpr int kDeepestChangeSet = 24;

/// An element of a changelog, whatever it is written in: lists of YAML are the children that they hold.
struct Change {
    std::string name;
    std::map<std::string, std::string, std::less<>> values;
    std::vector<Change> children;
    std::string text;
    std::uint32_t line = 0;

    [[nodiscard]] std::string value(std::string_view key) const
    {
        const auto found = values.find(key);
        return found == values.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::string upper(std::string_view key) const { return sql::upper(value(key)); }
    [[nodiscard]] bool is(std::string_view key) const { return value(key) == "true"; }
};

Change fromXml(pugi::xml_node node, const XmlText& xml, int depth)
{
    Change out;
    out.name = localName(node);
    out.line = xml.line(node);
    out.text = config::text(node);
    for (const pugi::xml_attribute& attribute : node.attributes())
        out.values.emplace(attribute.name(), attribute.value());
    for (const pugi::xml_node& child : node.children())
        if (child.type() == pugi::node_element && depth < kDeepestChangeSet)
            out.children.push_back(fromXml(child, xml, depth + 1));
    return out;
}

void fromYaml(const YAML::Node& node, Change& out, int depth, std::size_t& visits)
{
    constexpr std::size_t kMostVisits = 200'000;
    if (depth > kDeepestChangeSet || ++visits > kMostVisits)
        return;
    if (node.IsSequence()) {
        for (const auto& item : node)
            fromYaml(item, out, depth + 1, visits);
    } else if (node.IsMap()) {
        for (const auto& entry : node) {
            const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
            if (entry.second.IsScalar()) {
                out.values.emplace(key, entry.second.Scalar());
            } else if (entry.second.IsSequence()) {
                fromYaml(entry.second, out, depth + 1, visits);
            } else if (entry.second.IsMap()) {
                Change child;
                child.name = key;
                child.line = static_cast<std::uint32_t>(entry.first.Mark().line + 1);
                fromYaml(entry.second, child, depth + 1, visits);
                child.text = child.value("sql");
                out.children.push_back(std::move(child));
            }
        }
    }
}

std::vector<std::string> names(std::string_view list)
{
    std::vector<std::string> out;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (const std::string_view one = core::trimmed(list.substr(0, comma)); !one.empty())
            out.push_back(sql::upper(one));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return out;
}

class ChangelogReader {
public:
    std::vector<sql::DdlTable> run(const Change& root)
    {
        apply(root, 0);
        return std::move(m_tables);
    }

private:
    sql::DdlTable& table(const std::string& name, std::uint32_t line)
    {
        const auto found = std::ranges::find_if(m_tables, [&](const sql::DdlTable& known) { return known.name == name && !known.dropped; });
        if (found != m_tables.end())
            return *found;
        sql::DdlTable& made = m_tables.emplace_back();
        made.name = name;
        made.line = line;
        return made;
    }

    void apply(const Change& change, int depth)
    {
        if (change.name == "rollback" || change.name == "preConditions" || depth > kDeepestChangeSet)
            return;
        if (change.name == "createTable")
            create(change);
        else if (change.name == "addColumn")
            columns(change, table(change.upper("tableName"), change.line));
        else if (change.name == "addPrimaryKey")
            mark(table(change.upper("tableName"), change.line), names(change.value("columnNames")));
        else if (change.name == "addForeignKeyConstraint")
            foreignKey(change);
        else if (change.name == "renameTable")
            table(change.upper("oldTableName"), change.line).renamedTo = change.upper("newTableName");
        else if (change.name == "dropTable")
            table(change.upper("tableName"), change.line).dropped = true;
        else if (change.name == "setTableRemarks")
            table(change.upper("tableName"), change.line).comment = change.value("remarks");
        else if (change.name == "setColumnRemarks")
            column(table(change.upper("tableName"), change.line), change.upper("columnName")).comment = change.value("remarks");
        else if (change.name == "sql" && !change.text.empty())
            script(change);
        else
            for (const Change& child : change.children)
                apply(child, depth + 1);
    }

    void create(const Change& change)
    {
        sql::DdlTable& made = table(change.upper("tableName"), change.line);
        made.created = true;
        made.comment = change.value("remarks");
        columns(change, made);
    }

    static sql::DdlColumn& column(sql::DdlTable& table, const std::string& name)
    {
        std::vector<sql::DdlColumn>& columns = table.columns.edit();
        const auto found = std::ranges::find(columns, name, &sql::DdlColumn::name);
        if (found != columns.end())
            return *found;
        sql::DdlColumn made;
        made.name = name;
        return columns.emplace_back(std::move(made));
    }

    static void columns(const Change& change, sql::DdlTable& table)
    {
        for (const Change& child : change.children) {
            if (child.name != "column" || child.value("name").empty())
                continue;
            sql::DdlColumn& made = column(table, child.upper("name"));
            made.type = child.value("type");
            made.comment = child.value("remarks");
            for (const Change& constraint : child.children) {
                if (constraint.name != "constraints")
                    continue;
                made.primaryKey = constraint.is("primaryKey");
                made.nullable = !made.primaryKey && constraint.value("nullable") != "false";
                std::string target = constraint.value("referencedTableName");
                if (const std::string references = constraint.value("references"); target.empty())
                    target = std::string(core::trimmed(references.substr(0, references.find('('))));
                if (!target.empty())
                    table.foreignKeys.push_back({{made.name}, sql::upper(target.substr(target.rfind('.') + 1)), constraint.is("deleteCascade"),
                                                 child.line});
            }
        }
    }

    static void mark(sql::DdlTable& table, const std::vector<std::string>& keys)
    {
        for (const std::string& key : keys) {
            sql::DdlColumn& column = ChangelogReader::column(table, key);
            column.primaryKey = true;
            column.nullable = false;
        }
    }

    void foreignKey(const Change& change)
    {
        sql::DdlForeignKey key;
        key.columns = names(change.value("baseColumnNames"));
        key.target = change.upper("referencedTableName");
        key.cascadeDelete = change.upper("onDelete") == "CASCADE" || change.is("deleteCascade");
        key.line = change.line;
        if (!key.target.empty())
            table(change.upper("baseTableName"), change.line).foreignKeys.push_back(std::move(key));
    }

    void script(const Change& change)
    {
        for (sql::DdlTable& read : sql::readDdl(change.text)) {
            read.line = change.line + (read.line > 0 ? read.line - 1 : 0);
            for (sql::DdlForeignKey& key : read.foreignKeys)
                key.line = change.line;
            m_tables.push_back(std::move(read));
        }
    }

    std::vector<sql::DdlTable> m_tables;
};

} // namespace

Changelog readXmlChangelog(std::string_view text, std::string_view path)
{
    XmlText xml(text, path);
    Changelog out;
    out.tables = ChangelogReader().run(fromXml(xml.root(), xml, 0));
    std::erase_if(out.tables, [](const sql::DdlTable& table) { return table.name.empty(); });
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

Changelog readYamlChangelog(std::string_view text, std::string_view path)
{
    Changelog out;
    if (config::nestsTooDeep(text)) {
        out.diagnostics.push_back({core::Severity::Warning, "config.yaml.limit", std::string(path), 0, {}});
        return out;
    }
    try {
        Change root;
        std::size_t visits = 0;
        fromYaml(YAML::Load(std::string(text)), root, 0, visits);
        out.tables = ChangelogReader().run(root);
        std::erase_if(out.tables, [](const sql::DdlTable& table) { return table.name.empty(); });
    } catch (const YAML::Exception& fault) {
        out.diagnostics.push_back({core::Severity::Info, "config.yaml.broken", std::string(path), fault.mark.line + 1, {{"reason", fault.msg}}});
    }
    return out;
}

bool mentionsChangelog(std::string_view text)
{
    return text.substr(0, 65536).find("databaseChangeLog") != std::string_view::npos;
}

} // namespace naru::analyzers::graph
