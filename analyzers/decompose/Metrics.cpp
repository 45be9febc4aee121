#include "analyzers/decompose/Metrics.h"

#include "core/model/CallReach.h"
#include "analyzers/decompose/MetricCounts.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberRole;

namespace {

std::vector<MetricInput::Call> classCalls(const CodeModel& code, const MemberSet& set)
{
    std::vector<MetricInput::Call> out;
    for (const core::CallEdge& edge : code.calls) {
        const std::uint32_t from = set.owner(code, edge.from);
        const std::uint32_t to = set.owner(code, edge.to);
        if (from != to && from != kNoMember && to != kNoMember)
            out.push_back({from, to, 1});
    }
    std::ranges::sort(out, [](const auto& x, const auto& y) { return std::pair(x.from, x.to) < std::pair(y.from, y.to); });
    std::size_t kept = 0;
    for (const MetricInput::Call& call : out) {
        if (kept > 0 && out[kept - 1].from == call.from && out[kept - 1].to == call.to)
            out[kept - 1].volume += 1;
        else
            out[kept++] = call;
    }
    out.resize(kept);
    return out;
}

std::vector<std::vector<std::uint32_t>> membersByTable(const CodeModel& code, const MemberSet& set)
{
    std::map<std::uint32_t, std::set<std::uint32_t>> touched;
    const auto add = [&](std::uint32_t member, const core::Statement& statement) {
        if (member == kNoMember)
            return;
        for (const core::TableAccess& access : statement.accesses)
            if (const std::uint32_t table = set.of(access.table); table != kNoMember)
                touched[table].insert(member);
    };
    for (const core::Statement& statement : code.statements) {
        add(set.of(statement.mapper), statement);
        add(set.owner(code, statement.holder), statement);
    }
    for (const core::ExecuteEdge& edge : code.executes)
        add(set.owner(code, edge.from), code[edge.to]);
    std::vector<std::vector<std::uint32_t>> out;
    for (const auto& [table, members] : touched)
        out.emplace_back(members.begin(), members.end());
    return out;
}

/// Classes reached from each entry point along the calls.
std::vector<std::vector<std::uint32_t>> reachedClasses(const CodeModel& code, const MemberSet& set)
{
    std::vector<std::uint32_t> start(code.members.size() + 1, 0);
    for (const core::CallEdge& edge : code.calls)
        ++start[edge.from.value + 1];
    for (std::size_t i = 1; i < start.size(); ++i)
        start[i] += start[i - 1];
    std::vector<std::uint32_t> callee(code.calls.size());
    std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
    for (const core::CallEdge& edge : code.calls)
        callee[next[edge.from.value]++] = edge.to.value;
    std::vector<std::vector<std::uint32_t>> out;
    std::vector<std::uint32_t> seen(code.members.size(), 0);
    std::uint32_t stamp = 0;
    const std::vector<bool> inner = core::innerRemotes(code);
    for (const core::EntryPoint& entry : code.entryPoints) {
        if (!entry.handler.valid() || set.owner(code, entry.handler) == kNoMember ||
            inner[static_cast<std::size_t>(&entry - code.entryPoints.data())])
            continue;
        ++stamp;
        std::vector<std::uint32_t> queue{entry.handler.value};
        seen[entry.handler.value] = stamp;
        std::vector<std::uint32_t> classes;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            if (const std::uint32_t owner = set.owner(code, core::MemberId(queue[i])); owner != kNoMember)
                classes.push_back(owner);
            for (std::uint32_t c = start[queue[i]]; c < start[queue[i] + 1]; ++c)
                if (seen[callee[c]] != stamp) {
                    seen[callee[c]] = stamp;
                    queue.push_back(callee[c]);
                }
        }
        std::ranges::sort(classes);
        classes.erase(std::ranges::unique(classes).begin(), classes.end());
        out.push_back(std::move(classes));
    }
    return out;
}

void countCalls(const MetricInput& input, const std::vector<std::uint32_t>& division, ClusterCounts& out)
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> between; // unordered clusters -> class pairs
    for (const MetricInput::Call& call : input.calls) {
        const std::uint32_t a = division[call.from];
        const std::uint32_t b = division[call.to];
        if (a == kNoMember || b == kNoMember)
            continue;
        const double logged = std::log(call.volume) + 1;
        const bool fresh = pairs.emplace(std::min(call.from, call.to), std::max(call.from, call.to)).second;
        if (a == b) {
            out.within += call.volume;
            out.withinLog += logged;
            out.inVolume[a] += call.volume;
            out.inPairs[a] += fresh ? 1 : 0;
            continue;
        }
        out.across += call.volume;
        out.acrossLog += logged;
        out.outVolume[a] += call.volume;
        out.outVolume[b] += call.volume;
        if (fresh) {
            out.acrossPairs += 1;
            out.outPairs[a] += 1;
            out.outPairs[b] += 1;
            between[{std::min(a, b), std::max(a, b)}] += 1;
        }
    }
    for (const auto& [pair, count] : between)
        out.between += count / (out.classes[pair.first] * out.classes[pair.second]);
}

