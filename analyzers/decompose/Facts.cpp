#include "analyzers/decompose/Layers.h"

#include "core/model/CallReach.h"
#include <algorithm>
#include <map>

namespace naru::analyzers::decompose {

using core::CodeModel;

namespace {

std::vector<TableTouch> tableTouches(const CodeModel& code, const MemberSet& set)
{
    struct Raw {
        std::uint32_t member;
        std::uint32_t table;
        core::StatementId statement;
        bool write;
        core::Location at;
    };
    std::vector<Raw> raw;
    const auto add = [&](std::uint32_t member, core::StatementId id) {
        if (member == kNoMember)
            return;
        for (const core::TableAccess& access : code[id].accesses)
            if (const std::uint32_t table = set.of(access.table); table != kNoMember)
                raw.push_back({member, table, id, access.mode == core::AccessMode::Write, access.at});
    };
    for (std::uint32_t s = 0; s < code.statements.size(); ++s) {
        add(set.of(code.statements[s].mapper), core::StatementId(s));
        add(set.owner(code, code.statements[s].holder), core::StatementId(s));
    }
    for (const core::ExecuteEdge& edge : code.executes)
        add(set.owner(code, edge.from), edge.to);
    const auto key = [](const Raw& r) { return std::tie(r.member, r.table, r.statement, r.write, r.at); };
    std::ranges::sort(raw, [&](const Raw& x, const Raw& y) { return key(x) < key(y); });
    std::vector<TableTouch> out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const Raw& r = raw[i];
        if (out.empty() || out.back().member != r.member || out.back().table != r.table)
            out.push_back({r.member, r.table, 0, 0, r.at});
        const bool repeated = i > 0 && raw[i - 1].member == r.member && raw[i - 1].table == r.table &&
                              raw[i - 1].statement == r.statement && raw[i - 1].write == r.write;
        if (!repeated)
            ++(r.write ? out.back().writes : out.back().reads);
    }
    return out;
}

void addUses(const CodeModel& code, const MemberSet& set, MemberFacts& facts)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> uses;
    const auto add = [&](std::uint32_t from, std::uint32_t to) {
        if (from != to && from != kNoMember && to != kNoMember)
            uses.emplace_back(from, to);
    };
    for (const core::CallEdge& edge : code.calls)
        add(set.owner(code, edge.from), set.owner(code, edge.to));
    for (const core::FieldAccessEdge& edge : code.fieldAccesses)
        add(set.owner(code, edge.from), set.owner(code, edge.to));
    for (const core::InheritEdge& edge : code.inherits)
        add(set.of(edge.from), set.of(edge.to));
    for (const core::TypeUseEdge& edge : code.typeUses)
        add(set.of(edge.from), set.of(edge.to));
    for (const core::ViewTypeEdge& edge : code.viewTypes)
        add(set.of(edge.from), set.of(edge.to));
    for (const core::ViewLinkEdge& edge : code.viewLinks) {
        add(set.of(edge.from), set.of(edge.toView));
        if (edge.toEntry.valid())
            add(set.of(edge.from), set.of(edge.toEntry));
    }
    for (const core::RenderEdge& edge : code.renders)
        add(set.owner(code, edge.from), set.of(edge.to));
    for (const TableTouch& touch : facts.touches)
        add(touch.member, touch.table);
    std::ranges::sort(uses);
    uses.erase(std::ranges::unique(uses).begin(), uses.end());
    facts.users.resize(set.size());
    facts.uses.resize(set.size());
    for (const auto& [from, to] : uses) {
        facts.uses[from].push_back(to);
        facts.users[to].push_back(from);
    }
}

/// Classes from which calls lead to data: reverse search from the members that execute statements.
std::vector<char> reachingData(const CodeModel& code, const MemberSet& set)
{
    std::vector<std::vector<std::uint32_t>> callers(code.members.size());
    for (const core::CallEdge& edge : code.calls)
        callers[edge.to.value].push_back(edge.from.value);
    std::vector<char> seen(code.members.size(), 0);
    std::vector<std::uint32_t> queue;
    const auto reach = [&](core::MemberId member) {
        if (member.valid() && seen[member.value] == 0) {
            seen[member.value] = 1;
            queue.push_back(member.value);
        }
    };
    for (const core::Statement& statement : code.statements)
        reach(statement.holder);
    for (const core::ExecuteEdge& edge : code.executes)
        reach(edge.from);
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (const std::uint32_t caller : callers[queue[i]])
            reach(core::MemberId(caller));
    std::vector<char> out(set.size(), 0);
    for (const std::uint32_t member : queue)
        if (const std::uint32_t owner = set.owner(code, core::MemberId(member)); owner != kNoMember)
            out[owner] = 1;
    return out;
}

} // namespace

MemberFacts collectFacts(const CodeModel& code, const MemberSet& set, const SplitData& data)
{
    MemberFacts facts;
    facts.entryPoint.assign(set.size(), 0);
    facts.entity.assign(set.size(), 0);
    facts.working = reachingData(code, set);
    const std::vector<char>& working = facts.working;
    const std::vector<bool> inner = core::innerRemotes(code);
    for (std::size_t i = 0; i < code.entryPoints.size(); ++i)
        if (const std::uint32_t owner = set.ofEntry[i];
            owner != kNoMember && !inner[i] && (code.entryPoints[i].kind != core::EntryPointKind::Main || working[owner] != 0)) // a main that only starts a container
            facts.entryPoint[owner] = 1;
    for (const core::EntityEdge& edge : code.entities)
        if (set.of(edge.from) != kNoMember)
            facts.entity[set.of(edge.from)] = 1;
    for (const core::RenderEdge& edge : code.renders)
        if (const std::uint32_t owner = set.owner(code, edge.from); owner != kNoMember)
            facts.entryPoint[owner] = 1; // who renders a view is asked from outside
    for (const core::ViewTypeEdge& edge : code.viewTypes) {
        const std::uint32_t view = set.of(edge.from);
        const std::uint32_t type = set.of(edge.to);
        if (view == kNoMember || type == kNoMember)
            continue;
        // a page with code of its own is a way in to what it uses; one that shows a value is not
        if (edge.rule != core::Rule::ElExpression)
            facts.viewCode.emplace_back(view, type);
        else if (facts.entity[type] == 0 && working[type] != 0)
            facts.entryPoint[type] = 1; // a bean that works for its page, no plain data
    }
    std::ranges::sort(facts.viewCode);
    facts.compositions = compositions(code, set, data.words);
    facts.touches = tableTouches(code, set);
    addUses(code, set, facts);
    return facts;
}

} // namespace naru::analyzers::decompose
