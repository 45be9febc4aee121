#include "analyzers/decompose/Describe.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace naru::analyzers::decompose {

using core::CodeModel;

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Ties that lead from one context to one other: above this share the two may be one.
constexpr double kMergeShare = 0.2;

void callInterfaces(const CodeModel& code, const EvidenceBase& base, const Division& division, core::Alternative& out,
                    std::map<Pair, int>& calls)
{
    struct Function {
        int calls = 0;
        core::Location at;
    };
    std::map<Pair, std::map<std::pair<std::string_view, std::string_view>, Function>> found;
    for (const core::CallEdge& edge : code.calls) {
        const std::uint32_t a = base.set.owner(code, edge.from);
        const std::uint32_t b = base.set.owner(code, edge.to);
        if (a == kNoMember || b == kNoMember || division[a] == kNoMember || division[b] == kNoMember || division[a] == division[b])
            continue;
        Function& function = found[{division[a], division[b]}][{code.text(code[edge.from].id), code.text(code[edge.to].id)}];
        if (function.calls == 0 || edge.at < function.at)
            function.at = edge.at;
        ++function.calls;
        ++calls[{division[a], division[b]}];
    }
    for (const auto& [pair, functions] : found) {
        core::ContextInterface link;
        link.from = out.contexts[pair.first].id;
        link.to = out.contexts[pair.second].id;
        for (const auto& [ends, function] : functions)
            link.functions.push_back({std::string(ends.first), std::string(ends.second), function.calls,
                                      std::string(code.path(function.at)), static_cast<int>(function.at.line)});
        out.interfaces.push_back(std::move(link));
    }
}

void dataInterfaces(const EvidenceBase& base, const Division& division, core::Alternative& out, std::map<Pair, int>& tables)
{
    const auto owners = tableOwners(base, division);
    std::map<Pair, std::set<std::string>> shared;
    for (const TableTouch& touch : base.facts.touches) {
        const std::uint32_t from = division[touch.member];
        const std::uint32_t to = owners[touch.table];
        if (from != kNoMember && to != kNoMember && from != to)
            shared[{from, to}].insert(base.set.members[touch.table].name);
    }
    for (const auto& [pair, names] : shared) {
        core::ContextInterface link;
        link.from = out.contexts[pair.first].id;
        link.to = out.contexts[pair.second].id;
        link.kind = core::InterfaceKind::SharedTable;
        link.tables.assign(names.begin(), names.end());
        tables[{std::min(pair.first, pair.second), std::max(pair.first, pair.second)}] += static_cast<int>(names.size());
        out.interfaces.push_back(std::move(link));
    }
}

void transactionInterfaces(core::Alternative& out)
{
    std::map<std::pair<std::string, std::string>, std::set<std::string>> spans;
    for (const core::DistributedTransaction& transaction : out.distributedTransactions)
        for (std::size_t i = 1; i < transaction.contexts.size(); ++i)
            spans[{transaction.contexts.front(), transaction.contexts[i]}].insert(transaction.entryPoint);
    for (const auto& [ends, entries] : spans) {
        core::ContextInterface link;
        link.from = ends.first;
        link.to = ends.second;
        link.kind = core::InterfaceKind::DistributedTransaction;
        for (const std::string& entry : entries)
            link.functions.push_back({entry, ends.second, 1, {}, 0});
        out.interfaces.push_back(std::move(link));
    }
}