void countTouches(const MetricInput& input, const std::vector<std::uint32_t>& division, ClusterCounts& out)
{
    for (const auto& members : input.touches) {
        std::map<std::uint32_t, double> spread;
        double all = 0;
        for (const std::uint32_t m : members)
            if (division[m] != kNoMember) {
                spread[division[m]] += 1;
                all += 1;
            }
        out.touchedTables += all > 0 ? 1 : 0;
        for (const auto& [cluster, count] : spread)
            out.tableEntropy -= count / all * std::log(count / all);
    }
    for (const auto& classes : input.useCases) {
        std::set<std::uint32_t> clusters;
        for (const std::uint32_t m : classes)
            if (division[m] != kNoMember)
                clusters.insert(division[m]);
        for (const std::uint32_t cluster : clusters)
            out.cases[cluster] += 1;
    }
}

void countTransactions(const MetricInput& input, const std::vector<std::uint32_t>& division, ClusterCounts& out)
{
    // entry points by table and mode, for the complexity
    std::map<std::pair<std::uint32_t, bool>, std::set<std::size_t>> users;
    for (std::size_t f = 0; f < input.transactions.size(); ++f) {
        std::map<std::uint32_t, std::set<std::uint32_t>> used;
        for (const auto& access : input.transactions[f])
            if (division[access.table] != kNoMember) {
                used[division[access.table]].insert(access.table);
                users[{access.table, access.write}].insert(f);
            }
        for (const auto& [cluster, tables] : used) {
            out.usedTables[cluster] += static_cast<double>(tables.size());
            out.reaching[cluster] += 1;
        }
    }
    for (std::size_t f = 0; f < input.transactions.size(); ++f) {
        double sum = 0;
        std::set<std::uint32_t> clusters;
        std::set<std::size_t> others;
        std::uint32_t current = kNoMember;
        const auto close = [&] {
            others.erase(f);
            sum += static_cast<double>(others.size());
            others.clear();
        };
        for (const auto& access : input.transactions[f]) {
            const std::uint32_t cluster = division[access.table];
            if (cluster == kNoMember)
                continue;
            clusters.insert(cluster);
            if (cluster != current)
                close();
            current = cluster;
            if (const auto it = users.find({access.table, !access.write}); it != users.end())
                others.insert(it->second.begin(), it->second.end());
        }
        close();
        out.transactions += clusters.empty() ? 0 : 1;
        out.complexity += clusters.size() > 1 ? sum : 0;
    }
}

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

void structural(const ClusterCounts& c, std::map<std::string, double>& out)
{
    double k = 0; // clusters that hold classes
    double inside = 0;
    double mq = 0;
    double cohesion = 0;
    double sized = 0;
    double sizedMembers = 0;
    double all = 0;
    double allMembers = 0;
    double cases = 0;
    for (std::size_t i = 0; i < c.classes.size(); ++i) {
        all += c.classes[i];
        allMembers += c.members[i];
        sized += c.classes[i] >= 5 && c.classes[i] <= 20 ? c.classes[i] : 0;
        sizedMembers += c.members[i] >= 5 && c.members[i] <= 20 ? c.members[i] : 0;
        if (c.classes[i] == 0)
            continue;
        k += 1;
        inside += c.inPairs[i] / (c.classes[i] * c.classes[i]);
        mq += ratio(2 * c.inPairs[i], 2 * c.inPairs[i] + c.outPairs[i]);
        cohesion += ratio(2 * c.inVolume[i], 2 * c.inVolume[i] + c.outVolume[i]);
        cases += c.cases[i] > 0 ? std::log(c.cases[i]) : 0;
    }
    // sums that are kept up to date do not come back to 0 exactly
    const double between = c.acrossPairs > 0 ? c.between : 0;
    const double acrossLog = c.across > 0 ? c.acrossLog : 0;
    const double withinLog = c.within > 0 ? c.withinLog : 0;
    const double pairs = k * (k - 1) / 2;
    out["SM"] = ratio(inside, k) - ratio(between, pairs);
    out["SM.half"] = ratio(inside, k) - ratio(between / 2, pairs);
    out["ICP"] = ratio(acrossLog, acrossLog + withinLog);
    out["ICP.raw"] = ratio(c.across, c.across + c.within);
    out["BCP"] = ratio(cases, k);
    out["IFN"] = ratio(c.acrossPairs, k);
    out["NED"] = all > 0 ? 1 - sized / all : 0;
    out["NED.members"] = allMembers > 0 ? 1 - sizedMembers / allMembers : 0;
    out["MQ"] = mq;
    out["coupling"] = ratio(c.across, c.across + c.within);
    out["cohesion"] = ratio(cohesion, k);
}

