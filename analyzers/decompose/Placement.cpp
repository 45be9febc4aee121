#include "analyzers/decompose/Finish.h"

#include <algorithm>
#include <map>

namespace naru::analyzers::decompose {

namespace {

constexpr std::size_t kLabelsKept = 5;
constexpr int kPlacementRounds = 30;

using Share = std::vector<std::pair<std::uint32_t, double>>; ///< cluster, share; by cluster

void keepLargest(Share& share)
{
    if (share.size() <= kLabelsKept)
        return;
    std::ranges::sort(share, [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    share.resize(kLabelsKept);
    std::ranges::sort(share);
}

/// The only cluster that uses a member; kNoMember when none or several do.
std::uint32_t onlyUser(const EvidenceBase& base, std::uint32_t member, const Division& division)
{
    std::uint32_t only = kNoMember;
    for (const std::uint32_t user : base.facts.users[member]) {
        if (division[user] == kNoMember)
            continue;
        if (only != kNoMember && only != division[user])
            return kNoMember;
        only = division[user];
    }
    return only;
}

/// Pages follow the data that their use cases work on, where one cluster holds more than half of it; the others stay in `rest`.
void placePages(const EvidenceBase& base, std::vector<std::uint32_t>& rest, Division& division)
{
    std::map<std::uint32_t, std::map<std::uint32_t, double>> shares; ///< of the clusters, by page
    for (const std::uint32_t m : rest)
        if (base.set.role(m) == core::MemberRole::View)
            shares.try_emplace(m);
    for (const Link& link : base.layers[static_cast<std::size_t>(LayerId::UseCase)].links)
        for (const auto& [page, table] : {std::pair(link.a, link.b), std::pair(link.b, link.a)})
            if (const auto found = shares.find(page); found != shares.end() && base.set.role(table) == core::MemberRole::Table)
                found->second[division[table]] += link.weight; // tables that have no place yet count against
    std::vector<std::uint32_t> still;
    for (const std::uint32_t m : rest) {
        std::uint32_t home = kNoMember;
        if (const auto found = shares.find(m); found != shares.end()) {
            double all = 0;
            for (const auto& [cluster, share] : found->second)
                all += share;
            for (const auto& [cluster, share] : found->second)
                if (cluster != kNoMember && 2 * share > all)
                    home = cluster;
        }
        if (home == kNoMember)
            still.push_back(m);
        else
            division[m] = home;
    }
    rest = std::move(still);
}

/// Harmonic label propagation: each open member takes the weighted mean of its neighbours' shares.
void propagate(const WeightedGraph& graph, const std::vector<std::uint32_t>& open, Division& division)
{
    std::vector<std::uint32_t> index(graph.size(), kNoMember);
    for (std::uint32_t i = 0; i < open.size(); ++i)
        index[open[i]] = i;
    std::vector<Share> shares(open.size());
    for (int round = 0; round < kPlacementRounds; ++round) {
        std::vector<Share> next(open.size());
        for (std::uint32_t i = 0; i < open.size(); ++i) {
            const std::uint32_t m = open[i];
            std::map<std::uint32_t, double> sum;
            double all = 0;
            for (std::uint32_t e = graph.start[m]; e < graph.start[m + 1]; ++e) {
                const std::uint32_t other = graph.target[e];
                all += graph.weight[e];
                if (index[other] != kNoMember)
                    for (const auto& [cluster, share] : shares[index[other]])
                        sum[cluster] += graph.weight[e] * share;
                else if (division[other] != kNoMember)
                    sum[division[other]] += graph.weight[e];
            }
            for (const auto& [cluster, weight] : sum)
                next[i].emplace_back(cluster, weight / all);
            keepLargest(next[i]);
        }
        shares = std::move(next);
    }
    for (std::uint32_t i = 0; i < open.size(); ++i) {
        double best = 0;
        for (const auto& [cluster, share] : shares[i])
            if (share > best + 1e-12) {
                best = share;
                division[open[i]] = cluster;
            }
    }
}

} // namespace

void place(const EvidenceBase& base, const WeightedGraph& graph, const std::vector<std::uint32_t>& open, Division& division)
{
    // parts first follow their whole; a chain of parts needs as many rounds as it is long
    std::vector<std::uint32_t> rest = open;
    for (bool moved = true; moved;) {
        moved = false;
        std::vector<std::uint32_t> still;
        for (const std::uint32_t m : rest) {
            auto it = std::ranges::lower_bound(base.facts.compositions, std::pair(m, 0U));
            std::uint32_t owner = kNoMember;
            for (; it != base.facts.compositions.end() && it->first == m && owner == kNoMember; ++it)
                owner = division[it->second];
            if (owner == kNoMember)
                still.push_back(m);
            else
                moved = true;
            division[m] = owner;
        }
        rest = std::move(still);
    }
    placePages(base, rest, division);
    // then their only user; whom that user is itself placed with may only now be known
    for (bool moved = true; moved;) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> used;
        std::vector<std::uint32_t> still;
        for (const std::uint32_t m : rest) {
            if (const std::uint32_t only = base.muted[m] != 0 ? kNoMember : onlyUser(base, m, division); only != kNoMember)
                used.emplace_back(m, only);
            else
                still.push_back(m);
        }
        for (const auto& [m, only] : used)
            division[m] = only;
        moved = !used.empty();
        rest = std::move(still);
    }
    propagate(graph, rest, division);
}

} // namespace naru::analyzers::decompose
