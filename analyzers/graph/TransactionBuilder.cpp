#include "analyzers/graph/TransactionBuilder.h"

#include "analyzers/graph/ParallelFiles.h"
#include "analyzers/graph/TransactionSteps.h"
#include "analyzers/spi/FileKinds.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// An action of a dispatch while the call graph is walked for it.
struct ActionView {
    const Dispatch& dispatch;
    StringId value; ///< invalid: no or any other value

    /// The same lines under another name of this value.
    [[nodiscard]] bool isAlias(const DispatchBranch& branch) const
    {
        return value.valid() && std::ranges::any_of(dispatch.branches, [&](const DispatchBranch& other) {
                   return other.value == value && other.first == branch.first && other.last == branch.last;
               });
    }

    /// Whether a decision stands elsewhere, or in code of the deciding member that only this value runs.
    [[nodiscard]] bool reaches(const Dispatch& other) const
    {
        return other.member != dispatch.member || std::ranges::any_of(dispatch.branches, [&](const DispatchBranch& own) {
                   return own.value == value && own.first <= other.branches.front().first && other.branches.front().last <= own.last;
               });
    }

    /// Code of the deciding member that this value does not run.
    [[nodiscard]] bool leavesOut(std::uint32_t line) const
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
};

bool isNative(const CodeModel& model, MemberId member)
{
    const FileId file = model[member].at.file;
    if (!file.valid())
        return false;
    return analyzers::isNative(model[file].language);
}

/// Walks the call graph below one entry point after the other; marks carry the number of the walk, so that nothing
/// has to be cleared between walks.
class Walker {
public:
    Walker(const CodeModel& model, const Steps& steps, const TransactionRules& rules)
        : m_model(model),
          m_steps(steps),
          m_rules(rules),
          m_member(model.members.size()),
          m_statement(model.statements.size(), 0),
          m_table(model.tables.size() * 2, 0)
    {
        for (std::size_t i = 0; i < m_member.size(); ++i)
            m_member[i] = {.first = static_cast<std::uint32_t>(steps.first[i]),
                           .end = static_cast<std::uint32_t>(steps.first[i + 1]),
                           .marked = rules.boundaries[i]};
        std::vector<bool> reaching;
        for (const Dispatch& dispatch : rules.dispatches) {
            const bool native = isNative(model, dispatch.member);
            if (native && reaching.empty())
                reaching = reachingStatements(model.members.size(), steps);
            if (native && !dividesData(dispatch, steps, reaching))
                continue;
            m_dispatches[dispatch.member.value].push_back(&dispatch);
            m_member[dispatch.member.value].marked = true;
        }
    }

    Transaction walk(EntryPointId entry)
    {
        Transaction made;
        made.entry = entry;
        follow(entry, {}, made);
        made.reachedMembers = static_cast<std::uint32_t>(m_reached.size());
        return made;
    }

    /// The dispatch that the last walk met in the type of its handler, beside those for which it went; null when there was none.
    [[nodiscard]] const Dispatch* decides() const { return m_decides; }

    /// For one value of a parameter, and of another that decides within its branch: the last of `views`.
    Action walk(EntryPointId entry, std::span<const ActionView> views)
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

private:
    /// What a walk needs of a member, side by side: large graphs are walked once for each entry point.
    struct Node {
        std::uint32_t walk = 0; ///< the last one that met it
        std::uint32_t first = 0;
        std::uint32_t end = 0;
        bool marked = false; ///< a boundary, or decides
    };
    struct Frame {
        std::uint32_t member = 0;
        std::uint32_t next = 0;
        std::uint32_t end = 0;
    };

    void follow(EntryPointId entry, std::span<const ActionView> views, Transaction& made)
    {
        ++m_walk;
        m_decides = nullptr;
        m_views = views;
        m_reached.clear();
        const MemberId handler = m_model[entry].handler;
        if (!handler.valid())
            return;
        const TypeId type = m_model[handler].owner;
        m_scope = scopeOf(m_model[entry]);
        if (type.valid() && m_model[entry].kind == EntryPointKind::Http)
            for (const MemberId before : m_rules.preparing[type.value])
                run(before.value, type, made);
        run(handler.value, type, made);
    }

