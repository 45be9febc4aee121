#include "analyzers/decompose/Agreement.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>

namespace naru::analyzers::decompose {

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

struct Overlap {
    std::map<std::uint32_t, std::map<std::uint32_t, double>> common; ///< a -> b -> items
    std::map<std::uint32_t, double> a, b;
    double items = 0;
};

Overlap overlapOf(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    Overlap out;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        if (a[i] != kNone && b[i] != kNone) {
            out.common[a[i]][b[i]] += 1;
            out.a[a[i]] += 1;
            out.b[b[i]] += 1;
            out.items += 1;
        }
    return out;
}

double pairs(double n)
{
    return n * (n - 1) / 2;
}

/// Pairs of equal entries.
double pairsOfEqual(std::vector<std::uint64_t>& list)
{
    std::ranges::sort(list);
    double out = 0;
    for (std::size_t i = 0; i < list.size();) {
        const std::size_t from = i;
        while (i < list.size() && list[i] == list[from])
            ++i;
        out += pairs(static_cast<double>(i - from));
    }
    return out;
}

/// Size of a maximum matching between clusters of a and the clusters of b in which they have their
/// largest overlap: the number of distinct groups G after MoJo.
std::size_t maximumMatching(const std::vector<std::vector<std::uint32_t>>& options)
{
    std::map<std::uint32_t, std::size_t> holder; // cluster of b -> cluster of a
    std::size_t size = 0;
    for (std::size_t start = 0; start < options.size(); ++start) {
        std::set<std::uint32_t> visited;
        const std::function<bool(std::size_t)> augment = [&](std::size_t from) {
            for (const std::uint32_t to : options[from]) {
                if (!visited.insert(to).second)
                    continue;
                const auto it = holder.find(to);
                if (it == holder.end() || augment(it->second)) {
                    holder[to] = from;
                    return true;
                }
            }
            return false;
        };
        size += augment(start) ? 1 : 0;
    }
    return size;
}

/// Largest mno over all divisions of items with these cluster sizes in the authority (MoJoFM, theorem 2):
/// n minus the number of groups that can be formed when group sizes are 1, 2, 3 ... at most.
double worst(const std::map<std::uint32_t, double>& sizes, double items)
{
    std::vector<double> ordered;
    for (const auto& [cluster, size] : sizes)
        ordered.push_back(size);
    std::ranges::sort(ordered);
    double groups = 0;
    for (const double size : ordered)
        if (groups < size)
            groups += 1;
    return items - groups;
}

} // namespace

double adjustedRand(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    std::vector<std::uint64_t> both;
    std::vector<std::uint64_t> onlyA;
    std::vector<std::uint64_t> onlyB;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        if (a[i] != kNone && b[i] != kNone) {
            both.push_back(std::uint64_t{a[i]} << 32U | b[i]);
            onlyA.push_back(a[i]);
            onlyB.push_back(b[i]);
        }
    const double together = pairsOfEqual(both);
    const double inA = pairsOfEqual(onlyA);
    const double inB = pairsOfEqual(onlyB);
    const double all = pairs(static_cast<double>(both.size()));
    if (all == 0)
        return 1;
    const double expected = inA * inB / all;
    const double most = (inA + inB) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
}

double mojoFm(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    const Overlap overlap = overlapOf(a, b);
    std::vector<std::vector<std::uint32_t>> options;
    double kept = 0;
    for (const auto& [cluster, row] : overlap.common) {
        double most = 0;
        for (const auto& [other, count] : row)
            most = std::max(most, count);
        kept += most;
        options.emplace_back();
        for (const auto& [other, count] : row)
            if (count == most)
                options.back().push_back(other);
    }
    // moves of what is not in the largest overlap, and joins of clusters that share their group
    const auto groups = static_cast<double>(maximumMatching(options));
    const double operations = overlap.items - kept + static_cast<double>(overlap.a.size()) - groups;
    const double most = worst(overlap.b, overlap.items);
    return most > 0 ? 100 * (1 - operations / most) : 100;
}

} // namespace naru::analyzers::decompose
