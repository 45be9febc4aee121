#include "analyzers/decompose/MovePreview.h"

#include "core/model/AtomicUnits.h"

#include <algorithm>

namespace naru::analyzers::decompose {

namespace {

/// Whether the members of a list stand in more than one context.
template <typename ContextOf> bool apart(const std::vector<std::uint32_t>& list, ContextOf contextOf)
{
    std::uint32_t first = kNoMember;
    for (const std::uint32_t member : list) {
        const std::uint32_t context = contextOf(member);
        if (context == kNoMember)
            continue;
        if (first != kNoMember && context != first)
            return true;
        first = context;
    }
    return false;
}

std::vector<std::vector<std::uint32_t>> inverted(const std::vector<std::vector<std::uint32_t>>& lists, std::uint32_t members)
{
    std::vector<std::vector<std::uint32_t>> out(members);
    for (std::uint32_t i = 0; i < lists.size(); ++i)
        for (const std::uint32_t member : lists[i])
            if (out[member].empty() || out[member].back() != i)
                out[member].push_back(i);
    return out;
}

} // namespace

MovePreview::MovePreview(const core::CodeModel& code, const core::Alternative& alternative)
    : m_set(collectMembers(code)),
      m_input(metricInput(code, m_set)),
      m_live(std::make_unique<LiveMetrics>(m_input, m_set, divisionOf(alternative, m_set))),
      m_callsOf(m_set.size()),
      m_touchesOf(inverted(m_input.touches, m_set.size()))
{
    const std::vector<std::uint32_t>& division = m_live->division();
    const auto contextOf = [&](std::uint32_t member) { return division[member]; };
    for (std::uint32_t i = 0; i < m_input.calls.size(); ++i) {
        const MetricInput::Call& call = m_input.calls[i];
        m_callsOf[call.from].push_back(i);
        if (call.to != call.from)
            m_callsOf[call.to].push_back(i);
        const Pair ends{division[call.from], division[call.to]};
        if (ends.first == kNoMember || ends.second == kNoMember || ends.first == ends.second)
            continue;
        m_between[ends] += call.volume;
        m_remote += call.volume;
    }
    for (const core::Transaction& request : code.transactions)
        for (const core::AtomicUnit& unit : core::atomicUnits(request)) {
            std::vector<std::uint32_t> written;
            for (const std::uint32_t i : unit.accesses)
                if (const std::uint32_t table = m_set.of(request.accesses[i].table);
                    request.accesses[i].mode == core::AccessMode::Write && table != kNoMember)
                    written.push_back(table);
            m_spanning += apart(written, contextOf) ? 1 : 0;
            m_writes.push_back(std::move(written));
        }
    m_writesOf = inverted(m_writes, m_set.size());
    for (const auto& users : m_input.touches)
        m_shared += apart(users, contextOf) ? 1 : 0;
}

void MovePreview::countCalls(const std::set<std::uint32_t>& moved, std::uint32_t to, MoveEffect& effect) const
{
    const std::vector<std::uint32_t>& division = m_live->division();
    std::map<Pair, double> change;
    std::set<std::uint32_t> seen;
    for (const std::uint32_t member : moved)
        for (const std::uint32_t i : m_callsOf[member]) {
            if (!seen.insert(i).second)
                continue;
            const MetricInput::Call& call = m_input.calls[i];
            const Pair old{division[call.from], division[call.to]};
            const Pair now{moved.contains(call.from) ? to : old.first, moved.contains(call.to) ? to : old.second};
            const auto counts = [](const Pair& ends) {
                return ends.first != kNoMember && ends.second != kNoMember && ends.first != ends.second;
            };
            if (counts(old))
                change[old] -= call.volume;
            if (counts(now))
                change[now] += call.volume;
        }
    for (const auto& [ends, amount] : change) {
        effect.remoteAfter += amount;
        const auto known = m_between.find(ends);
        const double before = known == m_between.end() ? 0 : known->second;
        if (before <= 0 && before + amount > 0)
            effect.appear.push_back(ends);
        else if (before > 0 && before + amount <= 0)
            effect.vanish.push_back(ends);
    }
}

int MovePreview::spread(const std::vector<std::vector<std::uint32_t>>& lists, const std::vector<std::vector<std::uint32_t>>& of,
                        const std::set<std::uint32_t>& moved, std::uint32_t to) const
{
    const std::vector<std::uint32_t>& division = m_live->division();
    std::set<std::uint32_t> concerned;
    for (const std::uint32_t member : moved)
        concerned.insert(of[member].begin(), of[member].end());
    int change = 0;
    for (const std::uint32_t i : concerned) {
        const bool before = apart(lists[i], [&](std::uint32_t m) { return division[m]; });
        const bool after = apart(lists[i], [&](std::uint32_t m) { return moved.contains(m) ? to : division[m]; });
        change += static_cast<int>(after) - static_cast<int>(before);
    }
    return change;
}

MoveEffect MovePreview::ifMoved(const std::vector<std::string>& members, std::uint32_t context)
{
    std::set<std::uint32_t> moved;
    for (const std::string& id : members)
        if (const auto found = m_set.byId.find(id); found != m_set.byId.end())
            moved.insert(found->second);
    MoveEffect effect;
    effect.before = m_live->metrics();
    effect.after = m_live->ifMoved(std::vector<std::uint32_t>(moved.begin(), moved.end()), context);
    effect.remoteBefore = effect.remoteAfter = m_remote;
    countCalls(moved, context, effect);
    effect.sharedBefore = m_shared;
    effect.sharedAfter = m_shared + spread(m_input.touches, m_touchesOf, moved, context);
    effect.spanningBefore = m_spanning;
    effect.spanningAfter = m_spanning + spread(m_writes, m_writesOf, moved, context);
    std::set<std::uint32_t> transactions;
    for (const std::uint32_t member : moved)
        transactions.insert(m_writesOf[member].begin(), m_writesOf[member].end());
    std::set<std::uint32_t> services;
    const auto after = [&](std::uint32_t m) { return moved.contains(m) ? context : m_live->division()[m]; };
    for (const std::uint32_t i : transactions)
        if (apart(m_writes[i], after)) {
            ++effect.concerned;
            for (const std::uint32_t table : m_writes[i])
                if (after(table) != kNoMember)
                    services.insert(after(table));
        }
    effect.services = static_cast<int>(services.size());
    return effect;
}

} // namespace naru::analyzers::decompose
