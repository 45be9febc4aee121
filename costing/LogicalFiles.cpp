#include "costing/LogicalFiles.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace naru::costing {

using core::CodeModel;
using core::Column;
using core::Table;
using core::TableId;

namespace {

using FlowSet = std::vector<std::size_t>;

struct Usage {
    std::vector<FlowSet> touched; ///< by table: flows that read or write it
    std::vector<FlowSet> written;
};

Usage usageOf(const CodeModel& model, const std::vector<Flow>& flows)
{
    Usage usage{.touched = std::vector<FlowSet>(model.tables.size()), .written = std::vector<FlowSet>(model.tables.size())};
    for (std::size_t i = 0; i < flows.size(); ++i) {
        for (const TableId table : flows[i].writes) {
            usage.written[table.value].push_back(i);
            usage.touched[table.value].push_back(i);
        }
        for (const TableId table : flows[i].reads)
            if (usage.touched[table.value].empty() || usage.touched[table.value].back() != i)
                usage.touched[table.value].push_back(i);
    }
    return usage;
}

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

/// Text key of the reason to drop a table, empty to keep it.
std::string whyDropped(const CodeModel& model, TableId id, const Usage& usage, const Conventions& conventions, bool& reference)
{
    const Table& table = model[id];
    if (usage.touched[id.value].empty())
        return "costing.dropped.unused";
    if (table.databaseView)
        return "costing.dropped.database-view";
    switch (conventions.roleOf(model.text(table.name))) {
    case TableRole::Business:
        break;
    case TableRole::Session:
        if (conventions.is("sessionData", "temporary"))
            return "costing.dropped.session";
        break;
    case TableRole::Temporary:
        return "costing.dropped.temporary";
    case TableRole::Technical:
        return "costing.dropped.technical";
    case TableRole::Attachment:
        if (conventions.is("attachments", "excluded"))
            return "costing.dropped.attachment";
        break;
    case TableRole::Log:
        if (conventions.is("logTables", "dropped"))
            return "costing.dropped.log";
        break;
    case TableRole::Code:
        return "costing.dropped.code";
    }
    if (onlyKeys(model, table, conventions))
        return "costing.dropped.key-only";
    // A table that the system itself maintains is no look-up table, however small.
    if (usage.written[id.value].empty() && looksLikeLookup(model, table, conventions)) {
        if (conventions.is("lookupTables", "dropped"))
            return "costing.dropped.lookup";
        reference = true;
    }
    return {};
}

std::set<std::string_view> keyColumns(const CodeModel& model, const Table& table)
{
    std::set<std::string_view> keys;
    for (const Column& column : table.columns)
        if (column.primaryKey)
            keys.insert(model.text(column.name));
    return keys;
}

bool within(const FlowSet& inner, const FlowSet& outer)
{
    return std::ranges::includes(outer, inner);
}

/// Merges tables into files.
class Grouper {
public:
    Grouper(const CodeModel& model, const Usage& usage, const std::vector<bool>& kept)
        : m_model(model),
          m_usage(usage),
          m_kept(kept),
          m_parent(model.tables.size())
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    void run()
    {
        for (std::size_t child = 0; child < m_parent.size(); ++child)
            if (m_kept[child])
                joinToParent(TableId(child));
    }

    [[nodiscard]] std::size_t rootOf(std::size_t table) const
    {
        std::size_t root = table;
        for (std::size_t steps = 0; m_parent[root] != root && steps < m_parent.size(); ++steps)
            root = m_parent[root];
        return root;
    }

private:
    /// Whoever writes the child writes the parent too: the child has no life of its own.
    [[nodiscard]] bool dependent(TableId child, TableId parent) const
    {
        const FlowSet& writers = m_usage.written[child.value];
        return !writers.empty() ? within(writers, m_usage.written[parent.value])
                                : within(m_usage.touched[child.value], m_usage.touched[parent.value]);
    }

    [[nodiscard]] bool sameWriters(TableId left, TableId right) const
    {
        constexpr std::size_t kEnough = 2; // one common transaction may be chance
        const FlowSet& writers = m_usage.written[left.value];
        return writers.size() >= kEnough && writers == m_usage.written[right.value];
    }

