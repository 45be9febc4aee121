#include "analyzers/graph/TableCatalog.h"

#include "analyzers/sql/SqlTokens.h"
#include "core/base/Blanks.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

TableId TableCatalog::find(std::string_view name) const
{
    const auto found = m_tables.find(meant(name));
    return found == m_tables.end() ? TableId() : found->second;
}

std::string TableCatalog::meant(std::string_view name) const
{
    constexpr int kLongestChain = 5;
    std::string key = sql::upper(trimmed(name)); // @Table(name = " ORDERS")
    for (int i = 0; i < kLongestChain && !m_synonyms.empty(); ++i) {
        const auto next = m_synonyms.find(key);
        if (next == m_synonyms.end())
            break;
        key = next->second;
    }
    return key;
}

/// A synonym beside a table of its name says nothing: the table is the one of this system.
void TableCatalog::addSynonyms(const std::vector<Script>& scripts)
{
    for (const Script& script : scripts)
        for (const sql::DdlTable& ddl : *script.tables)
            if (!ddl.synonymOf.empty() && !m_tables.contains(ddl.name))
                m_synonyms.try_emplace(ddl.name, ddl.synonymOf);
}

TableId TableCatalog::stored(std::string_view name) const
{
    const TableId table = find(name);
    return table.valid() && m_model[table].origin != TableOrigin::Sql ? table : TableId();
}

TableId TableCatalog::table(std::string_view name, TableOrigin origin, Location at)
{
    std::string key = meant(name);
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

namespace {

/// The numbers of V1_2__name.sql, V1.2__name.sql; empty for other names.
std::vector<std::uint64_t> flywayVersion(std::string_view path)
{
    const std::string_view name = fileName(path);
    const auto end = name.find("__");
    std::vector<std::uint64_t> version;
    if (name.size() < 2 || (name[0] != 'V' && name[0] != 'v') || end == std::string_view::npos) {
        return version;
    }
    std::uint64_t number = 0;
    for (const char c : name.substr(1, end - 1)) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + static_cast<std::uint64_t>(c - '0');
        } else if (c == '.' || c == '_') {
            version.push_back(std::exchange(number, 0));
        } else {
            return {};
        }
    }
    version.push_back(number);
    return version;
}

} // namespace

std::vector<TableCatalog::Script> TableCatalog::ordered(const ProjectFacts& facts) const
{
    std::vector<Script> scripts;
    for (const auto& script : facts.scripts) {
        auto version = flywayVersion(m_model.text(m_model[script.file].path));
        const bool migration = !version.empty();
        scripts.push_back({script.file, &*script.facts, std::move(version), migration});
    }
    for (const auto& changelog : facts.changelogs) {
        scripts.push_back({changelog.file, &changelog.facts.tables, {}, true});
    }
    std::ranges::stable_sort(scripts, [](const Script& a, const Script& b) {
        return std::tie(a.migration, a.version) < std::tie(b.migration, b.version);
    });
    return scripts;
}

void TableCatalog::addScripts(const ProjectFacts& facts)
{
    m_compared.clear();
    const std::vector<Script> scripts = ordered(facts);
    std::unordered_map<std::string, std::string> renamed; // by migrations: the names in the end
    std::unordered_set<std::string> dropped;
    for (const Script& script : scripts) {
        for (const sql::DdlTable& ddl : *script.tables) {
            if (!script.migration) {
                continue;
            }
            if (ddl.dropped) {
                dropped.insert(ddl.name);
            } else if (ddl.created) {
                dropped.erase(ddl.name);
            }
            if (!ddl.renamedTo.empty() && ddl.renamedTo != ddl.name) {
                renamed[ddl.name] = ddl.renamedTo;
            }
        }
    }
    const auto finalName = [&](std::string name) {
        for (int steps = 0; steps < 16 && renamed.contains(name); ++steps) {
            name = renamed[name];
        }
        return name;
    };
    // First what creates tables, so that their columns keep the order of the script; then what only adds to them.
    for (const bool created : {true, false}) {
        std::unordered_set<const void*> copies;
        for (const Script& script : scripts) {
            if (created && !script.migration && !copies.insert(script.tables).second) {
                continue; // a table keeps the columns of its first script: the same once more says nothing new
            }
            for (const sql::DdlTable& ddl : *script.tables) {
                if (ddl.created != created || (script.migration && dropped.contains(finalName(ddl.name)))) {
                    continue;
                }
                if (!script.migration) {
                    if (created || find(ddl.name).valid()) {
                        addTable(ddl, script.file);
                    }
                    continue;
                }
                sql::DdlTable final = ddl;
                final.name = finalName(ddl.name);
                for (sql::DdlForeignKey& key : final.foreignKeys) {
                    key.target = finalName(key.target);
                }
                if (created || find(final.name).valid()) {
                    addTable(final, script.file);
                }
            }
        }
    }
    addSynonyms(scripts);
}

bool TableCatalog::compared(TableId table, const sql::DdlTable& ddl)
{
    if (!ddl.created) {
        return false;
    }
    std::vector<const void*>& lists = m_compared[table.value];
    const void* list = &ddl.columns.list();
    if (std::ranges::find(lists, list) != lists.end()) {
        return true;
    }
    lists.push_back(list);
    return false;
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
    for (const sql::DdlColumn& column : compared(id, ddl) ? SharedList<sql::DdlColumn>() : ddl.columns) {
        if (!known || (!ddl.created && !column.type.empty())) {
            Column made;
            made.name = m_model.intern(column.name);
            made.type = m_model.intern(column.type);
            made.comment = m_model.intern(column.comment);
            made.nullable = column.nullable;
            made.primaryKey = column.primaryKey;
            addColumn(id, made);
        } else { // another copy: only what the first one lacks
            for (Column& first : m_model.tables[id.value].columns) {
                if (m_model.text(first.name) == column.name) {
                    first.comment = m_model.text(first.comment).empty() ? m_model.intern(column.comment) : first.comment;
                    first.primaryKey = first.primaryKey || column.primaryKey;
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
