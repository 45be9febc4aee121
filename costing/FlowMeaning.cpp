#include "costing/FlowMeaning.h"

#include <algorithm>

namespace naru::costing {

using core::Statement;
using core::StatementId;
using core::TableId;

namespace {

std::string pathName(const Flow& flow)
{
    std::string path = flow.path;
    const std::size_t query = path.find_first_of("?;");
    if (query != std::string::npos)
        path.resize(query);
    while (!path.empty() && (path.back() == '/' || path.back() == '}')) {
        const std::size_t slash = path.find_last_of('/', path.size() - 2);
        path.resize(path.back() == '}' && slash != std::string::npos ? slash : path.size() - 1);
    }
    std::string last = path.substr(path.rfind('/') + 1);
    const std::size_t dot = last.find('.');
    return dot == std::string::npos ? last : last.substr(0, dot);
}

} // namespace

FlowMeaning::FlowMeaning(const core::CodeModel& model, const std::vector<Flow>& flows, const FileGrouping& files,
                         const Conventions& conventions)
    : m_model(model),
      m_files(files),
      m_conventions(conventions)
{
    for (const Flow& flow : flows) {
        if (flow.background)
            continue;
        const auto statements = keyStatements(flow);
        if (statements.size() == 1 && m_model[statements.front()].kind == core::StatementKind::Select)
            m_alone[statements.front()].insert(nounOf(flow));
    }
}

std::string FlowMeaning::nounOf(const Flow& flow) const
{
    return m_conventions.purposeStrip.without(m_conventions.displayStrip.without(purposeOf(flow)));
}

bool FlowMeaning::isChoiceList(StatementId statement, const Flow& flow) const
{
    const auto alone = m_alone.find(statement);
    return alone != m_alone.end() && !alone->second.contains(nounOf(flow));
}

std::vector<StatementId> FlowMeaning::ownStatements(const Flow& flow) const
{
    const std::vector<StatementId> all = keyStatements(flow);
    std::vector<StatementId> own;
    for (const StatementId id : all)
        if (!isChoiceList(id, flow))
            own.push_back(id);
    return own.empty() ? all : own;
}

std::string FlowMeaning::nameOf(const Flow& flow) const
{
    return m_conventions.genericNames.matches(flow.method) ? pathName(flow) : flow.method;
}

std::string FlowMeaning::purposeOf(const Flow& flow) const
{
    return m_conventions.purposeStrip.without(nameOf(flow));
}

Hint FlowMeaning::hintOf(const Flow& flow) const
{
    const Hint byMethod = m_conventions.hintOf(flow.method);
    if (byMethod != Hint::None)
        return byMethod;
    const Hint byPath = m_conventions.hintOf(pathName(flow));
    if (byPath != Hint::None)
        return byPath;
    return flow.entries.empty() ? Hint::None : m_conventions.hintOf(m_model.text(m_model[flow.entries.front()].title));
}

bool FlowMeaning::isCount(const Statement& statement) const
{
    return statement.kind == core::StatementKind::Select && m_conventions.pagingCount.matches(lastName(m_model.text(statement.id)));
}

/// A count beside a query of the same tables only tells how many pages there are.
bool FlowMeaning::isPagingCount(const Flow& flow, const Statement& count) const
{
    return isCount(count) && std::ranges::any_of(flow.statements, [&](StatementId id) {
               const Statement& other = m_model[id];
               return other.kind == core::StatementKind::Select && !isCount(other) &&
                      std::ranges::all_of(count.accesses, [&](const core::TableAccess& access) {
                          return std::ranges::find(other.accesses, access.table, &core::TableAccess::table) != other.accesses.end();
                      });
           });
}

bool FlowMeaning::touchesKept(const Statement& statement) const
{
    return std::ranges::any_of(statement.accesses,
                               [&](const core::TableAccess& access) { return access.table.valid() && kept(access.table); });
}

std::vector<StatementId> FlowMeaning::keyStatements(const Flow& flow) const
{
    std::vector<StatementId> all;
    std::vector<StatementId> key;
    for (const StatementId id : flow.statements) {
        if (!touchesKept(m_model[id]))
            continue;
        all.push_back(id);
        if (!isPagingCount(flow, m_model[id]))
            key.push_back(id);
    }
    return key.empty() ? all : key;
}

bool FlowMeaning::onlyCounts(const Flow& flow) const
{
    bool any = false;
    for (const StatementId id : flow.statements) {
        const Statement& statement = m_model[id];
        const bool writes =
            std::ranges::any_of(statement.accesses, [](const core::TableAccess& access) { return access.mode == core::AccessMode::Write; });
        if (!writes || !touchesKept(statement))
            continue;
        if (!m_conventions.viewCounter.matches(lastName(m_model.text(statement.id))))
            return false;
        any = true;
    }
    return any;
}

bool FlowMeaning::derives(const Flow& flow, const std::vector<StatementId>& statements) const
{
    // A check whether something is there already shows no derived data.
    const bool check = m_conventions.check.matches(nameOf(flow));
    return std::ranges::any_of(statements, [&](StatementId id) {
        const Statement& statement = m_model[id];
        return statement.kind == core::StatementKind::Select && !(check && isCount(statement)) &&
               (statement.aggregates || m_conventions.derived.matches(lastName(m_model.text(statement.id))));
    });
}

bool FlowMeaning::housekeeping(const Flow& flow) const
{
    const auto external = [&](TableId table) {
        const std::size_t file = m_files.fileOf[table.value];
        return m_model[table].remote || (file != FileGrouping::kNone && !m_files.files[file].maintained);
    };
    return flow.timed && std::ranges::none_of(flow.reads, external) && std::ranges::none_of(flow.writes, external);
}

TableId FlowMeaning::savedTable(const Flow& flow, const std::vector<StatementId>& statements) const
{
    if (!m_conventions.is("saveHandlers", "split") || !m_conventions.saveHandler.matches(nameOf(flow)))
        return {};
    const auto writes = [&](core::StatementKind kind, TableId table) {
        return std::ranges::any_of(statements, [&](StatementId id) {
            const Statement& statement = m_model[id];
            return (statement.kind == kind || statement.kind == core::StatementKind::Merge) && writesTable(statement, table) &&
                   !m_conventions.viewCounter.matches(lastName(m_model.text(statement.id)));
        });
    };
    for (const TableId table : flow.writes)
        if (kept(table) && writes(core::StatementKind::Insert, table) && writes(core::StatementKind::Update, table))
            return table;
    return {};
}

bool FlowMeaning::displaysForm(const Flow& flow) const
{
    return flow.shows && !flow.background &&
           (m_conventions.formDisplay.matches(flow.method) || m_conventions.formDisplay.matches(pathName(flow)));
}

bool writesTable(const Statement& statement, TableId table)
{
    return std::ranges::any_of(statement.accesses, [&](const core::TableAccess& access) {
        return access.table == table && access.mode == core::AccessMode::Write;
    });
}

} // namespace naru::costing
