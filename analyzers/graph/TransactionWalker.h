#pragma once

#include "analyzers/graph/TransactionBuilder.h"
#include "analyzers/graph/TransactionSteps.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// An action of a dispatch while the call graph is walked for it.
struct ActionView {
    const Dispatch& dispatch;
    core::StringId value; ///< invalid: no or any other value

    /// The same lines under another name of this value.
    [[nodiscard]] bool isAlias(const DispatchBranch& branch) const;
    /// Whether a decision stands elsewhere, or in code of the deciding member that only this value runs.
    [[nodiscard]] bool reaches(const Dispatch& other) const;
    /// Code of the deciding member that this value does not run.
    [[nodiscard]] bool leavesOut(std::uint32_t line) const;
};

/// Walks the call graph below one entry point after the other; marks carry the number of the walk, so that nothing
/// has to be cleared between walks. What lies below members that led to much more than once is kept, and met again without a walk.
class TransactionWalker {
public:
    /// What is given must outlive the walker.
    TransactionWalker(const core::CodeModel& model, const Steps& steps, const TransactionRules& rules);

    core::Transaction walk(core::EntryPointId entry);

    /// The dispatch that the last walk met in the type of its handler, beside those for which it went; null when there was none.
    [[nodiscard]] const Dispatch* decides() const { return m_decides; }

    /// For the values of parameters that the address of the entry point states.
    core::Transaction walkStated(core::EntryPointId entry, std::span<const ActionView> stated);

    /// For one value of a parameter, and of another that decides within its branch: the last of `views`.
    core::Action walk(core::EntryPointId entry, std::span<const ActionView> views);

    /// Where an entry point begins: what a framework runs before the handler, and the handler.
    [[nodiscard]] std::vector<core::MemberId> startsOf(core::EntryPointId entry) const;
    /// Whether the last walk met a member, or ran a statement.
    [[nodiscard]] bool met(std::uint32_t member) const { return m_member[member].walk == m_walk; }
    [[nodiscard]] bool ran(std::uint32_t statement) const { return m_statement[statement] == m_walk; }

private:
    /// What a walk needs of a member, side by side: large graphs are walked once for each entry point.
    struct Node {
        std::uint32_t walk = 0; ///< the last one that met it
        std::uint32_t first = 0;
        std::uint32_t end = 0;
        std::uint32_t cycle : 31 = 0; ///< members that reach each other have the same
        std::uint32_t marked : 1 = 0; ///< decides
    };
    struct Frame {
        std::uint32_t member = 0;
        std::uint32_t next = 0;
        std::uint32_t end = 0;
        std::uint32_t before = 0; ///< members that the walk had met before this one
        bool own = false;         ///< the class that answers reached it by its own code and that of its base classes alone
    };
    /// What a walk from a member meets that has met nothing before, in its order.
    struct Below {
        std::vector<std::uint32_t> members;
        std::vector<std::uint32_t> statements;
        std::vector<std::uint32_t> boundaries;
    };
    /// Where the decision of an entry point may stand. In C the loop that takes requests and the function that tells them apart are
    /// seldom in one file; a slot or a program does one thing, whatever is decided below it.
    enum class Scope : std::uint8_t { Type, Anywhere, Nowhere };

    void markDispatches();
    void numberCycles();
    void follow(core::EntryPointId entry, std::span<const ActionView> views, core::Transaction& made);
    [[nodiscard]] Scope scopeOf(const core::EntryPoint& entry) const;
    [[nodiscard]] bool isOwn(std::uint32_t member) const;
    [[nodiscard]] bool answersForOthers(std::uint32_t from, std::uint32_t target) const;
    [[nodiscard]] bool leavesOut(std::uint32_t member, const Step& step) const;
    void run(std::uint32_t start, core::TypeId handlerType, core::Transaction& made);
    void enter(std::uint32_t member, core::TypeId handlerType, core::Transaction& made);
    [[nodiscard]] bool entersCycle(std::uint32_t member) const;
    void leave();
    void meet(std::uint32_t member, core::TypeId handlerType);
    void open(std::uint32_t member, core::Transaction& made);
    void execute(std::uint32_t statement, core::Transaction& made);
    [[nodiscard]] const Below* below(std::uint32_t member);
    [[nodiscard]] Below firstWalk(std::uint32_t start);
    [[nodiscard]] const Dispatch* decidingIn(std::uint32_t member, core::TypeId handlerType) const;

    const core::CodeModel& m_model;
    const Steps& m_steps;
    const TransactionRules& m_rules;
    std::unordered_map<std::uint32_t, std::vector<const Dispatch*>> m_dispatches; ///< by member
    std::unordered_map<std::uint32_t, Below> m_below;                             ///< by member
    KeyedReach m_keyed;
    std::size_t m_known = 0;                                                      ///< members and statements in m_below
    std::span<const ActionView> m_views;                                          ///< for which the walk goes
    const std::vector<core::TypeId>* m_above = nullptr; ///< the class that answers with an inherited handler, and those above it
    std::vector<Node> m_member;
    std::vector<std::uint8_t> m_large; ///< by member: how often much lay below it
    std::vector<std::uint32_t> m_statement;
    std::vector<std::uint32_t> m_table;
    std::vector<std::uint32_t> m_opened; ///< by member: the last walk in which it opened a transaction
    std::vector<Frame> m_stack;
    std::vector<core::MemberId> m_reached;
    const Dispatch* m_decides = nullptr;
    Scope m_scope = Scope::Type;
    std::uint32_t m_walk = 0;
};

} // namespace naru::analyzers::graph
