#include "analyzers/graph/TransactionWalker.h"

#include "analyzers/spi/FileKinds.h"
#include "core/base/StronglyConnected.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::uint32_t kMuch = 256;   ///< members below one that are worth to be kept
constexpr std::uint8_t kOften = 2;     ///< walks that met as many, before they are
constexpr std::size_t kKeptSteps = 1U << 20U; ///< members and statements that a walker keeps

bool isNative(const CodeModel& model, MemberId member)
{
    const FileId file = model[member].at.file;
    if (!file.valid())
        return false;
    return analyzers::isNative(model[file].language);
}

} // namespace

bool ActionView::isAlias(const DispatchBranch& branch) const
{
    return value.valid() && std::ranges::any_of(dispatch.branches, [&](const DispatchBranch& other) {
               return other.value == value && other.first == branch.first && other.last == branch.last;
           });
}

bool ActionView::reaches(const Dispatch& other) const
{
    return other.member != dispatch.member || std::ranges::any_of(dispatch.branches, [&](const DispatchBranch& own) {
               return own.value == value && own.first <= other.branches.front().first && other.branches.front().last <= own.last;
           });
}

bool ActionView::leavesOut(std::uint32_t line) const
{
    bool others = false;
    for (const DispatchBranch& branch : dispatch.branches) {
        const bool own = branch.value == value || isAlias(branch);
        const bool inside = branch.first <= line && line <= branch.last;
        if (own && inside)
            return false;
        others = others || (!own && inside) || (own && branch.leaves && line > branch.last);
    }
    return others;
}

TransactionWalker::TransactionWalker(const CodeModel& model, const Steps& steps, const TransactionRules& rules)
    : m_model(model),
      m_steps(steps),
      m_rules(rules),
      m_keyed(rules.keyed, steps, model.members.size()),
      m_member(model.members.size()),
      m_large(model.members.size(), 0),
      m_statement(model.statements.size(), 0),
      m_table(model.tables.size() * 2, 0),
      m_opened(model.members.size(), 0)
{
    for (std::size_t i = 0; i < m_member.size(); ++i)
        m_member[i] = {.first = static_cast<std::uint32_t>(steps.first[i]),
                       .end = static_cast<std::uint32_t>(steps.first[i + 1])};
    markDispatches();
    numberCycles();
}

void TransactionWalker::markDispatches()
{
    std::vector<bool> reaching;
    for (const Dispatch& dispatch : m_rules.dispatches) {
        const bool native = isNative(m_model, dispatch.member);
        if (native && reaching.empty())
            reaching = reachingStatements(m_model.members.size(), m_steps);
        if (native && !dividesData(dispatch, m_steps, reaching))
            continue;
        m_dispatches[dispatch.member.value].push_back(&dispatch);
        m_member[dispatch.member.value].marked = 1;
    }
}

void TransactionWalker::numberCycles()
{
    constexpr std::uint32_t none = ~std::uint32_t{0};
    const std::vector<std::uint32_t> component = stronglyConnected(
        static_cast<std::uint32_t>(m_member.size()), [&](std::uint32_t v) { return m_member[v].end - m_member[v].first; },
        [&](std::uint32_t v, std::size_t i) {
            const Step& step = m_steps.all[m_member[v].first + i];
            return step.statement != 0 ? none : std::uint32_t{step.target};
        });
    for (std::size_t i = 0; i < component.size(); ++i)
        m_member[i].cycle = component[i] & 0x7fffffffU;
}

Transaction TransactionWalker::walk(EntryPointId entry)
{
    return walkStated(entry, {});
}

Transaction TransactionWalker::walkStated(EntryPointId entry, std::span<const ActionView> stated)
{
    Transaction made;
    made.entry = entry;
    follow(entry, stated, made);
    made.reachedMembers = static_cast<std::uint32_t>(m_reached.size());
    return made;
}

Action TransactionWalker::walk(EntryPointId entry, std::span<const ActionView> views)
{
    Transaction made;
    follow(entry, views, made);
    const Dispatch& dispatch = views.back().dispatch;
    const StringId value = views.back().value;
    Action action{.entry = entry, .parameter = dispatch.parameter, .value = value, .at = m_model[dispatch.member].at};
    for (const DispatchBranch& branch : dispatch.branches)
        if (value.valid() && branch.value == value) {
            action.at.line = branch.first;
            break;
        }
    action.accesses = std::move(made.accesses);
    action.statements = std::move(made.statements);
    action.members = m_reached;
    return action;
}