void dataMetrics(const ClusterCounts& c, std::map<std::string, double>& out)
{
    out["DTP"] = c.touchedTables > 0 ? 1 - c.tableEntropy / c.touchedTables : 1;
    double cohesion = 0;
    double k = 0;
    for (std::size_t i = 0; i < c.tables.size(); ++i)
        if (c.reaching[i] > 0) {
            k += 1;
            cohesion += c.usedTables[i] / c.tables[i] / c.reaching[i];
        }
    out["INESC.cohesion"] = ratio(cohesion, k);
    out["INESC.complexity"] = ratio(c.complexity, c.transactions);
}

} // namespace

MetricInput metricInput(const CodeModel& code, const MemberSet& set)
{
    MetricInput out;
    out.calls = classCalls(code, set);
    out.touches = membersByTable(code, set);
    out.useCases = reachedClasses(code, set);
    const std::vector<bool> inner = core::innerRemotes(code);
    for (const core::Transaction& transaction : code.transactions) {
        if (transaction.entry.valid() && inner[transaction.entry.value])
            continue;
        std::vector<MetricInput::Access> accesses;
        for (const core::TableAccess& access : transaction.accesses)
            if (const std::uint32_t table = set.of(access.table); table != kNoMember)
                accesses.push_back({table, access.mode == core::AccessMode::Write});
        if (!accesses.empty())
            out.transactions.push_back(std::move(accesses));
    }
    return out;
}

void ClusterCounts::resize(std::size_t clusters)
{
    for (auto* list : {&classes, &members, &tables, &inPairs, &outPairs, &inVolume, &outVolume, &cases, &usedTables, &reaching})
        list->resize(clusters, 0);
}

std::map<std::string, double> metricsFrom(const ClusterCounts& counts)
{
    std::map<std::string, double> out;
    structural(counts, out);
    dataMetrics(counts, out);
    out["contexts"] = static_cast<double>(std::ranges::count_if(counts.members, [](double members) { return members > 0; }));
    return out;
}

std::map<std::string, double> metricsOf(const MetricInput& input, const MemberSet& set, const std::vector<std::uint32_t>& division)
{
    std::uint32_t k = 0;
    for (const std::uint32_t label : division)
        if (label != kNoMember)
            k = std::max(k, label + 1);
    ClusterCounts counts(k);
    for (std::uint32_t m = 0; m < set.size(); ++m)
        if (division[m] != kNoMember) {
            counts.members[division[m]] += 1;
            counts.classes[division[m]] += set.role(m) == MemberRole::Class ? 1 : 0;
            counts.tables[division[m]] += set.role(m) == MemberRole::Table ? 1 : 0;
        }
    countCalls(input, division, counts);
    countTouches(input, division, counts);
    countTransactions(input, division, counts);
    return metricsFrom(counts);
}

ForeignMetrics metricsOf(const CodeModel& code, const std::vector<std::pair<std::string, std::string>>& partition)
{
    const MemberSet set = collectMembers(code);
    ForeignMetrics out;
    out.members = set.size();
    std::map<std::string, std::uint32_t> clusters;
    for (const auto& [member, cluster] : partition)
        clusters.emplace(cluster, 0);
    std::uint32_t next = 0;
    for (auto& [name, index] : clusters)
        index = next++;
    std::vector<std::uint32_t> division(set.size(), kNoMember);
    for (const auto& [name, cluster] : partition) {
        bool several = false;
        const std::uint32_t m = set.find(name, &several);
        if (m == kNoMember)
            (several ? out.ambiguous : out.unknown).push_back(name);
        else if (division[m] != kNoMember && division[m] != clusters[cluster])
            out.doubled.push_back(name);
        else
            division[m] = clusters[cluster];
    }
    out.placed = static_cast<std::size_t>(std::ranges::count_if(division, [](auto c) { return c != kNoMember; }));
    out.metrics = metricsOf(metricInput(code, set), set, division);
    return out;
}

ForeignMetrics metricsOf(const CodeModel& code, const std::map<std::string, std::string>& partition)
{
    return metricsOf(code, std::vector<std::pair<std::string, std::string>>(partition.begin(), partition.end()));
}

} // namespace naru::analyzers::decompose
