#include "costing/TableRoles.h"

#include <algorithm>
#include <set>

namespace naru::costing {

using core::CodeModel;
using core::Column;
using core::Table;
using core::TableId;

namespace {

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> starts)
{
    return std::ranges::any_of(starts, [&](std::string_view start) { return text.starts_with(start); });
}

std::string upper(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : static_cast<char>(c); });
    return out;
}

bool isTextType(std::string_view type)
{
    const std::string name = upper(type);
    return startsWithAny(
        name, {"CHAR", "VARCHAR", "NCHAR", "NVARCHAR", "TEXT", "CLOB", "NCLOB", "STRING", "LONGTEXT", "MEDIUMTEXT", "LONG", "TINYTEXT"});
}

bool isWholeType(std::string_view type)
{
    const std::string name = upper(type);
    return startsWithAny(name, {"INT", "NUMBER", "NUMERIC", "SMALLINT", "TINYINT", "BIGINT", "DECIMAL", "LONG"}) && name != "LONGTEXT";
}

std::vector<const Column*> withoutAudit(const CodeModel& model, const Table& table, const Conventions& conventions)
{
    std::vector<const Column*> columns;
    for (const Column& column : table.columns)
        if (!conventions.auditColumns.matches(model.text(column.name)))
            columns.push_back(&column);
    return columns;
}

/// A reference table after OMG AFP: one key, at most one ordering integer, no cascading delete, few text columns
/// or only such as name and description. Only where the columns are known and nothing refers further.
bool looksLikeLookup(const CodeModel& model, const Table& table, const Conventions& conventions)
{
    const auto columns = withoutAudit(model, table, conventions);
    if (columns.size() < 2 || !table.foreignKeys.empty())
        return false;
    int keys = 0;
    int numbers = 0;
    int texts = 0;
    bool onlyNames = true;
    for (const Column* column : columns) {
        if (column->primaryKey) {
            ++keys;
        } else if (isTextType(model.text(column->type))) {
            ++texts;
            onlyNames = onlyNames && conventions.lookupColumns.matches(model.text(column->name));
        } else if (isWholeType(model.text(column->type))) {
            ++numbers;
        } else {
            return false;
        }
    }
    return keys == 1 && numbers <= conventions.lookupOrderColumns && (texts < conventions.lookupTextColumns || onlyNames);
}

bool onlyKeys(const CodeModel& model, const Table& table, const Conventions& conventions)
{
    const auto columns = withoutAudit(model, table, conventions);
    if (columns.empty())
        return false;
    std::set<std::string_view> foreign;
    for (const core::ForeignKey& key : table.foreignKeys)
        for (const core::StringId column : key.columns)
            foreign.insert(model.text(column));
    return std::ranges::all_of(columns,
                               [&](const Column* column) { return column->primaryKey || foreign.contains(model.text(column->name)); }) &&
           (columns.size() > 1 || !foreign.empty());
}

/// Words of the table name that a handler for it would carry: the last two, "drvlog" of TB_VHC_DRV_LOG.
std::string ownWords(std::string_view name)
{
    const std::size_t last = name.rfind('_');
    const std::size_t before = last == std::string_view::npos || last == 0 ? std::string_view::npos : name.rfind('_', last - 1);
    return lettersOf(before == std::string_view::npos ? name : name.substr(before + 1));
}

class TableJudge {
public:
    TableJudge(const CodeModel& model, const std::vector<Flow>& flows, const TableUsage& usage, const Conventions& conventions)
        : m_model(model),
          m_flows(flows),
          m_usage(usage),
          m_conventions(conventions)
    {
    }

    [[nodiscard]] TableVerdict judge(TableId id) const
    {
        const Table& table = m_model[id];
        if (m_usage.touched[id.value].empty())
            return {.whyDropped = "costing.dropped.unused"};
        if (table.databaseView)
            return {.whyDropped = "costing.dropped.database-view"};
        TableVerdict verdict = byName(id);
        if (!verdict.whyDropped.empty() || verdict.history)
            return verdict;
        if (onlyKeys(m_model, table, m_conventions))
            return {.whyDropped = "costing.dropped.key-only", .relation = true};
        // A table that the system itself maintains is no look-up table, however small.
        if (m_usage.written[id.value].empty() && !table.remote && looksLikeLookup(m_model, table, m_conventions)) {
            if (m_conventions.is("lookupTables", "dropped") && !hasOwnScreen(id))
                return {.whyDropped = "costing.dropped.lookup"};
            verdict.reference = true;
        }
        return verdict;
    }

private:
    /// A screen shows nothing but this table: people know it as data, not as a list of codes.
    [[nodiscard]] bool hasOwnScreen(TableId id) const
    {
        return std::ranges::any_of(m_usage.touched[id.value], [&](std::size_t flow) {
            return !m_flows[flow].background && m_flows[flow].writes.empty() && m_flows[flow].reads.size() == 1;
        });
    }