void TransactionWalker::follow(EntryPointId entry, std::span<const ActionView> views, Transaction& made)
{
    ++m_walk;
    m_decides = nullptr;
    m_views = views;
    m_reached.clear();
    const MemberId handler = m_model[entry].handler;
    if (!handler.valid())
        return;
    m_scope = scopeOf(m_model[entry]);
    m_above = m_rules.inherited.above(entry);
    const std::vector<MemberId> starts = startsOf(entry);
    m_keyed.begin(starts, [this](std::uint32_t member, const Step& step) { return leavesOut(member, step); });
    for (const MemberId start : starts)
        run(start.value, m_model[handler].owner, made);
}

std::vector<MemberId> TransactionWalker::startsOf(EntryPointId entry) const
{
    std::vector<MemberId> starts;
    const MemberId handler = m_model[entry].handler;
    if (!handler.valid())
        return starts;
    if (const TypeId type = m_model[handler].owner; type.valid() && m_model[entry].kind == EntryPointKind::Http)
        starts = m_rules.preparing[type.value];
    starts.push_back(handler);
    return starts;
}

TransactionWalker::Scope TransactionWalker::scopeOf(const EntryPoint& entry) const
{
    if (!isNative(m_model, entry.handler))
        return Scope::Type;
    switch (entry.kind) {
    case EntryPointKind::Service: {
        const std::string_view id = m_model.text(entry.id);
        return id.starts_with("service socket ") || id.starts_with("service thread ") ? Scope::Anywhere : Scope::Type;
    }
    case EntryPointKind::Remote:
    case EntryPointKind::Http:
        return Scope::Anywhere;
    case EntryPointKind::Rest:
    case EntryPointKind::Message:
        return Scope::Type;
    default:
        return Scope::Nowhere;
    }
}

/// Code of a deciding member that the values at hand do not run.
bool TransactionWalker::leavesOut(std::uint32_t member, const Step& step) const
{
    return std::ranges::any_of(m_views, [&](const ActionView& view) {
        return member == view.dispatch.member.value && step.otherFile == 0 && view.leavesOut(step.line);
    });
}

void TransactionWalker::run(std::uint32_t start, TypeId handlerType, Transaction& made)
{
    if (m_member[start].walk == m_walk)
        return;
    if (opens(m_rules.calls.of(MemberId(start))))
        open(start, made);
    enter(start, handlerType, made);
    while (!m_stack.empty()) {
        Frame& frame = m_stack.back();
        if (frame.next == frame.end) {
            leave();
            continue;
        }
        const Step step = m_steps.all[frame.next++];
        if (leavesOut(frame.member, step))
            continue;
        if (step.statement != 0) {
            execute(step.target, made);
            continue;
        }
        if ((frame.own && answersForOthers(frame.member, step.target)) || m_keyed.blocks(frame.member, step.target))
            continue;
        if (opens(m_rules.calls.of(step)))
            open(step.target, made);
        if (m_member[step.target].walk != m_walk)
            enter(step.target, handlerType, made);
    }
}

bool TransactionWalker::isOwn(std::uint32_t member) const
{
    return m_above != nullptr && (m_stack.empty() || m_stack.back().own) &&
           std::ranges::binary_search(*m_above, m_model.members[member].owner);
}

bool TransactionWalker::answersForOthers(std::uint32_t from, std::uint32_t target) const
{
    const TypeId type = m_model.members[target].owner;
    return !std::ranges::binary_search(*m_above, type) && m_rules.inherited.isBelow(type, m_model.members[from].owner);
}

/// The members on the stack are not reached from a member that belongs to none of their cycles, so of what lies below it a walk has met
/// either nothing, or a member and all below that. Hence it meets what a first walk from there meets, in that order, but for the known.
void TransactionWalker::enter(std::uint32_t member, TypeId handlerType, Transaction& made)
{
    const Node& node = m_member[member];
    const bool own = isOwn(member); // a walk for one class
    if (m_large[member] >= kOften && m_views.empty() && !own && !m_keyed.leads(member) && entersCycle(member)) {
        if (const Below* known = below(member); known != nullptr) {
            for (const std::uint32_t met : known->members)
                if (m_member[met].walk != m_walk)
                    meet(met, handlerType);
            for (const std::uint32_t statement : known->statements)
                execute(statement, made);
            for (const std::uint32_t boundary : known->boundaries)
                open(boundary, made);
            return;
        }
    }
    const auto before = static_cast<std::uint32_t>(m_reached.size());
    meet(member, handlerType);
    if (node.first != node.end)
        m_stack.push_back({member, node.first, node.end, before, own});
}

