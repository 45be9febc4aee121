#include "costing/TableRoles.h"

#include "core/base/PathNames.h"

#include <algorithm>
#include <map>
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
    const bool document = table.origin == core::TableOrigin::Document; // has its key by name
    bool typed = true; // entities and documents do not always say of which type a column is
    for (const Column* column : columns) {
        if (column->primaryKey || (document && upper(model.text(column->name)) == "_ID")) {
            ++keys;
        } else if (model.text(column->type).empty() || isTextType(model.text(column->type))) {
            typed = typed && !model.text(column->type).empty();
            ++texts;
            onlyNames = onlyNames && conventions.lookupColumns.matches(model.text(column->name));
        } else if (isWholeType(model.text(column->type))) {
            ++numbers;
        } else {
            return false;
        }
    }
    return keys == 1 && numbers <= conventions.lookupOrderColumns && ((typed && texts < conventions.lookupTextColumns) || onlyNames);
}

/// The single key columns of all tables, by names that mean something: a column of such a name points at that table.
std::set<std::string_view> meaningfulKeys(const CodeModel& model, const Conventions& conventions)
{
    std::set<std::string_view> names;
    for (const Table& table : model.tables) {
        const auto isKey = [](const Column& column) { return column.primaryKey; };
        const auto key = std::ranges::find_if(table.columns, isKey);
        if (std::ranges::count_if(table.columns, isKey) == 1 && !conventions.genericKeys.matches(model.text(key->name)))
            names.insert(model.text(key->name));
    }
    return names;
}

/// It holds nothing but keys: its own, and those of other tables, which foreign keys or names tell.
bool onlyKeys(const CodeModel& model, const Table& table, const std::set<std::string_view>& keyNames, const Conventions& conventions)
{
    auto columns = withoutAudit(model, table, conventions);
    std::set<std::string_view> foreign;
    for (const core::ForeignKey& key : table.foreignKeys)
        for (const core::StringId column : key.columns)
            foreign.insert(model.text(column));
    for (const Column* column : columns)
        if (!column->primaryKey && keyNames.contains(model.text(column->name)))
            foreign.insert(model.text(column->name));
    // When a link was made is no data of its own once the table ties two things together.
    const auto ties = [&](const Column* column) { return column->primaryKey || foreign.contains(model.text(column->name)); };
    if (std::ranges::count_if(columns, ties) > 1)
        std::erase_if(columns,
                      [&](const Column* column) { return !ties(column) && conventions.linkColumns.matches(model.text(column->name)); });
    return !columns.empty() && std::ranges::all_of(columns, ties) && (columns.size() > 1 || !foreign.empty());
}

bool sessionKey(const CodeModel& model, const Table& table, const Conventions& conventions)
{
    return std::ranges::any_of(
        table.columns, [&](const Column& column) { return column.primaryKey && conventions.sessionKeys.matches(model.text(column.name)); });
}

/// Scripts and entities define nearly all tables that are used: one that none defines is a remnant then.
bool definitionsComplete(const CodeModel& model, const TableUsage& usage, const Conventions& conventions)
{
    int used = 0;
    int defined = 0;
    for (std::size_t i = 0; i < model.tables.size(); ++i)
        if (!usage.touched[i].empty() && !model.tables[i].remote) {
            ++used;
            defined += model.tables[i].origin == core::TableOrigin::Sql ? 0 : 1;
        }
    constexpr int kWhole = 100;
    return defined > 0 && defined * kWhole >= used * conventions.definedPercent;
}

/// Words of the table name that a handler for it would carry: the last two, "drvlog" of TB_VHC_DRV_LOG.
std::string ownWords(std::string_view name)
{
    const std::size_t last = name.rfind('_');
    const std::size_t before = last == std::string_view::npos || last == 0 ? std::string_view::npos : name.rfind('_', last - 1);
    return lettersOf(before == std::string_view::npos ? name : name.substr(before + 1));
}

/// "registrationForm" of admin/registrationForm.html.
std::string_view pageName(const CodeModel& model, core::ViewId view)
{
    const std::string_view path = model.text(model[view].path);
    const std::string_view file = core::fileName(path);
    return file.substr(0, file.find('.'));
}

