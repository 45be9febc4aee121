#include "costing/FlowMeaning.h"

#include "core/base/PathNames.h"
#include "costing/Processes.h"

#include <algorithm>
#include <re2/re2.h>

namespace naru::costing {

using core::Statement;
using core::StatementId;
using core::TableId;

namespace {

/// Members that reach a marked one, or are one.
std::vector<bool> reaching(const core::CodeModel& model, std::vector<bool> marked)
{
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < marked.size(); ++i)
        if (marked[i])
            open.push_back(i);
    if (open.empty())
        return marked;
    std::vector<std::vector<std::size_t>> callers(model.members.size());
    for (const core::CallEdge& edge : model.calls)
        callers[edge.to.value].push_back(edge.from.value);
    while (!open.empty()) {
        const std::size_t member = open.back();
        open.pop_back();
        for (const std::size_t caller : callers[member])
            if (!marked[caller]) {
                marked[caller] = true;
                open.push_back(caller);
            }
    }
    return marked;
}

std::vector<bool> computingViews(const core::CodeModel& model, const NamePatterns& names)
{
    std::vector<bool> out(model.views.size(), false);
    for (std::size_t i = 0; i < model.views.size(); ++i)
        out[i] = std::ranges::any_of(model.views[i].calls, [&](core::StringId call) { return names.matches(model.text(call)); });
    return out;
}

std::vector<bool> computingMembers(const core::CodeModel& model, const NamePatterns& names, const std::vector<bool>& views)
{
    std::vector<bool> out(model.members.size(), false);
    for (std::size_t i = 0; i < model.members.size(); ++i)
        out[i] = model.members[i].kind == core::MemberKind::Method && names.matches(model.text(model.members[i].name));
    for (const core::RenderEdge& edge : model.renders)
        if (edge.from.valid() && edge.to.valid() && views[edge.to.value])
            out[edge.from.value] = true;
    return out;
}

} // namespace

FlowMeaning::FlowMeaning(const core::CodeModel& model, const std::vector<Flow>& flows, const FileGrouping& files,
                         const Conventions& conventions)
    : m_model(model),
      m_files(files),
      m_conventions(conventions),
      m_computingView(computingViews(model, conventions.calculation)),
      m_computes(computingMembers(model, conventions.calculation, m_computingView)),
      m_calculates(reaching(model, m_computes))
{
    std::map<std::string, std::set<std::string>> actions;
    for (const Flow& flow : flows)
        if (!flow.action.empty())
            actions[flow.method].insert(flow.owner);
    for (const auto& [value, owners] : actions)
        if (owners.size() > 1)
            m_commonActions.insert(value);
    for (const Flow& flow : flows) {
        // What a form shows of a record is no function about something else.
        if (flow.background || (displaysForm(flow) && flow.path.find('{') != std::string::npos))
            continue;
        const auto statements = keyStatements(flow);
        if (statements.size() == 1 && m_model[statements.front()].kind == core::StatementKind::Select)
            m_alone[statements.front()].insert(nounOf(flow));
    }
    findSignIn(flows);
    findMissingPages();
}

bool FlowMeaning::isLogIn(const Flow& flow) const
{
    return !flow.background && (m_conventions.logIn.matches(flow.method) || m_conventions.logIn.matches(flow.pathName()));
}

bool FlowMeaning::asksForUser(std::size_t member) const
{
    // Callbacks of Spring Security, Shiro and JAAS.
    static const RE2 kCallback("(?i)loadUser.*|(doGet)?authenticat.*");
    const core::Type& owner = m_model[m_model.members[member].owner];
    const std::string_view called = m_model.text(m_model.members[member].name);
    return RE2::FullMatch(re2::StringPiece(called.data(), called.size()), kCallback) &&
           std::ranges::any_of(owner.externalSupers, [&](core::StringId id) {
               const std::string_view name = m_model.text(id);
               return m_conventions.signIns.matches(core::simpleName(name));
           });
}

void FlowMeaning::findSignIn(const std::vector<Flow>& flows)
{
    if (std::ranges::any_of(flows, [&](const Flow& flow) { return flow.submits && isLogIn(flow) && flow.touchesData(); }))
        return;
    std::vector<bool> reached(m_model.members.size(), false);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < m_model.members.size(); ++i) {
        const core::Member& member = m_model.members[i];
        if (member.kind != core::MemberKind::Method || !member.owner.valid() || (member.at.file.valid() && m_model[member.at.file].test) ||
            !(m_conventions.signIns.matches(m_model.text(m_model[member.owner].simple)) || asksForUser(i)))
            continue;
        reached[i] = true;
        open.push_back(i);
    }
    if (open.empty())
        return;
    std::vector<std::vector<std::size_t>> callees(m_model.members.size());
    for (const core::CallEdge& edge : m_model.calls)
        callees[edge.from.value].push_back(edge.to.value);
    while (!open.empty()) {
        const std::size_t member = open.back();
        open.pop_back();
        for (const std::size_t callee : callees[member])
            if (!reached[callee]) {
                reached[callee] = true;
                open.push_back(callee);
            }
    }
    for (const core::ExecuteEdge& edge : m_model.executes)
        if (const Statement& statement = m_model[edge.to];
            reached[edge.from.value] && statement.kind == core::StatementKind::Select && touchesKept(statement)) {
            m_signInStatements.push_back(edge.to);
            for (const core::TableAccess& access : statement.accesses)
                if (access.table.valid() && kept(access.table))
                    m_signInTables.push_back(access.table);
        }
    m_frameworkSubmits = std::ranges::none_of(flows, [&](const Flow& flow) { return flow.submits && isLogIn(flow); });
    sortUnique(m_signInStatements);
    sortUnique(m_signInTables);
}

