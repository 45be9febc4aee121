#include "analyzers/graph/AccessUnits.h"

#include <algorithm>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::size_t kKeptStatements = 1U << 20U; ///< statements that are kept

std::size_t slotOf(const TableAccess& access)
{
    return std::size_t{access.table.value} * 2 + static_cast<std::size_t>(access.mode);
}

} // namespace

CallUses lastingUses(const CallUses& calls, const Steps& steps)
{
    CallUses lasting(calls);
    if (std::ranges::find(calls.begins, true) == calls.begins.end())
        return lasting; // few systems have any: the graph is not looked at for the others
    const auto members = static_cast<std::uint32_t>(calls.uses.size());
    const std::vector<bool> running = reachingStatements(members, steps);
    std::vector<std::vector<std::uint32_t>> callers(members);
    std::vector<std::uint32_t> open; // begin one and run nothing
    for (std::uint32_t member = 0; member < members; ++member) {
        for (std::size_t i = steps.first[member]; i < steps.first[member + 1]; ++i)
            if (const Step& step = steps.all[i]; step.statement == 0 && !running[step.target])
                callers[step.target].push_back(member);
        if (calls.begins[member] && !running[member])
            open.push_back(member);
    }
    while (!open.empty()) {
        const std::uint32_t member = open.back();
        open.pop_back();
        for (const std::uint32_t caller : callers[member]) {
            if (lasting.byCode[caller])
                continue;
            lasting.byCode[caller] = true;
            if (!opens(lasting.uses[caller]))
                lasting.uses[caller] = TransactionUse::Joins;
            if (!running[caller])
                open.push_back(caller);
        }
    }
    return lasting;
}

AccessUnits::AccessUnits(const CodeModel& model, const Steps& steps, const CallUses& calls)
    : m_model(model),
      m_steps(steps),
      m_calls(calls),
      m_begun(model.members.size(), 0),
      m_places(model.tables.size() * 2, 0)
{
    for (Way* way : {&m_inside, &m_outside}) {
        way->members.resize(model.members.size(), 0);
        way->openers.resize(model.members.size(), 0);
        way->statements.resize(model.statements.size(), 0);
    }
}

bool AccessUnits::Way::meet(std::vector<std::uint32_t>& marks, std::uint32_t at, std::uint32_t number)
{
    return std::exchange(marks[at], number) != number;
}

void AccessUnits::tell(const TransactionWalker& walker, Transaction& request)
{
    if (request.boundaries.empty() || request.accesses.empty())
        return;
    ++m_outside.number;
    m_openers.clear();
    for (std::uint32_t i = 0; i < request.accesses.size(); ++i)
        m_places[slotOf(request.accesses[i])] = i;
    Reach outside;
    for (const MemberId start : walker.startsOf(request.entry))
        if (opens(m_calls.of(start)))
            outside.openers.push_back(start.value);
        else
            follow(start.value, &walker, m_outside, outside);
    std::size_t begun = 0;
    for (std::size_t i = 0; begun < outside.openers.size() || i < m_openers.size();) {
        while (begun < outside.openers.size())
            begin(outside.openers[begun++]);
        if (i == m_openers.size())
            continue;
        const std::uint32_t opener = m_openers[i++];
        const Reach& reach = within(opener);
        add(walker, MemberId(opener), reach, request);
        for (const std::uint32_t inner : reach.openers)
            if (walker.met(inner))
                begin(inner);
        for (const std::uint32_t member : reach.suspended)
            if (walker.met(member))
                follow(member, &walker, m_outside, outside);
    }
    add(walker, MemberId(), outside, request);
}

/// Twice the same opener is one: the accesses are told by their table, not by their time.
void AccessUnits::begin(std::uint32_t opener)
{
    if (Way::meet(m_begun, opener, m_outside.number))
        m_openers.push_back(opener);
}

void AccessUnits::add(const TransactionWalker& walker, MemberId opener, const Reach& reach, Transaction& request) const
{
    std::vector<std::uint32_t> places;
    for (const std::uint32_t statement : reach.statements)
        if (walker.ran(statement))
            for (const TableAccess& access : m_model.statements[statement].accesses)
                places.push_back(m_places[slotOf(access)]);
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    for (const std::uint32_t place : places)
        request.units.push_back({opener, place});
}

const AccessUnits::Reach& AccessUnits::within(std::uint32_t opener)
{
    const auto known = m_within.find(opener);
    if (known != m_within.end())
        return known->second;
    Reach made;
    ++m_inside.number;
    follow(opener, nullptr, m_inside, made);
    if (m_known >= kKeptStatements)
        return m_last = std::move(made);
    m_known += made.statements.size();
    return m_within.emplace(opener, std::move(made)).first->second;
}

/// `outside`: the walk that a way without a transaction stays within; null inside of one, where what joins is no border.
void AccessUnits::follow(std::uint32_t start, const TransactionWalker* outside, Way& way, Reach& reach)
{
    std::vector<std::pair<std::size_t, std::size_t>> open; // steps that are left
    const auto enter = [&](std::uint32_t member) {
        if (Way::meet(way.members, member, way.number))
            open.emplace_back(m_steps.first[member], m_steps.first[member + 1]);
    };
    enter(start);
    while (!open.empty()) {
        if (open.back().first == open.back().second) {
            open.pop_back();
            continue;
        }
        const Step& step = m_steps.all[open.back().first++];
        if (step.statement != 0) {
            if ((outside == nullptr || outside->ran(step.target)) && Way::meet(way.statements, step.target, way.number))
                reach.statements.push_back(step.target);
            continue;
        }
        if (outside != nullptr && !outside->met(step.target))
            continue;
        const TransactionUse use = m_calls.of(step);
        if (use == TransactionUse::OpensOwn || (use == TransactionUse::Joins && outside != nullptr)) {
            if (Way::meet(way.openers, step.target, way.number))
                reach.openers.push_back(step.target);
        } else if (use == TransactionUse::Suspends && outside == nullptr) {
            reach.suspended.push_back(step.target);
        } else {
            enter(step.target);
        }
    }
}

} // namespace naru::analyzers::graph
