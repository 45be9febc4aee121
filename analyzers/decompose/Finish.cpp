#include "analyzers/decompose/Finish.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace naru::analyzers::decompose {

using core::MemberRole;

std::vector<std::vector<std::uint32_t>> clustersOf(const Division& division)
{
    std::vector<std::vector<std::uint32_t>> out;
    for (std::uint32_t m = 0; m < division.size(); ++m) {
        if (division[m] == kNoMember)
            continue;
        if (division[m] >= out.size())
            out.resize(division[m] + 1);
        out[division[m]].push_back(m);
    }
    return out;
}

SparseVector nameCentroid(const EvidenceBase& base, const std::vector<std::uint32_t>& members)
{
    SparseVector out;
    for (const std::uint32_t m : members)
        if (const double length = norm(base.names.vectors[m]); length > 0)
            for (const auto& [word, value] : base.names.vectors[m])
                out.emplace_back(word, static_cast<float>(static_cast<double>(value) / length));
    normalise(out);
    return out;
}

namespace {

/// Renumbers in order of first member, leaving out those in no cluster.
void compact(Division& division)
{
    std::map<std::uint32_t, std::uint32_t> fresh;
    for (std::uint32_t& label : division)
        if (label != kNoMember)
            label = fresh.try_emplace(label, static_cast<std::uint32_t>(fresh.size())).first->second;
}

std::uint32_t countOf(const std::vector<std::vector<std::uint32_t>>& clusters)
{
    return static_cast<std::uint32_t>(std::ranges::count_if(clusters, [](const auto& c) { return !c.empty(); }));
}

/// The best partner of each cluster by centroid, kept up to date while pairs merge.
class NameMerger {
public:
    NameMerger(const EvidenceBase& base, std::vector<std::vector<std::uint32_t>> clusters, std::size_t smallest)
        : m_clusters(std::move(clusters)),
          m_centroids(m_clusters.size()),
          m_norms(m_clusters.size(), 0),
          m_best(m_clusters.size())
    {
        for (std::size_t c = 0; c < m_clusters.size(); ++c)
            if (m_clusters[c].size() >= smallest) {
                m_centroids[c] = nameCentroid(base, m_clusters[c]);
                m_norms[c] = norm(m_centroids[c]);
            }
        for (std::size_t c = 0; c < m_clusters.size(); ++c)
            findBest(c);
    }

    /// Merges while the best pair has at least this cosine and more than `atLeast` clusters are there.
    void run(double threshold, std::uint32_t atLeast)
    {
        for (std::uint32_t count = countOf(m_clusters); count > std::max(1U, atLeast); --count) {
            std::size_t top = 0;
            for (std::size_t c = 1; c < m_best.size(); ++c)
                if (m_best[c].first > m_best[top].first + 1e-12)
                    top = c;
            if (m_best.empty() || m_best[top].first < threshold)
                return;
            merge(top, m_best[top].second);
        }
    }

