#include "analyzers/graph/TransactionBuilder.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// A step of a member: a call or a statement.
struct Step {
    std::uint32_t line = 0;
    bool statement = false;
    std::uint32_t target = 0;
};

/// The steps of all members in one array.
struct Steps {
    std::vector<std::size_t> first; ///< by member; one more at the end
    std::vector<Step> all;
};

Steps stepsOf(const CodeModel& model)
{
    Steps steps;
    steps.first.assign(model.members.size() + 1, 0);
    for (const CallEdge& edge : model.calls) {
        ++steps.first[edge.from.value + 1];
    }
    for (const ExecuteEdge& edge : model.executes) {
        ++steps.first[edge.from.value + 1];
    }
    for (std::size_t i = 1; i < steps.first.size(); ++i) {
        steps.first[i] += steps.first[i - 1];
    }
    steps.all.resize(steps.first.back());
    std::vector<std::size_t> next(steps.first.begin(), steps.first.end() - 1);
    for (const ExecuteEdge& edge : model.executes) {
        steps.all[next[edge.from.value]++] = {edge.at.line, true, edge.to.value};
    }
    for (const CallEdge& edge : model.calls) {
        steps.all[next[edge.from.value]++] = {edge.at.line, false, edge.to.value};
    }
    for (std::size_t i = 0; i + 1 < steps.first.size(); ++i) {
        // By line; what stands on one line keeps the order in which the resolver met it.
        std::stable_sort(steps.all.begin() + static_cast<std::ptrdiff_t>(steps.first[i]),
                         steps.all.begin() + static_cast<std::ptrdiff_t>(steps.first[i + 1]),
                         [](const Step& a, const Step& b) { return a.line < b.line; });
    }
    return steps;
}

/// Walks the call graph below one entry point after the other; marks carry the number of the walk, so that nothing
/// has to be cleared between walks.
class Walker {
public:
    Walker(const CodeModel& model, const Steps& steps, const std::vector<bool>& boundaries)
        : m_model(model),
          m_steps(steps),
          m_boundaries(boundaries),
          m_member(model.members.size(), 0),
          m_statement(model.statements.size(), 0),
          m_table(model.tables.size() * 2, 0)
    {
    }

    Transaction walk(EntryPointId entry)
    {
        ++m_walk;
        Transaction made;
        made.entry = entry;
        const MemberId handler = m_model[entry].handler;
        if (handler.valid()) {
            enter(handler.value, made);
            while (!m_stack.empty()) {
                Frame& frame = m_stack.back();
                if (frame.next == m_steps.first[frame.member + 1]) {
                    m_stack.pop_back();
                    continue;
                }
                const Step step = m_steps.all[frame.next++];
                if (step.statement) {
                    execute(step.target, made);
                } else if (m_member[step.target] != m_walk) {
                    enter(step.target, made);
                }
            }
        }
        return made;
    }

private:
    struct Frame {
        std::uint32_t member = 0;
        std::size_t next = 0;
    };

    void enter(std::uint32_t member, Transaction& made)
    {
        m_member[member] = m_walk;
        ++made.reachedMembers;
        if (m_boundaries[member]) {
            made.boundaries.push_back(MemberId(member));
        }
        m_stack.push_back({member, m_steps.first[member]});
    }

    void execute(std::uint32_t statement, Transaction& made)
    {
        if (m_statement[statement] == m_walk) {
            return;
        }
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
    const std::vector<bool>& m_boundaries;
    std::vector<std::uint32_t> m_member;
    std::vector<std::uint32_t> m_statement;
    std::vector<std::uint32_t> m_table;
    std::vector<Frame> m_stack;
    std::uint32_t m_walk = 0;
};

} // namespace

Result<void> buildTransactions(CodeModel& model, const std::vector<bool>& boundaries, Job& job)
{
    const Steps steps = stepsOf(model);
    Walker walker(model, steps, boundaries);
    for (std::size_t i = 0; i < model.entryPoints.size(); ++i) {
        if (job.cancelled()) {
            return failure(ErrorCode::Cancelled, "analysis.cancelled");
        }
        model.transactions.push_back(walker.walk(EntryPointId(i)));
    }
    return {};
}

} // namespace naru::analyzers::graph
