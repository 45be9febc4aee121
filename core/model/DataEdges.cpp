#include "core/model/DataEdges.h"

#include <algorithm>
#include <tuple>

namespace naru::core {

namespace {

/// By statement: how its tables were found.
std::vector<Rule> tableRules(const CodeModel& model)
{
    std::vector<Rule> rules;
    rules.reserve(model.statements.size());
    for (const Statement& statement : model.statements) {
        const bool entity = statement.origin == StatementOrigin::EntityUse || statement.origin == StatementOrigin::DerivedQuery;
        rules.push_back(statement.origin == StatementOrigin::Routine ? Rule::StoredRoutine
                        : entity                                     ? Rule::EntityMapping
                                                                     : Rule::SqlText);
    }
    for (const ExecuteEdge& edge : model.executes)
        if (edge.rule == Rule::EntityMapping || edge.rule == Rule::DirtyChecking || edge.rule == Rule::Cascade || edge.rule == Rule::Collection)
            rules[edge.to.value] = edge.rule;
    return rules;
}

} // namespace

std::vector<DataEdge> dataEdges(const CodeModel& model, AccessMode mode)
{
    const std::vector<Rule> rules = tableRules(model);
    std::vector<DataEdge> edges;
    for (std::size_t i = 0; i < model.statements.size(); ++i) {
        const Statement& statement = model.statements[i];
        for (const TableAccess& access : statement.accesses)
            if (access.mode == mode && access.table.valid())
                edges.push_back({model.text(statement.id), model.text(model[access.table].name),
                                 access.at.file.valid() ? access.at : statement.at, rules[i]});
    }
    const auto ends = [](const DataEdge& edge) { return std::tie(edge.from, edge.to); };
    std::ranges::stable_sort(edges, [&](const DataEdge& a, const DataEdge& b) { return ends(a) < ends(b); });
    const auto rest = std::ranges::unique(edges, [&](const DataEdge& a, const DataEdge& b) { return ends(a) == ends(b); });
    edges.erase(rest.begin(), rest.end());
    return edges;
}

} // namespace naru::core