    /// Where the decision of an entry point may stand. In C the loop that takes requests and the function that tells them apart are
    /// seldom in one file; a slot or a program does one thing, whatever is decided below it.
    enum class Scope : std::uint8_t { Type, Anywhere, Nowhere };
    [[nodiscard]] Scope scopeOf(const EntryPoint& entry) const
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

    void run(std::uint32_t start, TypeId handlerType, Transaction& made)
    {
        if (m_member[start].walk == m_walk)
            return;
        enter(start, handlerType, made);
        while (!m_stack.empty()) {
            Frame& frame = m_stack.back();
            if (frame.next == frame.end) {
                m_stack.pop_back();
                continue;
            }
            const Step step = m_steps.all[frame.next++];
            if (std::ranges::any_of(m_views, [&](const ActionView& view) {
                    return frame.member == view.dispatch.member.value && view.leavesOut(step.line);
                }))
                continue;
            if (step.statement != 0)
                execute(step.target, made);
            else if (m_member[step.target].walk != m_walk)
                enter(step.target, handlerType, made);
        }
    }

    void enter(std::uint32_t member, TypeId handlerType, Transaction& made)
    {
        Node& node = m_member[member];
        node.walk = m_walk;
        m_reached.emplace_back(member);
        if (node.marked)
            note(member, handlerType, made);
        if (node.first != node.end)
            m_stack.push_back({member, node.first, node.end});
    }

    void note(std::uint32_t member, TypeId handlerType, Transaction& made)
    {
        if (m_rules.boundaries[member])
            made.boundaries.push_back(MemberId(member));
        if (m_decides == nullptr)
            m_decides = decidingIn(member, handlerType);
    }

    /// The dispatch of a member that is none of those for which the walk goes, and decides by another parameter.
    [[nodiscard]] const Dispatch* decidingIn(std::uint32_t member, TypeId handlerType) const
    {
        const auto dispatches = m_dispatches.find(member);
        const bool inScope = m_scope == Scope::Anywhere || (m_scope == Scope::Type && m_model.members[member].owner == handlerType);
        if (dispatches == m_dispatches.end() || !inScope || (!m_views.empty() && isNative(m_model, MemberId(member))))
            return nullptr; // in C, only one decision is followed
        for (const Dispatch* dispatch : dispatches->second) {
            const bool known = std::ranges::any_of(m_views, [&](const ActionView& view) {
                return view.dispatch.parameter == dispatch->parameter || !view.reaches(*dispatch);
            });
            if (!known && (!dispatch->byArgument || m_reached.size() == 1))
                return dispatch;
        }
        return nullptr;
    }

    void execute(std::uint32_t statement, Transaction& made)
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

    const CodeModel& m_model;
    const Steps& m_steps;
    const TransactionRules& m_rules;
    std::unordered_map<std::uint32_t, std::vector<const Dispatch*>> m_dispatches; ///< by member
    std::span<const ActionView> m_views;                                          ///< for which the walk goes
    std::vector<Node> m_member;
    std::vector<std::uint32_t> m_statement;
    std::vector<std::uint32_t> m_table;
    std::vector<Frame> m_stack;
    std::vector<MemberId> m_reached;
    const Dispatch* m_decides = nullptr;
    Scope m_scope = Scope::Type;
    std::uint32_t m_walk = 0;
};

/// The values that actions are for; values that run the same lines are one action under the name of the first. Last, anything else.
std::vector<StringId> actionValues(const Dispatch& dispatch)
{
    std::vector<StringId> values;
    const auto sameCode = [&](StringId one, StringId other) {
        const auto linesOf = [&](StringId value) {
            std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
            for (const DispatchBranch& branch : dispatch.branches)
                if (branch.value == value)
                    lines.emplace_back(branch.first, branch.last);
            return lines;
        };
        return linesOf(one) == linesOf(other);
    };
    for (const DispatchBranch& branch : dispatch.branches)
        if (branch.value.valid() && std::ranges::none_of(values, [&](StringId known) { return sameCode(known, branch.value); }))
            values.push_back(branch.value);
    values.emplace_back();
    return values;
}

