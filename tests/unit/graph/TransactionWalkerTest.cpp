#include "analyzers/graph/AccessUnits.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace naru::tests {
namespace {

using namespace core;
using namespace analyzers;
using namespace analyzers::graph;

/// A graph drawn at random: layers of members that call later ones, and some that call back, so that there are cycles.
struct DrawnSystem {
    CodeModel model;
    std::vector<Dispatch> dispatches;
    std::vector<CallEdge> pages;

    DrawnSystem(unsigned seed, std::uint32_t members, int entries)
    {
        std::mt19937 random(seed);
        const auto below = [&](std::uint32_t end) { return std::uniform_int_distribution<std::uint32_t>(0, end - 1)(random); };
        model.types.emplace_back();
        for (std::uint32_t i = 0; i < members; ++i)
            model.members.push_back({.id = model.intern("m" + std::to_string(i)), .owner = TypeId(0U)});
        for (std::uint32_t i = 0; i < members / 4; ++i) {
            model.tables.push_back({.name = model.intern("T" + std::to_string(i))});
            model.statements.push_back({.id = model.intern("s" + std::to_string(i))});
            model.statements.back().accesses.push_back({.table = TableId(i), .mode = i % 3 == 0 ? AccessMode::Write : AccessMode::Read});
        }
        for (std::uint32_t i = 0; i < members; ++i) {
            for (std::uint32_t line = 1; line <= below(5); ++line) {
                const std::uint32_t ahead = i + 1 + below(20);
                const std::uint32_t to = below(40) == 0 ? below(i + 1) : ahead; // one in forty leads back
                if (to < members)
                    model.calls.push_back({MemberId(i), MemberId(to), {FileId(), line}, Rule::SameType});
            }
            if (below(5) == 0)
                model.executes.push_back({MemberId(i), StatementId(below(members / 4)), {FileId(), below(4)}, Rule::StatementName});
        }
        for (int i = 0; i < entries; ++i)
            model.entryPoints.push_back({.id = model.intern("e" + std::to_string(i)), .handler = MemberId(below(members / 8))});
    }
};

/// What a walk is: every member is looked at once, its steps by line.
class PlainWalk {
public:
    PlainWalk(const Steps& steps, const std::vector<bool>& marks) : m_steps(steps), m_boundaries(marks) {}

    void visit(std::uint32_t member)
    {
        if (!m_met.insert(member).second)
            return;
        for (std::size_t i = m_steps.first[member]; i < m_steps.first[member + 1]; ++i) {
            const Step& step = m_steps.all[i];
            if (step.statement == 0) {
                if (step.self == 0)
                    open(step.target);
                visit(step.target);
            } else if (m_ran.insert(step.target).second)
                statements.emplace_back(step.target);
        }
    }
    void open(std::uint32_t member)
    {
        if (m_boundaries[member] && m_opened.insert(member).second)
            boundaries.emplace_back(member);
    }
    [[nodiscard]] std::size_t met() const { return m_met.size(); }

    std::vector<MemberId> boundaries;
    std::vector<StatementId> statements;

private:
    const Steps& m_steps;
    const std::vector<bool>& m_boundaries;
    std::set<std::uint32_t> m_met;
    std::set<std::uint32_t> m_opened;
    std::set<std::uint32_t> m_ran;
};

/// What an access unit is: every member is looked at once for each transaction in which it runs. Pairs of opener and statement.
class PlainUnits {
public:
    PlainUnits(const Steps& steps, const TransactionRules& rules) : m_steps(steps), m_rules(rules) {}

    std::set<std::pair<MemberId, std::uint32_t>> from(std::uint32_t handler)
    {
        enter(handler, MemberId(), m_rules.calls.uses[handler]);
        return m_found;
    }

private:
    void enter(std::uint32_t member, MemberId within, TransactionUse use)
    {
        if (use == TransactionUse::OpensOwn || (use == TransactionUse::Joins && !within.valid()))
            within = MemberId(member);
        else if (use == TransactionUse::Suspends)
            within = MemberId();
        if (!m_met.emplace(member, within).second)
            return;
        for (std::size_t i = m_steps.first[member]; i < m_steps.first[member + 1]; ++i)
            if (const Step& step = m_steps.all[i]; step.statement != 0)
                m_found.emplace(within, step.target);
            else
                enter(step.target, within, m_rules.calls.of(step));
    }