class TableJudge {
public:
    TableJudge(const CodeModel& model, const std::vector<Flow>& flows, const TableUsage& usage, const Conventions& conventions)
        : m_model(model),
          m_flows(flows),
          m_usage(usage),
          m_conventions(conventions),
          m_keyNames(meaningfulKeys(model, conventions)),
          m_showsPage(model.members.size(), false),
          m_complete(definitionsComplete(model, usage, conventions)),
          m_tablesInUse(static_cast<std::size_t>(std::ranges::count_if(usage.touched, [](const FlowSet& set) { return !set.empty(); })))
    {
        // The page of an input form shows what may be chosen there, not the table.
        for (const core::RenderEdge& edge : model.renders)
            if (edge.from.valid() && !(edge.to.valid() && conventions.formDisplay.matches(pageName(model, edge.to))))
                m_showsPage[edge.from.value] = true;
        for (const Flow& flow : flows)
            for (const TableId table : flow.writes)
                m_writtenBy[flow.owner].insert(table);
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
        if (m_complete && m_conventions.is("undefinedTables", "dropped") && table.origin == core::TableOrigin::Sql && !table.remote &&
            (!m_usage.written[id.value].empty() || !m_usage.readAlone[id.value] || namedLikeOwn(table)))
            return {.whyDropped = "costing.dropped.undefined"};
        if (onlyKeys(m_model, table, m_keyNames, m_conventions))
            return {.whyDropped = "costing.dropped.key-only", .relation = true};
        // A table that the system itself maintains is no look-up table, however small.
        if (onlyLoaded(id) && !table.remote && looksLikeLookup(m_model, table, m_conventions)) {
            if (m_conventions.is("lookupTables", "dropped") && !hasOwnScreen(id))
                return {.whyDropped = "costing.dropped.lookup"};
            verdict.reference = true;
        }
        return verdict;
    }

private:
    /// Nothing writes it, or only what fills most of the store at once does: nobody keeps it up.
    [[nodiscard]] bool onlyLoaded(TableId id) const
    {
        constexpr std::size_t kLeast = 4; // tables of a program that loads
        return std::ranges::all_of(m_usage.written[id.value], [&](std::size_t index) {
            const Flow& flow = m_flows[index];
            return flow.writes.size() >= kLeast && flow.writes.size() * 2 >= m_tablesInUse &&
                   std::ranges::none_of(flow.statements,
                                        [&](core::StatementId of) { return m_model[of].kind == core::StatementKind::Update; });
        });
    }

    /// A screen shows nothing but this table: people know it as data, not as a list of codes. What a class that maintains other
    /// data hands out without a page of its own is a list to choose from. The number of its records is no screen of it.
    [[nodiscard]] bool hasOwnScreen(TableId id) const
    {
        return std::ranges::any_of(m_usage.touched[id.value], [&](std::size_t index) {
            const Flow& flow = m_flows[index];
            if (flow.background || !flow.writes.empty() || flow.reads.size() != 1 || m_conventions.pagingCount.matches(flow.method))
                return false;
            return (flow.handler.valid() && m_showsPage[flow.handler.value]) || !m_writtenBy.contains(flow.owner);
        });
    }