void relations(const std::map<Pair, int>& calls, const std::map<Pair, int>& tables, core::Alternative& out)
{
    std::set<Pair> pairs;
    for (const auto& [pair, count] : calls)
        pairs.emplace(std::min(pair.first, pair.second), std::max(pair.first, pair.second));
    for (const auto& [pair, count] : tables)
        pairs.insert(pair);
    const auto count = [](const std::map<Pair, int>& from, Pair key) {
        const auto it = from.find(key);
        return it == from.end() ? 0 : it->second;
    };
    for (const auto& [a, b] : pairs) {
        const int ab = count(calls, {a, b});
        const int ba = count(calls, {b, a});
        core::ContextRelation relation;
        const std::uint32_t up = ab >= ba ? b : a; // who is called more offers
        const std::uint32_t down = up == a ? b : a;
        relation.upstream = out.contexts[up].id;
        relation.downstream = out.contexts[down].id;
        relation.calls = ab + ba;
        relation.tables = count(tables, {a, b});
        if (relation.tables > 0 && relation.tables * 3 >= relation.calls)
            relation.pattern = "shared-kernel";
        else if (3 * std::min(ab, ba) >= std::max(ab, ba) && ab > 0)
            relation.pattern = "partnership";
        else if (out.contexts[down].kind == core::SubdomainKind::Core && out.contexts[up].kind == core::SubdomainKind::Generic)
            relation.pattern = "anti-corruption";
        else
            relation.pattern = "customer-supplier";
        relation.reasonKey = "split.relation." + relation.pattern;
        out.relations.push_back(std::move(relation));
    }
}

/// Strongly connected components of the calls between contexts, those of two or more.
void cycles(const std::map<Pair, int>& calls, core::Alternative& out)
{
    const auto n = static_cast<std::uint32_t>(out.contexts.size());
    std::vector<std::vector<std::uint32_t>> next(n);
    for (const auto& [pair, count] : calls)
        next[pair.first].push_back(pair.second);
    std::vector<std::uint32_t> index(n, kNoMember);
    std::vector<std::uint32_t> low(n, 0);
    std::vector<char> onStack(n, 0);
    std::vector<std::uint32_t> stack;
    std::uint32_t counter = 0;
    const std::function<void(std::uint32_t)> visit = [&](std::uint32_t v) {
        index[v] = low[v] = counter++;
        stack.push_back(v);
        onStack[v] = 1;
        for (const std::uint32_t w : next[v]) {
            if (index[w] == kNoMember) {
                visit(w);
                low[v] = std::min(low[v], low[w]);
            } else if (onStack[w] != 0) {
                low[v] = std::min(low[v], index[w]);
            }
        }
        if (low[v] != index[v])
            return;
        std::vector<std::string> ring;
        for (std::uint32_t w = kNoMember; w != v;) {
            w = stack.back();
            stack.pop_back();
            onStack[w] = 0;
            ring.push_back(out.contexts[w].id);
        }
        std::ranges::sort(ring);
        if (ring.size() >= 2)
            out.cycles.push_back(std::move(ring));
    };
    for (std::uint32_t v = 0; v < n; ++v)
        if (index[v] == kNoMember)
            visit(v);
    std::ranges::sort(out.cycles);
}

void mergeSuggestions(const WeightedGraph& graph, const Division& division, core::Alternative& out)
{
    std::vector<double> all(out.contexts.size(), 0);
    std::map<Pair, double> between;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        if (division[i] == kNoMember)
            continue;
        for (std::uint32_t e = graph.start[i]; e < graph.start[i + 1]; ++e)
            if (const std::uint32_t other = division[graph.target[e]]; other != kNoMember) {
                all[division[i]] += graph.weight[e];
                if (other != division[i])
                    between[{division[i], other}] += graph.weight[e];
            }
    }
    for (const auto& [pair, weight] : between)
        if (weight >= kMergeShare * all[pair.first])
            out.mergeSuggestions.push_back(
                {out.contexts[pair.first].id, out.contexts[pair.second].id, weight / all[pair.first], "split.merge.strong-ties"});
    std::ranges::stable_sort(out.mergeSuggestions, [](const auto& x, const auto& y) { return x.strength > y.strength; });
}

} // namespace

void describeInterfaces(const CodeModel& code, const EvidenceBase& base, const WeightedGraph& graph, const Division& division,
                        core::Alternative& out)
{
    std::map<Pair, int> calls;
    std::map<Pair, int> tables;
    callInterfaces(code, base, division, out, calls);
    dataInterfaces(base, division, out, tables);
    transactionInterfaces(out);
    relations(calls, tables, out);
    cycles(calls, out);
    mergeSuggestions(graph, division, out);
}

} // namespace naru::analyzers::decompose