    [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& clusters() const { return m_clusters; }

private:
    /// Only partners of higher index, so that each pair is looked at once.
    void findBest(std::size_t c)
    {
        m_best[c] = {-1, c};
        for (std::size_t d = c + 1; d < m_clusters.size() && m_norms[c] > 0; ++d)
            if (m_norms[d] > 0)
                if (const double cos = dot(m_centroids[c], m_centroids[d]) / (m_norms[c] * m_norms[d]); cos > m_best[c].first + 1e-12)
                    m_best[c] = {cos, d};
    }

    void merge(std::size_t into, std::size_t from)
    {
        m_clusters[into].insert(m_clusters[into].end(), m_clusters[from].begin(), m_clusters[from].end());
        m_clusters[from].clear();
        m_centroids[into].insert(m_centroids[into].end(), m_centroids[from].begin(), m_centroids[from].end());
        normalise(m_centroids[into]);
        m_norms[into] = norm(m_centroids[into]);
        m_centroids[from].clear();
        m_norms[from] = 0;
        m_best[from] = {-1, from};
        for (std::size_t c = 0; c < m_clusters.size(); ++c) {
            if (c == into || (m_norms[c] > 0 && (m_best[c].second == from || m_best[c].second == into)))
                findBest(c);
            else if (c < into && m_norms[c] > 0)
                if (const double cos = dot(m_centroids[c], m_centroids[into]) / (m_norms[c] * m_norms[into]); cos > m_best[c].first + 1e-12)
                    m_best[c] = {cos, into};
        }
    }

    std::vector<std::vector<std::uint32_t>> m_clusters;
    std::vector<SparseVector> m_centroids;
    std::vector<double> m_norms;
    std::vector<std::pair<double, std::size_t>> m_best;
};

} // namespace

Division mergeByName(const EvidenceBase& base, Division division, const SplitData& data, const FinishOptions& options)
{
    NameMerger merger(base, clustersOf(division), static_cast<std::size_t>(data.thresholds.minimumMembers));
    merger.run(data.thresholds.nameMergeCosine, options.atLeast);
    for (std::uint32_t c = 0; c < merger.clusters().size(); ++c)
        for (const std::uint32_t m : merger.clusters()[c])
            division[m] = c;
    compact(division);
    return division;
}

bool standsAlone(const EvidenceBase& base, const std::vector<std::uint32_t>& members, const SplitData& data)
{
    if (members.size() < static_cast<std::size_t>(data.thresholds.minimumMembers))
        return false;
    bool code = false;
    bool entry = false;
    for (const std::uint32_t m : members) {
        code = code || base.set.role(m) != MemberRole::View;
        entry = entry || base.facts.entryPoint[m] != 0;
    }
    // a page that works with a class of the same context is a way in as well
    for (std::size_t i = 0; i < members.size() && code && !entry; ++i)
        for (auto it = std::ranges::lower_bound(base.facts.viewCode, std::pair(members[i], 0U));
             it != base.facts.viewCode.end() && it->first == members[i] && !entry; ++it)
            entry = std::ranges::find(members, it->second) != members.end();
    return code && entry;
}

namespace {

/// A group of its own that neither holds data nor is asked from outside or by a page: configuration, security, frames. It belongs to no
/// context, so its members are not handed out to the others.
bool isTechnical(const EvidenceBase& base, const std::vector<std::uint32_t>& members, const SplitData& data)
{
    return members.size() >= static_cast<std::size_t>(data.thresholds.minimumMembers) && std::ranges::all_of(members, [&](std::uint32_t m) {
               return base.set.role(m) == MemberRole::Class && base.facts.entryPoint[m] == 0 && base.facts.entity[m] == 0 &&
                      !std::ranges::binary_search(base.facts.touches, m, {}, &TableTouch::member) &&
                      std::ranges::none_of(base.facts.users[m],
                                           [&](std::uint32_t user) { return base.set.role(user) == MemberRole::View; });
           });
}

} // namespace

namespace {

/// Below this share of the tables in clusters with a way in, the ways in are taken for unknown.
constexpr double kKnownWaysIn = 0.5;

double tablesIn(const EvidenceBase& base, const std::vector<std::vector<std::uint32_t>>& clusters, const std::vector<char>& strong)
{
    double all = 0;
    double known = 0;
    for (std::size_t c = 0; c < clusters.size(); ++c)
        for (const std::uint32_t m : clusters[c])
            if (base.set.role(m) == MemberRole::Table) {
                all += 1;
                known += strong[c] != 0 ? 1 : 0;
            }
    return all > 0 ? known / all : 1;
}

/// Enough members, a table among them, and a class that works with a table of the same cluster.
bool worksOnOwnData(const EvidenceBase& base, const std::vector<std::uint32_t>& members, const SplitData& data)
{
    if (members.size() < static_cast<std::size_t>(data.thresholds.minimumMembers))
        return false;
    for (const std::uint32_t m : members)
        for (auto it = std::ranges::lower_bound(base.facts.touches, m, {}, &TableTouch::member);
             it != base.facts.touches.end() && it->member == m; ++it)
            if (std::ranges::find(members, it->table) != members.end())
                return true;
    return false;
}

} // namespace

Division dissolveWeak(const EvidenceBase& base, const WeightedGraph& graph, Division division, const SplitData& data,
                      const FinishOptions& options)
{
    const auto clusters = clustersOf(division);
    std::vector<char> strong(clusters.size(), 0);
    std::uint32_t standing = 0;
    for (std::size_t c = 0; c < clusters.size(); ++c)
        if (standsAlone(base, clusters[c], data)) {
            strong[c] = 1;
            ++standing;
        }
    // where most of the data is in clusters that nobody asks from outside, the ways in are not known (an interface for programs, a
    // framework that is not read): then data with code of its own stands as well
    if (standing > 0 && tablesIn(base, clusters, strong) < kKnownWaysIn)
        for (std::size_t c = 0; c < clusters.size(); ++c)
            if (strong[c] == 0 && worksOnOwnData(base, clusters[c], data)) {
                strong[c] = 1;
                ++standing;
            }
    // a library has no entry points: then size and code decide
    if (standing == 0)
        for (std::size_t c = 0; c < clusters.size(); ++c)
            if (clusters[c].size() >= static_cast<std::size_t>(data.thresholds.minimumMembers) &&
                std::ranges::any_of(clusters[c], [&](auto m) { return base.set.role(m) != MemberRole::View; })) {
                strong[c] = 1;
                ++standing;
            }
    // what a person asked for: the largest of the weak ones stay
    std::vector<std::size_t> weak;
    for (std::size_t c = 0; c < clusters.size(); ++c)
        if (strong[c] == 0 && !clusters[c].empty())
            weak.push_back(c);
    std::ranges::stable_sort(weak, [&](auto a, auto b) { return clusters[a].size() > clusters[b].size(); });
    const std::uint32_t floor = standing == 0 && !weak.empty() ? std::max(1U, options.atLeast) : options.atLeast;
    for (std::size_t i = 0; i < weak.size() && standing < floor; ++i, ++standing)
        strong[weak[i]] = 1;
    std::vector<std::uint32_t> open;
    for (std::size_t c = 0; c < clusters.size(); ++c)
        if (strong[c] == 0) {
            const bool technical = isTechnical(base, clusters[c], data);
            for (const std::uint32_t m : clusters[c]) {
                division[m] = kNoMember;
                if (!technical)
                    open.push_back(m);
            }
        }
    std::ranges::sort(open);
    place(base, graph, open, division);
    compact(division);
    return division;
}

Division mergeAggregates(const EvidenceBase& base, Division division, const SplitData& data, const FinishOptions& options)
{
    std::map<std::uint32_t, int> parts;
    for (const auto& [part, whole] : base.facts.compositions)
        ++parts[whole];
    for (bool changed = true; changed;) {
        changed = false;
        auto clusters = clustersOf(division);
        if (countOf(clusters) <= std::max(1U, options.atLeast))
            break;
        std::vector<int> tables(clusters.size(), 0);
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> led;
        for (std::uint32_t m = 0; m < division.size(); ++m)
            if (base.set.role(m) == MemberRole::Table && division[m] != kNoMember)
                ++tables[division[m]];
        for (const auto& [part, whole] : base.facts.compositions) {
            if (base.set.role(part) != MemberRole::Table || parts[whole] >= data.thresholds.aggregateTables ||
                division[part] == kNoMember || division[whole] == kNoMember || division[part] == division[whole])
                continue;
            auto& list = led[{division[part], division[whole]}];
            if (list.empty() || list.back() != part)
                list.push_back(part);
        }
        double best = 0;
        std::pair<std::uint32_t, std::uint32_t> pair;
        for (const auto& [ends, list] : led)
            if (const double share = static_cast<double>(list.size()) / tables[ends.first];
                share >= data.thresholds.aggregateShare && share > best) {
                best = share;
                pair = ends;
            }
        if (best > 0) {
            for (std::uint32_t& label : division)
                if (label == pair.first)
                    label = pair.second;
            compact(division);
            changed = true;
        }
    }
    return division;
}

Division finish(const EvidenceBase& base, const WeightedGraph& graph, Division division, const SplitData& data,
                const FinishOptions& options)
{
    division = mergeByName(base, std::move(division), data, options);
    division = dissolveWeak(base, graph, std::move(division), data, options);
    return mergeAggregates(base, std::move(division), data, options);
}

namespace {

/// Marks those of `candidates` that have many neighbours (`of`, at least mean + 1 sd) spread over the clusters.
void markSpread(const std::vector<std::uint32_t>& candidates, const std::vector<std::vector<std::uint32_t>>& of, const Division& division,
                const Thresholds& t, std::vector<char>& out)
{
    if (candidates.empty())
        return;
    double sum = 0;
    double squares = 0;
    for (const std::uint32_t m : candidates) {
        const auto count = static_cast<double>(of[m].size());
        sum += count;
        squares += count * count;
    }
    const double mean = sum / static_cast<double>(candidates.size());
    const double deviation = std::sqrt(std::max(0.0, squares / static_cast<double>(candidates.size()) - mean * mean));
    const double least = std::max<double>(t.omnipresentUsers, mean + deviation);
    for (const std::uint32_t m : candidates) {
        if (static_cast<double>(of[m].size()) < least)
            continue;
        std::map<std::uint32_t, double> spread;
        double counted = 0;
        for (const std::uint32_t other : of[m])
            if (division[other] != kNoMember) {
                spread[division[other]] += 1;
                counted += 1;
            }
        double same = 0;
        for (const auto& [cluster, count] : spread)
            same += count * count / (counted * counted);
        if (counted > 0 && 1 - same >= t.omnipresentDiversity)
            out[m] = 1;
    }
}

} // namespace

std::vector<char> omnipresent(const EvidenceBase& base, const Division& division, const SplitData& data)
{
    std::vector<char> out(base.set.size(), 0);
    std::vector<std::uint32_t> candidates;
    std::vector<std::uint32_t> code;
    for (std::uint32_t m = 0; m < base.set.size(); ++m) {
        if (base.set.role(m) == MemberRole::Table || base.facts.entity[m] != 0)
            continue;
        if (base.set.role(m) == MemberRole::Class)
            code.push_back(m);
        if (base.facts.entryPoint[m] == 0)
            candidates.push_back(m);
    }
    markSpread(candidates, base.facts.users, division, data.thresholds, out);
    // one that deals with all of them from above tells as little: a dispatcher that branches by action, a facade
    std::vector<std::vector<std::uint32_t>> neighbours(base.set.size());
    for (const std::uint32_t m : code)
        std::ranges::set_union(base.facts.users[m], base.facts.uses[m], std::back_inserter(neighbours[m]));
    markSpread(code, neighbours, division, data.thresholds, out);
    return out;
}

} // namespace naru::analyzers::decompose
