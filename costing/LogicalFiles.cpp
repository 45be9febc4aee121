#include "costing/LogicalFiles.h"

#include "costing/TableRoles.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace naru::costing {

using core::CodeModel;
using core::Column;
using core::Table;
using core::TableId;

namespace {

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
    Grouper(const CodeModel& model, const TableUsage& usage, const std::vector<TableVerdict>& verdicts, const Conventions& conventions)
        : m_model(model),
          m_usage(usage),
          m_verdicts(verdicts),
          m_conventions(conventions),
          m_parent(model.tables.size())
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    void run()
    {
        for (std::size_t child = 0; child < m_parent.size(); ++child)
            if (kept(child))
                joinToParent(TableId(child));
    }

    [[nodiscard]] std::size_t rootOf(std::size_t table) const
    {
        std::size_t root = table;
        for (std::size_t steps = 0; m_parent[root] != root && steps < m_parent.size(); ++steps)
            root = m_parent[root];
        return root;
    }

    /// The file that using a relation is using: the table whose name it continues, else the first one it points at.
    [[nodiscard]] TableId parentOfRelation(TableId relation) const
    {
        TableId parent;
        for (std::size_t i = 0; i < m_parent.size(); ++i)
            if (kept(i) && continuesName(nameOf(relation), nameOf(TableId(i))) &&
                (!parent.valid() || nameOf(TableId(i)).size() > nameOf(parent).size()))
                parent = TableId(i);
        for (const core::ForeignKey& key : m_model[relation].foreignKeys)
            if (!parent.valid() && key.target.valid() && kept(key.target.value))
                parent = key.target;
        return parent;
    }

private:
    [[nodiscard]] bool kept(std::size_t table) const { return m_verdicts[table].whyDropped.empty(); }
    [[nodiscard]] std::string_view nameOf(TableId table) const { return m_model.text(m_model[table].name); }

    /// Whoever writes the child writes the parent too: the child has no life of its own.
    [[nodiscard]] bool dependent(TableId child, TableId parent) const
    {
        const FlowSet& writers = m_usage.written[child.value];
        return !writers.empty() ? within(writers, m_usage.written[parent.value])
                                : within(m_usage.touched[child.value], m_usage.touched[parent.value]);
    }

    /// What continues the name of another table, begins only where that one is at hand, and goes when it goes, is a part of it.
    [[nodiscard]] bool composed(TableId child, TableId parent) const
    {
        const FlowSet& ends = m_usage.deleted[parent.value];
        return continuesName(nameOf(child), nameOf(parent)) && !ends.empty() && within(ends, m_usage.deleted[child.value]) &&
               !m_usage.added[child.value].empty() && within(m_usage.added[child.value], m_usage.touched[parent.value]);
    }

    /// Documents have no keys that point at each other: one holds the other under its name.
    [[nodiscard]] bool embedded(TableId child, TableId parent) const
    {
        const Table& whole = m_model[parent];
        return m_model[child].origin == core::TableOrigin::Document && whole.origin == core::TableOrigin::Document &&
               std::ranges::find(whole.columns, m_model[child].name, &Column::name) != whole.columns.end();
    }

    /// Functions of its own add to it or delete from it, and leave the other one alone.
    [[nodiscard]] bool hasOwnLife(TableId child, TableId parent) const
    {
        const FlowSet& others = m_usage.written[parent.value];
        return std::ranges::any_of(m_usage.deleted[child.value],
                                   [&](std::size_t flow) { return !std::ranges::binary_search(others, flow); });
    }