bool TransactionWalker::entersCycle(std::uint32_t member) const
{
    return m_stack.empty() || m_member[m_stack.back().member].cycle != m_member[member].cycle;
}

void TransactionWalker::leave()
{
    const Frame frame = m_stack.back();
    m_stack.pop_back();
    if (m_reached.size() - frame.before >= kMuch && m_large[frame.member] < kOften && m_views.empty() && !frame.own && entersCycle(frame.member))
        ++m_large[frame.member];
}

void TransactionWalker::meet(std::uint32_t member, TypeId handlerType)
{
    Node& node = m_member[member];
    node.walk = m_walk;
    m_reached.emplace_back(member);
    if (node.marked != 0 && m_decides == nullptr)
        m_decides = decidingIn(member, handlerType);
}

void TransactionWalker::open(std::uint32_t member, Transaction& made)
{
    if (m_opened[member] == m_walk)
        return;
    m_opened[member] = m_walk;
    made.boundaries.emplace_back(member);
}

const Dispatch* TransactionWalker::decidingIn(std::uint32_t member, TypeId handlerType) const
{
    const auto dispatches = m_dispatches.find(member);
    const TypeId owner = m_model.members[member].owner;
    const bool ofHandler = owner == handlerType || (m_above != nullptr && std::ranges::binary_search(*m_above, owner));
    const bool inScope = m_scope == Scope::Anywhere || (m_scope == Scope::Type && ofHandler);
    if (dispatches == m_dispatches.end() || !inScope || (!m_views.empty() && isNative(m_model, MemberId(member))))
        return nullptr; // in C, only one decision is followed
    for (const Dispatch* dispatch : dispatches->second) {
        const bool known = std::ranges::any_of(
            m_views, [&](const ActionView& view) { return view.dispatch.parameter == dispatch->parameter || !view.reaches(*dispatch); });
        if (!known && (!dispatch->byArgument || m_reached.size() == 1))
            return dispatch;
    }
    return nullptr;
}

void TransactionWalker::execute(std::uint32_t statement, Transaction& made)
{
    if (m_statement[statement] == m_walk)
        return;
    m_statement[statement] = m_walk;
    made.statements.push_back(StatementId(statement));
    for (const TableAccess& access : m_model.statements[statement].accesses) {
        std::uint32_t& mark = m_table[std::size_t{access.table.value} * 2 + static_cast<std::size_t>(access.mode)];
        if (mark != m_walk) {
            mark = m_walk;
            made.accesses.push_back(access);
        }
    }
}

/// Null when it is not known and there is no more room.
const TransactionWalker::Below* TransactionWalker::below(std::uint32_t member)
{
    const auto known = m_below.find(member);
    if (known != m_below.end())
        return &known->second;
    if (m_known >= kKeptSteps)
        return nullptr;
    Below made = firstWalk(member);
    m_known += made.members.size() + made.statements.size() + made.boundaries.size();
    return &m_below.emplace(member, std::move(made)).first->second;
}

TransactionWalker::Below TransactionWalker::firstWalk(std::uint32_t start)
{
    std::vector<bool> members(m_member.size(), false);
    std::vector<bool> statements(m_statement.size(), false);
    std::vector<bool> opened(m_member.size(), false);
    std::vector<Frame> stack;
    Below met;
    const auto add = [&](std::uint32_t member) {
        members[member] = true;
        met.members.push_back(member);
        stack.push_back({member, m_member[member].first, m_member[member].end, 0, false});
    };
    add(start);
    while (!stack.empty()) {
        Frame& frame = stack.back();
        if (frame.next == frame.end) {
            stack.pop_back();
            continue;
        }
        const Step step = m_steps.all[frame.next++];
        if (step.statement == 0) {
            if (opens(m_rules.calls.of(step)) && !opened[step.target]) {
                opened[step.target] = true;
                met.boundaries.push_back(step.target);
            }
            if (!members[step.target])
                add(step.target);
        } else if (!statements[step.target]) {
            statements[step.target] = true;
            met.statements.push_back(step.target);
        }
    }
    return met;
}

} // namespace naru::analyzers::graph
