#include "analyzers/graph/TableCatalog.h"

#include "analyzers/sql/SqlTokens.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

TableId TableCatalog::find(std::string_view name) const
{
    const auto found = m_tables.find(sql::upper(name));
    return found == m_tables.end() ? TableId() : found->second;
}

TableId TableCatalog::table(std::string_view name, TableOrigin origin, Location at)
{
    std::string key = sql::upper(name);
    const auto [found, added] = m_tables.try_emplace(key, TableId(m_model.tables.size()));
    if (added) {
        Table made;
        made.name = m_model.intern(key);
        made.origin = origin;
        made.at = at;
        m_model.tables.push_back(std::move(made));
    }
    return found->second;
}

void TableCatalog::addColumn(TableId id, Column column)
{
    Table& table = m_model.tables[id.value];
    for (Column& known : table.columns) {
        if (known.name == column.name) {
            if (m_model.text(known.comment).empty()) {
                known.comment = column.comment;
            }
            if (m_model.text(known.type).empty()) {
                known.type = column.type;
            }
            return;
        }
    }
    table.columns.push_back(column);
}

void TableCatalog::addForeignKey(TableId id, ForeignKey key)
{
    for (ForeignKey& known : m_model.tables[id.value].foreignKeys) {
        if (known.targetName == key.targetName && known.columns == key.columns) {
            known.cascadeDelete = known.cascadeDelete || key.cascadeDelete;
            return;
        }
    }
    m_model.tables[id.value].foreignKeys.push_back(std::move(key));
}

void TableCatalog::addScripts(const ProjectFacts& facts)
{
    // First what creates tables, so that their columns keep the order of the script; then what only adds to them.
    for (const bool created : {true, false}) {
        for (const auto& script : facts.scripts) {
            for (const sql::DdlTable& ddl : script.facts) {
                if (ddl.created == created && (created || find(ddl.name).valid())) {
                    addTable(ddl, script.file);
                }
            }
        }
    }
}

void TableCatalog::addTable(const sql::DdlTable& ddl, FileId file)
{
    const bool known = find(ddl.name).valid();
    const TableId id = table(ddl.name, TableOrigin::Ddl, {file, ddl.line});
    Table& table = m_model.tables[id.value];
    if (m_model.text(table.comment).empty()) {
        table.comment = m_model.intern(ddl.comment);
    }
    table.databaseView = table.databaseView || (!known && ddl.view);
    for (const sql::DdlColumn& column : ddl.columns) {
        Column made;
        made.name = m_model.intern(column.name);
        made.type = m_model.intern(column.type);
        made.comment = m_model.intern(column.comment);
        made.nullable = column.nullable;
        made.primaryKey = column.primaryKey;
        if (!known || (!ddl.created && !column.type.empty())) {
            addColumn(id, made);
        } else { // another copy: only what the first one lacks
            for (Column& first : m_model.tables[id.value].columns) {
                if (first.name == made.name) {
                    first.comment = m_model.text(first.comment).empty() ? made.comment : first.comment;
                    first.primaryKey = first.primaryKey || made.primaryKey;
                }
            }
        }
    }
    for (const sql::DdlForeignKey& key : ddl.foreignKeys) {
        ForeignKey made;
        for (const std::string& column : key.columns) {
            made.columns.push_back(m_model.intern(column));
        }
        made.targetName = m_model.intern(key.target);
        made.cascadeDelete = key.cascadeDelete;
        made.at = {file, key.line};
        addForeignKey(id, std::move(made));
    }
}

void TableCatalog::resolveForeignKeys()
{
    for (Table& table : m_model.tables) {
        for (ForeignKey& key : table.foreignKeys) {
            key.target = find(m_model.text(key.targetName));
        }
    }
}

} // namespace naru::analyzers::graph
