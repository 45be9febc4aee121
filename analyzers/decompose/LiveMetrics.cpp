#include "analyzers/decompose/LiveMetrics.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace naru::analyzers::decompose {

using core::MemberRole;

std::uint32_t Tally::add(std::uint32_t cluster, int amount)
{
    auto it = std::ranges::lower_bound(m_counts, cluster, {}, [](const auto& entry) { return entry.first; });
    if (it == m_counts.end() || it->first != cluster)
        it = m_counts.insert(it, {cluster, 0});
    it->second = static_cast<std::uint32_t>(static_cast<int>(it->second) + amount);
    const std::uint32_t now = it->second;
    if (now == 0)
        m_counts.erase(it);
    return now;
}

LiveMetrics::LiveMetrics(const MetricInput& input, const MemberSet& set, std::vector<std::uint32_t> division)
    : m_set(set),
      m_division(set.size(), kNoMember),
      m_counts(0),
      m_case(input.useCases.size()),
      m_touch(input.touches.size()),
      m_entropy(input.touches.size(), 0),
      m_transaction(input.transactions.size()),
      m_complexity(input.transactions.size(), 0),
      m_seen(input.transactions.size() / 64 + 1, 0)
{
    collectTies(input);
    m_casesOf = inverted(input.useCases, set.size());
    m_touchedBy = inverted(input.touches, set.size());
    collectTransactions(input);
    for (const std::uint32_t cluster : division)
        if (cluster != kNoMember && cluster >= m_counts.members.size())
            m_counts.resize(cluster + 1);
    m_between.resize(m_counts.members.size());
    for (std::uint32_t m = 0; m < set.size() && m < division.size(); ++m) {
        m_division[m] = division[m];
        put(m, division[m], 1); // a tie counts when its second end is placed
    }
    for (std::uint32_t c = 0; c < m_between.size(); ++c)
        for (const auto& [other, pairs] : m_between[c])
            if (c < other)
                m_counts.between += pairs / (m_counts.classes[c] * m_counts.classes[other]);
    for (std::uint32_t f = 0; f < m_steps.size(); ++f)
        setComplexity(f);
}

LiveMetrics::Rows LiveMetrics::inverted(const std::vector<std::vector<std::uint32_t>>& lists, std::uint32_t members)
{
    Rows out;
    out.start.assign(members + 1, 0);
    for (const auto& list : lists)
        for (const std::uint32_t m : list)
            ++out.start[m + 1];
    for (std::uint32_t m = 0; m < members; ++m)
        out.start[m + 1] += out.start[m];
    out.items.resize(out.start.back());
    std::vector<std::uint32_t> next(out.start.begin(), out.start.end() - 1);
    for (std::uint32_t i = 0; i < lists.size(); ++i)
        for (const std::uint32_t m : lists[i])
            out.items[next[m]++] = i;
    return out;
}