void FlowMeaning::findMissingPages()
{
    m_pageMissing.assign(m_model.members.size(), false);
    std::vector<bool> shows(m_model.members.size(), false);
    for (const core::RenderEdge& edge : m_model.renders)
        if (edge.from.valid())
            shows[edge.from.value] = true;
    std::map<core::StringId, std::size_t> memberOf;
    for (std::size_t i = 0; i < m_model.members.size(); ++i)
        memberOf.emplace(m_model.members[i].id, i);
    std::size_t missing = 0;
    for (const core::Unresolved& one : m_model.unresolved)
        if (const auto found = memberOf.find(one.from); one.reason == core::UnresolvedReason::MissingView && found != memberOf.end() &&
                                                        !shows[found->second] && !m_pageMissing[found->second]) {
            m_pageMissing[found->second] = true;
            ++missing;
        }
    // Where many pages are not found they are somewhere else, or made by something that is not read.
    constexpr std::size_t kFoundForEachMissing = 2;
    if (static_cast<std::size_t>(std::ranges::count(shows, true)) < missing * kFoundForEachMissing)
        m_pageMissing.assign(m_model.members.size(), false);
}

bool FlowMeaning::pageMissing(const Flow& flow) const
{
    return flow.handler.valid() && !flow.background && m_pageMissing[flow.handler.value];
}

bool FlowMeaning::readsLogs(const Flow& flow) const
{
    return flow.writes.empty() && std::ranges::any_of(flow.reads, [&](TableId table) {
               return std::ranges::any_of(
                   m_files.dropped, [&](const DroppedTable& one) { return one.table == table && one.whyKey == "costing.dropped.log"; });
           });
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

bool FlowMeaning::offersChoices(StatementId statement) const
{
    return m_model[statement].kind == core::StatementKind::Select &&
           m_conventions.choiceQueries.matches(lastName(m_model.text(m_model[statement].id)));
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
    const bool bare = !flow.action.empty() && m_commonActions.contains(flow.method);
    return bare || m_conventions.genericNames.matches(flow.method) ? flow.pathName() : flow.method;
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
    const Hint byPath = m_conventions.hintOf(flow.pathName());
    if (byPath != Hint::None)
        return byPath;
    return flow.entries.empty() ? Hint::None : m_conventions.hintOf(m_model.text(m_model[flow.entries.front()].title));
}

core::ViewId FlowMeaning::pageNamedLike(const Flow& flow) const
{
    const std::string wanted = lettersOf(flow.method);
    core::ViewId found;
    for (std::size_t i = 0; i < m_model.views.size() && !wanted.empty(); ++i) {
        const std::string_view path = m_model.text(m_model.views[i].path);
        const std::string_view file = core::fileName(path);
        if (m_model.views[i].kind != core::ViewKind::Jsp || !lettersOf(file.substr(0, file.find('.'))).ends_with(wanted))
            continue;
        if (found.valid())
            return {};
        found = core::ViewId(i);
    }
    return found;
}

bool FlowMeaning::calculates(const Flow& flow) const
{
    if (!flow.handler.valid())
        return false;
    if (!flow.oneOfSeveral)
        return m_calculates[flow.handler.value];
    if (std::ranges::any_of(flow.members, [&](core::MemberId member) { return m_computes[member.value]; }))
        return true;
    const core::ViewId page = flow.action.empty() ? core::ViewId() : pageNamedLike(flow);
    return page.valid() && m_computingView[page.value];
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
    return !check && std::ranges::any_of(statements, [&](StatementId id) {
        const Statement& statement = m_model[id];
        return statement.kind == core::StatementKind::Select &&
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
    const bool namedChange = flow.writes.empty() && std::ranges::any_of(m_conventions.verbs, [&](const NameVerb& verb) {
                                 return verb.change && !verb.patterns.matches("?") && verb.patterns.matches(flow.method);
                             });
    if (namedChange && flow.shows && !flow.background && !calculates(flow))
        return true;
    return flow.shows && !flow.background &&
           (m_conventions.formDisplay.matches(flow.method) || m_conventions.formDisplay.matches(flow.pathName()));
}

bool writesTable(const Statement& statement, TableId table)
{
    return std::ranges::any_of(statement.accesses, [&](const core::TableAccess& access) {
        return access.table == table && access.mode == core::AccessMode::Write;
    });
}

} // namespace naru::costing
