#include "planning/Steps.h"

#include <algorithm>
#include <set>

namespace naru::planning {

using core::Alternative;
using core::Context;
using core::PlanStep;

namespace {

constexpr std::size_t kNamed = 6; // tables or contexts that are named in a sentence; the rest is counted

std::string firstNames(const std::vector<std::string>& names)
{
    std::string out;
    for (std::size_t i = 0; i < std::min(kNamed, names.size()); ++i)
        out += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > kNamed)
        out += " +" + std::to_string(names.size() - kNamed);
    return out.empty() ? "-" : out;
}

/// Appends the steps of one context one after the other.
class StepChain {
public:
    explicit StepChain(const Context& context) : m_context(context) {}

    void add(const char* kind, std::vector<std::string> after = {}, std::vector<std::pair<std::string, std::string>> args = {})
    {
        if (!m_steps.empty())
            after.insert(after.begin(), m_steps.back().id);
        args.insert(args.begin(), {"context", m_context.name});
        m_steps.push_back({.id = m_context.id + "/" + kind,
                           .kind = kind,
                           .textKey = std::string("planning.step.") + kind,
                           .args = std::move(args),
                           .rollbackKey = std::string("planning.rollback.") + kind,
                           .after = std::move(after)});
    }

    [[nodiscard]] std::vector<PlanStep> take() { return std::move(m_steps); }

private:
    const Context& m_context;
    std::vector<PlanStep> m_steps;
};

/// Contexts of earlier waves that this one shares tables or a transaction with.
std::vector<std::string> earlierNeighbours(const Context& context, const Alternative& split, const std::map<std::string, int>& waves,
                                           const std::map<std::string, std::string>& owners)
{
    std::set<std::string> out;
    const int own = waves.at(context.id);
    const auto consider = [&](const std::string& other) {
        const auto found = waves.find(other);
        if (other != context.id && found != waves.end() && found->second < own)
            out.insert(other);
    };
    for (const core::SharedTable& table : split.sharedTables) {
        std::vector<std::string> users = table.readers;
        users.insert(users.end(), table.writers.begin(), table.writers.end());
        users.push_back(owners.at(table.table));
        if (std::ranges::find(users, context.id) != users.end())
            std::ranges::for_each(users, consider);
    }
    for (const core::DistributedTransaction& transaction : split.distributedTransactions)
        if (std::ranges::find(transaction.contexts, context.id) != transaction.contexts.end())
            std::ranges::for_each(transaction.contexts, consider);
    return {out.begin(), out.end()};
}

} // namespace

std::vector<PlanStep> preparationSteps(const ArchitectureFacts& facts, bool audited)
{
    std::vector<PlanStep> steps;
    const auto add = [&](const char* kind, std::vector<std::string> after) {
        for (std::string& id : after)
            id.insert(0, "prepare/");
        steps.push_back({.id = std::string("prepare/") + kind,
                         .kind = kind,
                         .textKey = std::string("planning.prepare.") + kind,
                         .rollbackKey = std::string("planning.prepare.rollback.") + kind,
                         .after = std::move(after)});
    };
    const auto found = [&](const char* fact) { return !audited || facts.contains(fact); };
    add("pipeline", {});
    add("tests", {});
    add("modules", {"tests"});
    std::vector<std::string> beforeContainer = {"pipeline"};
    for (const char* kind : {"config", "session", "files", "logs"})
        if (found(kind)) {
            add(kind, {"tests"});
            beforeContainer.emplace_back(kind);
        }
    add("container", beforeContainer);
    add("gateway", {"container"});
    if (facts.contains("sharedTables") || facts.contains("distributedTransactions"))
        add("ownership", {"modules"});
    return steps;
}

std::vector<PlanStep> contextSteps(const Context& context, const Alternative& split, const std::map<std::string, int>& waves,
                                   const std::map<std::string, std::string>& owners, const std::vector<PlanStep>& preparation)
{
    std::vector<std::string> prepared;
    for (const PlanStep& step : preparation)
        prepared.push_back(step.id);
    const std::vector<std::string> neighbours = earlierNeighbours(context, split, waves, owners);
    std::vector<std::string> cutOvers;
    for (const std::string& neighbour : neighbours)
        cutOvers.push_back(neighbour + "/traffic");

    bool transactions = false;
    for (const core::DistributedTransaction& one : split.distributedTransactions)
        transactions = transactions || std::ranges::find(one.contexts, context.id) != one.contexts.end();

    StepChain chain(context);
    chain.add("tests", prepared, {{"count", std::to_string(context.entryPoints.size())}});
    chain.add("api", {}, {{"count", std::to_string(context.entryPoints.size())}});
    if (context.owns.empty())
        chain.add("data-none", cutOvers);
    else
        chain.add("data", cutOvers, {{"tables", firstNames(context.owns)}, {"count", std::to_string(context.owns.size())}});
    if (!context.reads.empty())
        chain.add("reads", {}, {{"tables", firstNames(context.reads)}});
    if (transactions)
        chain.add("saga");
    chain.add("service");
    if (!context.owns.empty())
        chain.add("cutover", {}, {{"tables", firstNames(context.owns)}});
    chain.add("traffic");
    chain.add("watch");
    chain.add("removal");
    return chain.take();
}

} // namespace naru::planning