void LiveMetrics::collectTies(const MetricInput& input)
{
    struct Pair {
        std::uint32_t a, b;
        double volume, logged;
    };
    std::vector<Pair> pairs;
    pairs.reserve(input.calls.size());
    for (const MetricInput::Call& call : input.calls)
        pairs.push_back({std::min(call.from, call.to), std::max(call.from, call.to), call.volume, std::log(call.volume) + 1});
    std::ranges::stable_sort(pairs, [](const Pair& x, const Pair& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    std::size_t kept = 0;
    for (const Pair& pair : pairs) {
        if (kept > 0 && pairs[kept - 1].a == pair.a && pairs[kept - 1].b == pair.b) {
            pairs[kept - 1].volume += pair.volume;
            pairs[kept - 1].logged += pair.logged;
        } else {
            pairs[kept++] = pair;
        }
    }
    pairs.resize(kept);
    m_tieStart.assign(m_set.size() + 1, 0);
    for (const Pair& pair : pairs) {
        ++m_tieStart[pair.a + 1];
        ++m_tieStart[pair.b + 1];
    }
    for (std::uint32_t m = 0; m < m_set.size(); ++m)
        m_tieStart[m + 1] += m_tieStart[m];
    m_ties.resize(m_tieStart.back());
    std::vector<std::uint32_t> next(m_tieStart.begin(), m_tieStart.end() - 1);
    for (const Pair& pair : pairs) {
        m_ties[next[pair.a]++] = {pair.b, pair.volume, pair.logged};
        m_ties[next[pair.b]++] = {pair.a, pair.volume, pair.logged};
    }
}

void LiveMetrics::collectTransactions(const MetricInput& input)
{
    std::map<std::pair<std::uint32_t, bool>, std::uint32_t> index;
    const auto usersOf = [&](std::uint32_t table, bool write) {
        const auto [it, fresh] = index.try_emplace({table, write}, static_cast<std::uint32_t>(m_users.size()));
        if (fresh)
            m_users.emplace_back();
        return it->second;
    };
    std::vector<std::vector<std::uint32_t>> tables(input.transactions.size());
    m_steps.resize(input.transactions.size());
    for (std::uint32_t f = 0; f < input.transactions.size(); ++f) {
        for (const MetricInput::Access& access : input.transactions[f]) {
            m_steps[f].push_back({access.table, usersOf(access.table, !access.write)});
            if (auto& users = m_users[usersOf(access.table, access.write)]; users.empty() || users.back() != f)
                users.push_back(f);
            tables[f].push_back(access.table);
        }
        std::ranges::sort(tables[f]);
        tables[f].erase(std::ranges::unique(tables[f]).begin(), tables[f].end());
    }
    m_transactionsOf = inverted(tables, m_set.size());
}

/// Terms of the rows of two clusters in the sum over all pairs of clusters.
double LiveMetrics::rowsOf(std::uint32_t a, std::uint32_t b) const
{
    double out = 0;
    const auto row = [&](std::uint32_t c, std::uint32_t without) {
        if (c == kNoMember)
            return;
        for (const auto& [other, pairs] : m_between[c])
            if (other != without)
                out += pairs / (m_counts.classes[c] * m_counts.classes[other]);
    };
    row(a, kNoMember);
    row(b, a);
    return out;
}

/// Adds or takes away the calls between a class and another, both in their clusters.
void LiveMetrics::tie(std::uint32_t from, const Tie& tie, double sign)
{
    const std::uint32_t other = m_division[tie.other];
    if (other == kNoMember)
        return;
    if (other == from) {
        m_counts.within += sign * tie.volume;
        m_counts.withinLog += sign * tie.logged;
        m_counts.inVolume[from] += sign * tie.volume;
        m_counts.inPairs[from] += sign;
        return;
    }
    m_counts.across += sign * tie.volume;
    m_counts.acrossLog += sign * tie.logged;
    m_counts.acrossPairs += sign;
    for (const auto& [one, two] : {std::pair(from, other), std::pair(other, from)}) {
        m_counts.outVolume[one] += sign * tie.volume;
        m_counts.outPairs[one] += sign;
        if ((m_between[one][two] += sign) <= 0)
            m_between[one].erase(two);
    }
}

double LiveMetrics::entropyOf(const Tally& tally) const
{
    double all = 0;
    for (const auto& [cluster, count] : tally.counts())
        all += count;
    double out = 0;
    for (const auto& [cluster, count] : tally.counts())
        out -= count / all * std::log(count / all);
    return out;
}

void LiveMetrics::put(std::uint32_t member, std::uint32_t cluster, int sign)
{
    if (cluster == kNoMember)
        return;
    m_counts.members[cluster] += sign;
    if (m_set.role(member) == MemberRole::Table)
        putTable(member, cluster, sign);
    if (m_set.role(member) != MemberRole::Class)
        return;
    m_counts.classes[cluster] += sign;
    for (std::uint32_t t = m_tieStart[member]; t < m_tieStart[member + 1]; ++t)
        tie(cluster, m_ties[t], sign);
    for (const std::uint32_t f : m_casesOf.of(member))
        if (const std::uint32_t now = m_case[f].add(cluster, sign); now == (sign > 0 ? 1U : 0U))
            m_counts.cases[cluster] += sign;
    for (const std::uint32_t t : m_touchedBy.of(member)) {
        const bool before = !m_touch[t].counts().empty();
        m_touch[t].add(cluster, sign);
        const bool after = !m_touch[t].counts().empty();
        m_counts.touchedTables += static_cast<int>(after) - static_cast<int>(before);
        const double entropy = entropyOf(m_touch[t]);
        m_counts.tableEntropy += entropy - m_entropy[t];
        m_entropy[t] = entropy;
    }
}

void LiveMetrics::putTable(std::uint32_t table, std::uint32_t cluster, int sign)
{
    m_counts.tables[cluster] += sign;
    for (const std::uint32_t f : m_transactionsOf.of(table)) {
        const bool before = !m_transaction[f].counts().empty();
        const std::uint32_t now = m_transaction[f].add(cluster, sign);
        const bool after = !m_transaction[f].counts().empty();
        m_counts.usedTables[cluster] += sign;
        m_counts.reaching[cluster] += now == (sign > 0 ? 1U : 0U) ? sign : 0;
        m_counts.transactions += static_cast<int>(after) - static_cast<int>(before);
    }
}

/// For each local transaction (a run of accesses within one cluster) the number of other transactions that touch one of
/// its tables in the opposite mode; 0 for one that stays within one cluster.
double LiveMetrics::complexityOf(std::uint32_t transaction)
{
    if (m_transaction[transaction].counts().size() < 2)
        return 0;
    double sum = 0;
    std::uint32_t current = kNoMember;
    bool any = false;
    const auto close = [&] {
        m_seen[transaction / 64] &= ~(std::uint64_t{1} << (transaction % 64));
        for (std::uint64_t& word : m_seen) {
            sum += std::popcount(word);
            word = 0;
        }
        any = false;
    };
    for (const Step& step : m_steps[transaction]) {
        const std::uint32_t cluster = m_division[step.table];
        if (cluster == kNoMember)
            continue;
        if (cluster != current && any)
            close();
        current = cluster;
        for (const std::uint32_t user : m_users[step.users]) {
            m_seen[user / 64] |= std::uint64_t{1} << (user % 64);
            any = true;
        }
    }
    close();
    return sum;
}

void LiveMetrics::setComplexity(std::uint32_t transaction)
{
    const double complexity = complexityOf(transaction);
    m_counts.complexity += complexity - m_complexity[transaction];
    m_complexity[transaction] = complexity;
}

void LiveMetrics::move(std::uint32_t member, std::uint32_t cluster)
{
    const std::uint32_t from = m_division[member];
    if (from == cluster)
        return;
    if (cluster != kNoMember && cluster >= m_counts.members.size()) {
        m_counts.resize(cluster + 1);
        m_between.resize(cluster + 1);
    }
    m_counts.between -= rowsOf(from, cluster);
    put(member, from, -1);
    m_division[member] = cluster;
    put(member, cluster, 1);
    m_counts.between += rowsOf(from, cluster);
    if (m_set.role(member) == MemberRole::Table)
        for (const std::uint32_t f : m_transactionsOf.of(member))
            setComplexity(f);
}

std::map<std::string, double> LiveMetrics::ifMoved(std::span<const std::uint32_t> members, std::uint32_t cluster)
{
    std::vector<std::uint32_t> before;
    for (const std::uint32_t m : members) {
        before.push_back(m_division[m]);
        move(m, cluster);
    }
    auto out = metrics();
    for (std::size_t i = members.size(); i-- > 0;)
        move(members[i], before[i]);
    return out;
}

std::vector<std::uint32_t> divisionOf(const core::Alternative& alternative, const MemberSet& set)
{
    std::vector<std::uint32_t> out(set.size(), kNoMember);
    for (std::uint32_t c = 0; c < alternative.contexts.size(); ++c)
        for (const core::PartitionMember& member : alternative.contexts[c].members)
            if (const auto it = set.byId.find(member.id); it != set.byId.end())
                out[it->second] = c;
    return out;
}

} // namespace naru::analyzers::decompose