bool differ(const std::vector<Action>& actions)
{
    return std::ranges::any_of(actions, [&](const Action& action) { return action.statements != actions.front().statements; });
}

/// The actions of one value of the outer parameter, by the values of a second one that decides within its branch; empty when all do the
/// same. They are named after the pair; any other value of the second belongs to the outer one alone.
std::vector<Action> pairsOf(Walker& walker, StringPool& strings, EntryPointId entry, const ActionView& outer, const Dispatch& inner)
{
    std::vector<Action> pairs;
    for (const StringId value : actionValues(inner)) {
        const ActionView views[] = {outer, {inner, value}};
        Action made = walker.walk(entry, views);
        made.parameter = outer.dispatch.parameter;
        made.value = value.valid() ? strings.intern(std::string(strings.view(outer.value)) + "&" +
                                                    std::string(strings.view(inner.parameter)) + "=" + std::string(strings.view(value)))
                                   : outer.value;
        pairs.push_back(std::move(made));
    }
    return differ(pairs) ? std::move(pairs) : std::vector<Action>();
}

/// The actions of an entry point. One that does what all others do, too, is none.
std::vector<Action> actionsOf(Walker& walker, StringPool& strings, EntryPointId entry, const Dispatch& dispatch)
{
    std::vector<Action> actions;
    for (const StringId value : actionValues(dispatch)) {
        const ActionView view{dispatch, value};
        Action action = walker.walk(entry, std::span(&view, 1));
        const Dispatch* inner = value.valid() ? walker.decides() : nullptr;
        std::vector<Action> pairs = inner != nullptr ? pairsOf(walker, strings, entry, view, *inner) : std::vector<Action>();
        if (pairs.empty())
            pairs.push_back(std::move(action));
        std::ranges::move(pairs, std::back_inserter(actions));
    }
    return differ(actions) ? std::move(actions) : std::vector<Action>();
}

/// What a walk from one entry point gave.
struct Walked {
    Transaction transaction;
    std::vector<Action> actions;
};

} // namespace

std::vector<std::vector<MemberId>> preparingMembers(const CodeIndex& index)
{
    const CodeModel& model = index.model;
    std::vector<std::vector<MemberId>> out(model.types.size());
    for (const AnnotationUse& use : index.annotations)
        if (use.target == AnnotationTarget::Method && use.member.valid() && model.text(use.name).ends_with("ModelAttribute"))
            if (const TypeId owner = model[use.member].owner; owner.valid())
                out[owner.value].push_back(use.member);
    return out;
}

Result<void> buildTransactions(CodeModel& model, const TransactionRules& rules, Job& job)
{
    const Steps steps = stepsOf(model, rules.pages, rules.dispatches);
    std::vector<Walked> walked(model.entryPoints.size()); // kept by entry point: the order is that of one thread
    tbb::enumerable_thread_specific<std::unique_ptr<Walker>> walkers;
    const bool done = parallelFiles(static_cast<std::uint32_t>(walked.size()), job, [&](std::uint32_t i) {
        auto& walker = walkers.local();
        if (walker == nullptr)
            walker = std::make_unique<Walker>(model, steps, rules);
        walked[i].transaction = walker->walk(EntryPointId(i));
        if (const Dispatch* decides = walker->decides())
            walked[i].actions = actionsOf(*walker, *model.strings, EntryPointId(i), *decides);
    });
    if (!done)
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    for (Walked& one : walked) {
        model.transactions.push_back(std::move(one.transaction));
        std::ranges::move(one.actions, std::back_inserter(model.actions));
    }
    return {};
}

} // namespace naru::analyzers::graph