    const Steps& m_steps;
    const TransactionRules& m_rules;
    std::set<std::pair<std::uint32_t, MemberId>> m_met;
    std::set<std::pair<MemberId, std::uint32_t>> m_found;
};

TEST(TransactionWalker, TellsTheTransactionOfEachAccess)
{
    std::size_t several = 0;
    std::size_t none = 0;
    for (unsigned seed = 1; seed <= 6; ++seed) {
        DrawnSystem system(seed, 1000, 30);
        std::vector<TransactionUse> uses(system.model.members.size(), TransactionUse::Callers);
        for (std::size_t i = 0; i < uses.size(); ++i)
            uses[i] = i % 29 == 0   ? TransactionUse::OpensOwn
                      : i % 23 == 0 ? TransactionUse::Suspends
                      : i % 7 == 0  ? TransactionUse::Joins
                                    : TransactionUse::Callers;
        std::vector<bool> self(system.model.calls.size(), false);
        for (std::size_t i = 0; i < self.size(); i += 3)
            self[i] = true;
        const Steps steps = stepsOf(system.model, system.pages, system.dispatches, self);
        const TransactionRules rules{.calls = {.uses = uses}, .preparing = {{}}, .dispatches = system.dispatches, .pages = system.pages};
        TransactionWalker walker(system.model, steps, rules);
        AccessUnits units(system.model, steps, rules.calls);
        for (std::size_t i = 0; i < system.model.entryPoints.size(); ++i) {
            Transaction made = walker.walk(EntryPointId(i));
            units.tell(walker, made);
            std::set<std::pair<MemberId, std::uint32_t>> told;
            for (const AccessUnit& unit : made.units)
                told.emplace(unit.opener, made.accesses[unit.access].table.value); // one statement for each table
            const auto plain = PlainUnits(steps, rules).from(system.model.entryPoints[i].handler.value);
            ASSERT_EQ(told, made.boundaries.empty() ? decltype(plain)() : plain) << "seed " << seed << ", entry point " << i;
            ASSERT_EQ(told.size(), made.units.size());
            several += told.size() > made.accesses.size() ? 1 : 0;
            none += !told.empty() && !told.begin()->first.valid() ? 1 : 0;
        }
    }
    EXPECT_GT(several, 60U);
    EXPECT_GT(none, 0U);
}

TEST(TransactionWalker, MeetsWhatIsKeptAsAFirstWalkWould)
{
    std::size_t largest = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        DrawnSystem system(seed, 3000, 60);
        std::vector<bool> boundaries(system.model.members.size(), false);
        for (std::size_t i = 0; i < boundaries.size(); i += 7)
            boundaries[i] = true;
        std::vector<bool> self(system.model.calls.size(), false);
        for (std::size_t i = 0; i < self.size(); i += 3)
            self[i] = true;
        const Steps steps = stepsOf(system.model, system.pages, system.dispatches, self);
        std::vector<TransactionUse> uses(boundaries.size(), TransactionUse::Callers);
        for (std::size_t i = 0; i < uses.size(); ++i)
            uses[i] = boundaries[i] ? TransactionUse::Joins : i % 11 == 0 ? TransactionUse::Suspends : TransactionUse::Callers;
        const TransactionRules rules{
            .calls = {.uses = uses}, .preparing = {{}}, .dispatches = system.dispatches, .pages = system.pages};
        TransactionWalker walker(system.model, steps, rules);
        for (std::size_t i = 0; i < system.model.entryPoints.size(); ++i) {
            const Transaction made = walker.walk(EntryPointId(i));
            PlainWalk plain(steps, boundaries);
            plain.open(system.model.entryPoints[i].handler.value);
            plain.visit(system.model.entryPoints[i].handler.value);
            ASSERT_EQ(made.statements, plain.statements) << "seed " << seed << ", entry point " << i;
            ASSERT_EQ(made.boundaries, plain.boundaries) << "seed " << seed << ", entry point " << i;
            ASSERT_EQ(made.reachedMembers, plain.met()) << "seed " << seed << ", entry point " << i;
            largest = std::max(largest, plain.met());
        }
    }
    EXPECT_GT(largest, 1000U); // far more than what is walked each time
}

} // namespace
} // namespace naru::tests