    [[nodiscard]] bool sameWriters(TableId left, TableId right) const
    {
        constexpr std::size_t kEnough = 2; // one common transaction may be chance
        const FlowSet& writers = m_usage.written[left.value];
        return writers.size() >= kEnough && writers == m_usage.written[right.value] &&
               within(m_usage.touched[left.value], m_usage.touched[right.value]); // nobody looks at it alone
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

    /// The child cannot be without the parent.
    [[nodiscard]] bool mandatory(TableId child, TableId parent) const
    {
        return std::ranges::any_of(m_model[child].foreignKeys, [&](const core::ForeignKey& key) {
            return key.target == parent && std::ranges::all_of(key.columns, [&](core::StringId name) {
                       const auto column = std::ranges::find(m_model[child].columns, name, &Column::name);
                       return column != m_model[child].columns.end() && !column->nullable;
                   });
        });
    }

    void joinToParent(TableId child)
    {
        TableId best;
        int bestScore = 0;
        for (std::size_t i = 0; i < m_parent.size(); ++i) {
            const TableId parent(i);
            if (parent == child || !kept(i) || rootOf(i) == child.value)
                continue;
            const bool named = continuesName(nameOf(child), nameOf(parent));
            int score = 0;
            if (named && m_verdicts[child.value].history)
                score = 5;
            else if (dependent(child, parent))
                score = identifies(child, parent)                                             ? 4
                        : named && m_conventions.children.matches(nameOf(child))              ? 3
                        : mandatory(child, parent) && m_usage.written[child.value].size() > 1 ? 2
                                                                                              : 0;
            if (score == 0 && (composed(child, parent) || (embedded(child, parent) && dependent(child, parent))))
                score = 3;
            if (score == 0 && sameKey(child, parent) && !hasOwnLife(child, parent) &&
                (tied(child, parent) || m_usage.readTogether.contains(std::pair(std::min(child, parent), std::max(child, parent)))) &&
                sharesLife(child, parent))
                score = 2;
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

    /// One record of the one is one record of the other: the same single key column, by a name that means something.
    [[nodiscard]] bool sameKey(TableId left, TableId right) const
    {
        if (!m_conventions.is("oneToOneTables", "grouped"))
            return false;
        const auto keys = keyColumns(m_model, m_model[left]);
        return keys.size() == 1 && keys == keyColumns(m_model, m_model[right]) && !m_conventions.genericKeys.matches(*keys.begin());
    }

    /// One of the two points at the other.
    [[nodiscard]] bool tied(TableId left, TableId right) const
    {
        const auto points = [&](TableId from, TableId to) {
            return std::ranges::any_of(m_model[from].foreignKeys, [&](const core::ForeignKey& key) { return key.target == to; });
        };
        return points(left, right) || points(right, left);
    }

    /// Of two tables with the same writers the wider one leads.
    [[nodiscard]] bool sharesLife(TableId child, TableId parent) const
    {
        const std::size_t own = m_model[child].columns.size();
        const std::size_t other = m_model[parent].columns.size();
        return own < other || (own == other && child.value > parent.value);
    }

    const CodeModel& m_model;
    const TableUsage& m_usage;
    const std::vector<TableVerdict>& m_verdicts;
    const Conventions& m_conventions;
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
    const TableUsage usage = usageOf(model, flows, conventions);
    const std::vector<TableVerdict> verdicts = judgeTables(model, flows, usage, conventions);
    FileGrouping out;
    out.fileOf.assign(model.tables.size(), FileGrouping::kNone);
    Grouper grouper(model, usage, verdicts, conventions);
    if (conventions.is("subgroups", "relatedRecords"))
        grouper.run();
    for (std::size_t i = 0; i < model.tables.size(); ++i) {
        if (!verdicts[i].whyDropped.empty())
            out.dropped.push_back({.table = TableId(i), .whyKey = verdicts[i].whyDropped});
        else if (grouper.rootOf(i) == i) {
            out.fileOf[i] = out.files.size();
            out.files.push_back({.main = TableId(i), .tables = {TableId(i)}});
        }
    }
    for (std::size_t i = 0; i < model.tables.size(); ++i) {
        if (!verdicts[i].whyDropped.empty())
            continue;
        out.fileOf[i] = out.fileOf[grouper.rootOf(i)];
        LogicalFile& file = out.files[out.fileOf[i]];
        if (file.main.value != i) {
            file.tables.emplace_back(i);
            file.groupedKey = "costing.reason.grouped";
        }
        // What belongs to another system is never maintained by this one, even when it writes there.
        file.maintained = file.maintained || (!usage.written[i].empty() && !model.tables[i].remote);
        file.reference = file.reference || verdicts[i].reference;
    }
    for (std::size_t i = 0; i < model.tables.size(); ++i)
        if (verdicts[i].relation)
            if (const TableId parent = grouper.parentOfRelation(TableId(i)); parent.valid())
                out.fileOf[i] = out.fileOf[parent.value];
    return out;
}

} // namespace naru::costing