    /// The key of the child holds the key of the parent, and more.
    [[nodiscard]] bool identifies(TableId child, TableId parent) const
    {
        const Table& table = m_model[child];
        const auto keys = keyColumns(m_model, table);
        for (const core::ForeignKey& key : table.foreignKeys) {
            if (key.target != parent)
                continue;
            const bool inKey = !keys.empty() &&
                               std::ranges::all_of(key.columns, [&](core::StringId column) { return keys.contains(m_model.text(column)); });
            if (inKey || key.cascadeDelete)
                return true;
        }
        const auto parentKeys = keyColumns(m_model, m_model[parent]);
        return !parentKeys.empty() && parentKeys.size() < keys.size() && std::ranges::includes(keys, parentKeys);
    }

    [[nodiscard]] bool named(TableId child, TableId parent) const
    {
        const std::string_view name = m_model.text(m_model[child].name);
        const std::string_view stem = m_model.text(m_model[parent].name);
        return name.size() > stem.size() && name.starts_with(stem);
    }

    void joinToParent(TableId child)
    {
        TableId best;
        int bestScore = 0;
        for (std::size_t i = 0; i < m_parent.size(); ++i) {
            const TableId parent(i);
            if (parent == child || !m_kept[i] || rootOf(i) == child.value)
                continue;
            int score = 0;
            if (dependent(child, parent))
                score = identifies(child, parent) ? 4 : named(child, parent) ? 3 : 0;
            // Tables that are always written together form one file; the first by name leads.
            if (score == 0 && sameWriters(child, parent) &&
                (keyColumns(m_model, m_model[parent]).size() == 1 || keyColumns(m_model, m_model[child]).empty()) &&
                sharesLife(child, parent))
                score = 2;
            if (score > bestScore) {
                best = parent;
                bestScore = score;
            }
        }
        if (best.valid())
            m_parent[child.value] = best.value;
    }

    /// Of two tables with the same writers the wider one leads.
    [[nodiscard]] bool sharesLife(TableId child, TableId parent) const
    {
        const std::size_t own = m_model[child].columns.size();
        const std::size_t other = m_model[parent].columns.size();
        return own < other || (own == other && child.value > parent.value);
    }

    const CodeModel& m_model;
    const Usage& m_usage;
    const std::vector<bool>& m_kept;
    std::vector<std::size_t> m_parent;
};

} // namespace

std::vector<std::string> countedColumns(const CodeModel& model, TableId table, const Conventions& conventions)
{
    const bool all = conventions.is("auditColumns", "counted");
    std::vector<std::string> out;
    for (const Column& column : model[table].columns)
        if (all || !conventions.auditColumns.matches(model.text(column.name)))
            out.emplace_back(model.text(column.name));
    return out;
}

FileGrouping groupFiles(const CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions)
{
    const Usage usage = usageOf(model, flows);
    FileGrouping out;
    out.fileOf.assign(model.tables.size(), FileGrouping::kNone);
    std::vector<bool> kept(model.tables.size(), false);
    std::vector<bool> reference(model.tables.size(), false);
    for (std::size_t i = 0; i < model.tables.size(); ++i) {
        bool isReference = false;
        std::string why = whyDropped(model, TableId(i), usage, conventions, isReference);
        kept[i] = why.empty();
        reference[i] = isReference;
        if (!why.empty())
            out.dropped.push_back({.table = TableId(i), .whyKey = std::move(why)});
    }
    Grouper grouper(model, usage, kept);
    if (conventions.is("subgroups", "relatedRecords"))
        grouper.run();
    std::vector<std::size_t> fileOfRoot(model.tables.size(), FileGrouping::kNone);
    for (std::size_t i = 0; i < model.tables.size(); ++i)
        if (kept[i] && grouper.rootOf(i) == i) {
            fileOfRoot[i] = out.files.size();
            out.files.push_back({.main = TableId(i), .tables = {TableId(i)}});
        }
    for (std::size_t i = 0; i < model.tables.size(); ++i) {
        if (!kept[i])
            continue;
        out.fileOf[i] = fileOfRoot[grouper.rootOf(i)];
        LogicalFile& file = out.files[out.fileOf[i]];
        if (file.main.value != i) {
            file.tables.emplace_back(i);
            file.groupedKey = "costing.reason.grouped";
        }
        file.maintained = file.maintained || !usage.written[i].empty();
        file.reference = file.reference || reference[i];
    }
    return out;
}

} // namespace naru::costing