    [[nodiscard]] TableVerdict byName(TableId id) const
    {
        switch (m_conventions.roleOf(m_model.text(m_model[id].name))) {
        case TableRole::Business:
            return {};
        case TableRole::Session:
            return dropUnless(m_conventions.is("sessionData", "file"), "costing.dropped.session");
        case TableRole::Temporary:
            return {.whyDropped = "costing.dropped.temporary"};
        case TableRole::Technical:
            return {.whyDropped = "costing.dropped.technical"};
        case TableRole::Attachment:
            return dropUnless(m_conventions.is("attachments", "file"), "costing.dropped.attachment");
        case TableRole::Log:
            return log(id);
        case TableRole::Code:
            return {.whyDropped = "costing.dropped.code"};
        }
        return {};
    }

    static TableVerdict dropUnless(bool kept, const char* whyKey) { return {.whyDropped = kept ? "" : whyKey}; }

    /// A log that people keep (a driver's log) is business data; the history of a business table belongs to it.
    [[nodiscard]] TableVerdict log(TableId id) const
    {
        if (m_conventions.is("logTables", "file"))
            return {};
        const std::string words = ownWords(m_model.text(m_model[id].name));
        for (const std::size_t flow : m_usage.written[id.value])
            if (!m_flows[flow].background && m_flows[flow].letters().find(words) != std::string::npos)
                return {};
        const bool shown = std::ranges::any_of(m_usage.touched[id.value], [&](std::size_t flow) {
            return !m_flows[flow].background && std::ranges::binary_search(m_flows[flow].reads, id);
        });
        for (std::size_t i = 0; shown && i < m_model.tables.size(); ++i)
            if (i != id.value && continuesName(m_model.text(m_model[id].name), m_model.text(m_model.tables[i].name)) &&
                !m_usage.touched[i].empty() && m_conventions.roleOf(m_model.text(m_model.tables[i].name)) == TableRole::Business)
                return {.history = true};
        return {.whyDropped = "costing.dropped.log"};
    }

    const CodeModel& m_model;
    const std::vector<Flow>& m_flows;
    const TableUsage& m_usage;
    const Conventions& m_conventions;
};

} // namespace

bool technicalProgram(const Flow& flow, const Conventions& conventions)
{
    const std::string_view owner = flow.owner;
    const NamePatterns& names = conventions.technicalPrograms;
    return conventions.is("technicalPrograms", "notCounted") &&
           (names.matches(owner.substr(owner.rfind('.') + 1)) || names.matches(flow.method) || names.matches(flow.pathName()));
}

TableUsage usageOf(const CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions)
{
    TableUsage usage{.touched = std::vector<FlowSet>(model.tables.size()), .written = std::vector<FlowSet>(model.tables.size())};
    for (std::size_t i = 0; i < flows.size(); ++i) {
        if (technicalProgram(flows[i], conventions))
            continue;
        for (const TableId table : flows[i].writes) {
            usage.written[table.value].push_back(i);
            usage.touched[table.value].push_back(i);
        }
        for (const TableId table : flows[i].reads)
            if (usage.touched[table.value].empty() || usage.touched[table.value].back() != i)
                usage.touched[table.value].push_back(i);
    }
    for (const core::Statement& statement : model.statements)
        for (const core::TableAccess& one : statement.accesses)
            for (const core::TableAccess& other : statement.accesses)
                if (statement.kind == core::StatementKind::Select && one.table.valid() && other.table.valid() && one.table < other.table)
                    usage.readTogether.emplace(one.table, other.table);
    return usage;
}

bool continuesName(std::string_view child, std::string_view parent)
{
    return child.size() > parent.size() && child.starts_with(parent) && child[parent.size()] == '_';
}

std::vector<TableVerdict> judgeTables(const CodeModel& model, const std::vector<Flow>& flows, const TableUsage& usage,
                                      const Conventions& conventions)
{
    const TableJudge judge(model, flows, usage, conventions);
    std::vector<TableVerdict> verdicts;
    verdicts.reserve(model.tables.size());
    for (std::size_t i = 0; i < model.tables.size(); ++i)
        verdicts.push_back(judge.judge(TableId(i)));
    return verdicts;
}

} // namespace naru::costing
