#include "reports/builders/Sections.h"

#include "core/model/MemberNames.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr std::size_t kMostSteps = 8;   ///< of one transaction; the rest is counted
constexpr std::size_t kMostEntries = 4; ///< that run it

/// The same transaction, whoever asks for it.
auto identity(const DistributedTransaction& one)
{
    std::vector<std::tuple<std::string, std::string>> steps;
    for (const SagaStep& step : one.steps)
        steps.emplace_back(step.role, step.compensation);
    return std::tuple(one.opener.empty() ? one.entryPoint : one.opener, one.contexts, one.writes, one.compensations, std::move(steps));
}

class DistributedTransactions {
public:
    DistributedTransactions(Composer& composer, const Alternative& split) : m_composer(composer), m_split(split)
    {
        for (const Context& context : split.contexts)
            m_names[context.id] = context.name;
    }

    void write()
    {
        m_composer.heading(2, "report.split.distributed");
        if (m_split.distributedTransactions.empty())
            return m_composer.paragraph("report.split.no-distributed");
        m_composer.paragraph("report.split.distributed-text");
        m_composer.paragraph("report.split.distributed-note",
                             {{"steps", std::to_string(kMostSteps)}, {"entries", std::to_string(kMostEntries)}}, ParagraphStyle::Note);
        TableBuilder table(m_composer, "report.split.distributed-table",
                           {"report.column.transaction", "report.column.entries", "report.column.contexts", "report.column.saga"},
                           {2.6, 2.6, 2.6, 4.4});
        for (const std::vector<const DistributedTransaction*>& same : each()) {
            const DistributedTransaction& one = *same.front();
            table.cell(one.opener.empty() ? shortEntry(one.entryPoint) : shortMember(one.opener))
                .cell(one.opener.empty() ? m_composer.say("report.split.no-boundary") : entries(same))
                .cell(contexts(one))
                .cell(saga(one))
                .next();
        }
        m_composer.add(table.take());
    }

private:
    /// Each with all that run it, in the order of the first ones.
    [[nodiscard]] std::vector<std::vector<const DistributedTransaction*>> each() const
    {
        std::vector<std::vector<const DistributedTransaction*>> all;
        std::map<decltype(identity(m_split.distributedTransactions.front())), std::size_t> known;
        for (const DistributedTransaction& one : m_split.distributedTransactions) {
            const auto [place, added] = known.try_emplace(identity(one), all.size());
            if (added)
                all.emplace_back();
            all[place->second].push_back(&one);
        }
        return all;
    }

    [[nodiscard]] std::string entries(const std::vector<const DistributedTransaction*>& same) const
    {
        std::vector<std::string> names;
        for (const DistributedTransaction* one : same)
            names.push_back(shortEntry(one->entryPoint));
        const std::string more = cut(m_composer, names, kMostEntries);
        return joined(names) + more;
    }

    [[nodiscard]] std::string contexts(const DistributedTransaction& one) const
    {
        std::vector<std::string> names;
        for (const std::string& context : one.contexts) {
            const auto found = m_names.find(context);
            names.push_back(found == m_names.end() ? context : found->second);
        }
        return joined(names, " → ");
    }

    /// The writes in order, and what each needs when another fails: taken back before the deciding one, repeated after it.
    [[nodiscard]] std::string saga(const DistributedTransaction& one) const
    {
        std::vector<std::string> steps;
        for (const SagaStep& step : one.steps)
            if (step.role == "compensable")
                steps.push_back(m_composer.say("report.split.compensate", {{"table", step.table}, {"action", step.compensation}}));
            else
                steps.push_back(
                    m_composer.say(step.role == "pivot" ? "report.split.pivot" : "report.split.retried", {{"table", step.table}}));
        if (steps.empty()) // of an older result
            steps = one.writes;
        const std::string more = cut(m_composer, steps, kMostSteps);
        return joined(steps, " → ") + more;
    }

    Composer& m_composer;
    const Alternative& m_split;
    std::map<std::string, std::string> m_names;
};

} // namespace

void addDistributedTransactions(Composer& composer, const Alternative& split)
{
    DistributedTransactions(composer, split).write();
}

} // namespace naru::reports
