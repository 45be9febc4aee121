#include "analyzers/decompose/Describe.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

namespace naru::analyzers::decompose {

using core::CodeModel;

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Ties that lead from one context to one other: above this share the two may be one.
constexpr double kMergeShare = 0.2;

/// Value objects that are handed over, and functions that a library may hold, need no remote call.
bool needsCall(const std::string& style)
{
    return style != "data" && style != "library";
}

/// The style of most calls; a command outweighs a query of equal number, a query an event.
void proposeStyle(core::ContextInterface& link)
{
    static constexpr std::array<std::string_view, 5> kOrder{"command", "query", "event", "library", "data"};
    std::array<int, kOrder.size()> calls{};
    bool remote = false;
    for (const core::InterfaceFunction& function : link.functions) {
        link.calls += function.calls;
        remote = remote || needsCall(function.style);
    }
    for (const core::InterfaceFunction& function : link.functions)
        if (!remote || needsCall(function.style))
            calls[static_cast<std::size_t>(std::ranges::find(kOrder, function.style) - kOrder.begin())] += function.calls;
    link.style = kOrder[static_cast<std::size_t>(std::ranges::max_element(calls) - calls.begin())];
    link.reasonKey = "split.style." + link.style;
}

void callInterfaces(const CodeModel& code, const EvidenceBase& base, const CrossingData& crossing, const Division& division,
                    core::Alternative& out, std::map<Pair, int>& calls)
{
    struct Function {
        int calls = 0;
        core::Location at;
        core::MemberId callee;
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
        function.callee = edge.to;
        ++calls[{division[a], division[b]}];
    }
    std::map<std::uint32_t, core::InterfaceFunction> known; // by callee: many callers ask for one function
    for (const auto& [pair, functions] : found) {
        core::ContextInterface link;
        link.from = out.contexts[pair.first].id;
        link.to = out.contexts[pair.second].id;
        std::map<std::string, core::CrossingType> types;
        for (const auto& [ends, function] : functions) {
            const auto [it, fresh] = known.try_emplace(function.callee.value);
            if (fresh)
                crossing.describe(function.callee, it->second);
            core::InterfaceFunction one = it->second;
            one.from = ends.first;
            one.to = ends.second;
            one.calls = function.calls;
            one.file = code.path(function.at);
            one.line = static_cast<int>(function.at.line);
            if (needsCall(one.style))
                crossing.addTypes(function.callee, types);
            link.functions.push_back(std::move(one));
        }
        for (auto& [name, type] : types)
            link.data.push_back(std::move(type));
        proposeStyle(link);
        out.interfaces.push_back(std::move(link));
    }
}

/// So few statements that read a foreign table can ask its owner each time; more want a copy that events keep.
constexpr int kFewReads = 3;

void dataInterfaces(const EvidenceBase& base, const Division& division, core::Alternative& out, std::map<Pair, int>& tables)
{
    const auto owners = tableOwners(base, division);
    std::map<Pair, std::map<std::string, core::CrossingAccess>> shared;
    for (const TableTouch& touch : base.facts.touches) {
        const std::uint32_t from = division[touch.member];
        const std::uint32_t to = owners[touch.table];
        if (from == kNoMember || to == kNoMember || from == to)
            continue;
        core::CrossingAccess& access = shared[{from, to}][base.set.members[touch.table].name];
        access.reads += touch.reads;
        access.writes += touch.writes;
    }
    for (const auto& [pair, accesses] : shared) {
        core::ContextInterface link;
        link.from = out.contexts[pair.first].id;
        link.to = out.contexts[pair.second].id;
        link.kind = core::InterfaceKind::SharedTable;
        int reads = 0;
        int writes = 0;
        for (const auto& [name, access] : accesses) {
            link.tables.push_back(name);
            link.accesses.push_back({name, access.reads, access.writes});
            reads += access.reads;
            writes += access.writes;
        }
        link.style = writes > 0 ? "command" : reads > kFewReads ? "event" : "query";
        link.reasonKey = writes > 0 ? "split.style.foreign-writes" : reads > kFewReads ? "split.style.many-reads" : "split.style.few-reads";
        tables[{std::min(pair.first, pair.second), std::max(pair.first, pair.second)}] += static_cast<int>(accesses.size());
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
        link.style = "saga";
        link.reasonKey = "split.style.saga";
        link.calls = static_cast<int>(entries.size());
        for (const std::string& entry : entries) {
            core::InterfaceFunction function;
            function.from = entry;
            function.to = ends.second;
            function.calls = 1;
            function.style = "saga";
            link.functions.push_back(std::move(function));
        }
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

void describeInterfaces(const CodeModel& code, const EvidenceBase& base, const CrossingData& crossing, const WeightedGraph& graph,
                        const Division& division, core::Alternative& out)
{
    std::map<Pair, int> calls;
    std::map<Pair, int> tables;
    callInterfaces(code, base, crossing, division, out, calls);
    dataInterfaces(base, division, out, tables);
    transactionInterfaces(out);
    relations(calls, tables, out);
    cycles(calls, out);
    mergeSuggestions(graph, division, out);
}

} // namespace naru::analyzers::decompose