    [[nodiscard]] TableVerdict byName(TableId id) const
    {
        switch (m_conventions.roleOf(m_model.text(m_model[id].name))) {
        case TableRole::Business:
            return sessionKey(m_model, m_model[id], m_conventions)
                       ? dropUnless(m_conventions.is("sessionData", "file"), "costing.dropped.session")
                       : TableVerdict();
        case TableRole::Doubtful:
            return dropUnless(keptByUsers(id), "costing.dropped.temporary");
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

    /// Its name begins like those of at least half of the tables that are defined here: no table of another system.
    [[nodiscard]] bool namedLikeOwn(const Table& table) const
    {
        constexpr std::size_t kPrefix = 5;
        const std::string_view prefix = m_model.text(table.name).substr(0, kPrefix);
        std::size_t defined = 0;
        std::size_t alike = 0;
        for (const Table& other : m_model.tables)
            if (other.origin != core::TableOrigin::Sql && !other.databaseView) {
                ++defined;
                alike += m_model.text(other.name).starts_with(prefix) ? 1 : 0;
            }
        return prefix.size() == kPrefix && alike * 2 >= defined;
    }

    /// People add to it in functions that are named after it: it is their data, whatever it is called.
    [[nodiscard]] bool keptByUsers(TableId id) const
    {
        constexpr std::size_t kTelling = 6; // letters of a name that are no chance
        const std::string words = ownWords(m_model.text(m_model[id].name));
        const std::string name = lettersOf(m_model.text(m_model[id].name));
        return std::ranges::any_of(m_usage.added[id.value], [&](std::size_t index) {
            const Flow& flow = m_flows[index];
            if (flow.background)
                return false;
            const std::string noun = lettersOf(m_conventions.purposeStrip.without(m_conventions.displayStrip.without(flow.method)));
            return flow.letters().find(words) != std::string::npos || (noun.size() >= kTelling && name.ends_with(noun));
        });
    }

    /// A log that people keep (a driver's log) is business data; the history of a business table belongs to it.
    [[nodiscard]] TableVerdict log(TableId id) const
    {
        if (m_conventions.is("logTables", "file"))
            return {};
        if (keptByUsers(id))
            return {};
        const std::string letters = lettersOf(m_model.text(m_model[id].name));
        const bool shown = !letters.ends_with("log") && !letters.ends_with("logs") &&
                           std::ranges::any_of(m_usage.touched[id.value], [&](std::size_t flow) {
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
    std::set<std::string_view> m_keyNames;
    std::vector<bool> m_showsPage;                        ///< by member
    std::map<std::string, std::set<TableId>> m_writtenBy; ///< by class of the handlers
    bool m_complete;
    std::size_t m_tablesInUse;
};

/// Sorted, as flows come in order.
void noteFlow(FlowSet& flows, std::size_t flow)
{
    if (flows.empty() || flows.back() != flow)
        flows.push_back(flow);
}

void noteStatements(const CodeModel& model, const Flow& flow, std::size_t index, TableUsage& usage)
{
    for (const core::StatementId id : flow.statements) {
        const core::Statement& statement = model[id];
        if (statement.kind == core::StatementKind::Select && statement.accesses.size() == 1 && statement.accesses.front().table.valid())
            usage.readAlone[statement.accesses.front().table.value] = true;
        const bool deletes = statement.kind == core::StatementKind::Delete;
        if (!deletes && statement.kind != core::StatementKind::Insert && statement.kind != core::StatementKind::Merge)
            continue;
        for (const core::TableAccess& access : statement.accesses)
            if (access.table.valid() && access.mode == core::AccessMode::Write)
                noteFlow((deletes ? usage.deleted : usage.added)[access.table.value], index);
    }
}

} // namespace

bool technicalProgram(const Flow& flow, const Conventions& conventions)
{
    const std::string_view owner = flow.owner;
    const NamePatterns& names = conventions.technicalPrograms;
    return conventions.is("technicalPrograms", "notCounted") &&
           (names.matches(core::simpleName(owner)) || names.matches(flow.method) || names.matches(flow.pathName()));
}

TableUsage usageOf(const CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions)
{
    const std::size_t tables = model.tables.size();
    TableUsage usage;
    for (std::vector<FlowSet>* sets : {&usage.touched, &usage.written, &usage.added, &usage.deleted})
        sets->resize(tables);
    usage.readAlone.assign(tables, false);
    for (std::size_t i = 0; i < flows.size(); ++i) {
        if (technicalProgram(flows[i], conventions))
            continue;
        for (const TableId table : flows[i].writes) {
            usage.written[table.value].push_back(i);
            usage.touched[table.value].push_back(i);
        }
        for (const TableId table : flows[i].reads)
            noteFlow(usage.touched[table.value], i);
        noteStatements(model, flows[i], i, usage);
    }
    for (const core::Statement& statement : model.statements) {
        if (statement.kind != core::StatementKind::Select)
            continue;
        for (const core::TableAccess& one : statement.accesses)
            for (const core::TableAccess& other : statement.accesses)
                if (one.table.valid() && other.table.valid() && one.table < other.table)
                    usage.readTogether.emplace(one.table, other.table);
    }
    return usage;
}

bool continuesName(std::string_view child, std::string_view parent)
{
    const auto continues = [&](const std::string& name) {
        return child.size() > name.size() && child.starts_with(name) && child[name.size()] == '_';
    };
    if (continues(std::string(parent)))
        return true;
    // Tables in the plural: ORDER_ITEMS of ORDERS, CATEGORY_NAMES of CATEGORIES.
    constexpr std::size_t kLeast = 4;
    if (parent.size() < kLeast || !parent.ends_with('S') || parent.ends_with("SS"))
        return false;
    return continues(std::string(parent.substr(0, parent.size() - 1))) ||
           (parent.ends_with("IES") && continues(std::string(parent.substr(0, parent.size() - 3)) + "Y"));
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
