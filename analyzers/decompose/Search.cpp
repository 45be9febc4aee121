#include "analyzers/decompose/Search.h"

#include "analyzers/decompose/Agreement.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace naru::analyzers::decompose {

using core::Result;

namespace {

std::unexpected<core::Error> cancelled()
{
    return core::failure(core::ErrorCode::Cancelled, "split.cancelled");
}

} // namespace

std::uint32_t contextCount(const Division& division)
{
    std::set<std::uint32_t> seen(division.begin(), division.end());
    seen.erase(kNoMember);
    return static_cast<std::uint32_t>(seen.size());
}

Division mergeDownTo(const WeightedGraph& graph, Division division, std::uint32_t wanted)
{
    std::map<std::uint32_t, double> strength;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> ties;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        if (division[i] == kNoMember)
            continue;
        strength[division[i]] += graph.strength[i];
        for (std::uint32_t e = graph.start[i]; e < graph.start[i + 1]; ++e)
            if (const std::uint32_t other = division[graph.target[e]]; other != kNoMember && division[i] < other)
                ties[{division[i], other}] += graph.weight[e];
    }
    std::map<std::uint32_t, std::uint32_t> into;
    while (strength.size() > std::max(1U, wanted)) {
        double best = -1;
        std::pair<std::uint32_t, std::uint32_t> pair{strength.begin()->first, std::next(strength.begin())->first};
        for (const auto& [ends, weight] : ties)
            if (const double tie = weight / std::sqrt(strength[ends.first] * strength[ends.second] + 1e-12); tie > best + 1e-12) {
                best = tie;
                pair = ends;
            }
        if (best < 0) { // no ties at all: the two smallest
            std::vector<std::pair<double, std::uint32_t>> bySize;
            for (const auto& [context, size] : strength)
                bySize.emplace_back(size, context);
            std::ranges::sort(bySize);
            pair = std::minmax(bySize[0].second, bySize[1].second);
        }
        const auto [keep, gone] = pair;
        into[gone] = keep;
        strength[keep] += strength[gone];
        strength.erase(gone);
        std::map<std::pair<std::uint32_t, std::uint32_t>, double> next;
        for (const auto& [ends, weight] : ties) {
            const std::uint32_t a = ends.first == gone ? keep : ends.first;
            const std::uint32_t b = ends.second == gone ? keep : ends.second;
            if (a != b)
                next[{std::min(a, b), std::max(a, b)}] += weight;
        }
        ties = std::move(next);
    }
    for (std::uint32_t& label : division)
        while (into.contains(label))
            label = into[label];
    return division;
}

LeidenOptions Search::leidenOptions(double resolution) const
{
    LeidenOptions out;
    out.resolution = resolution;
    const bool large = m_base.set.size() > static_cast<std::uint32_t>(m_data.thresholds.seedsAbove);
    out.seeds = large ? 1 : m_data.thresholds.seeds;
    out.iterations = large ? 2 : m_data.thresholds.iterations;
    return out;
}

void Search::buildGraphs()
{
    m_graph = m_base.graph();
    m_usage = m_base.graph(m_data.thresholds.placementName);
    m_strength.clear();
    if (m_base.operations.empty()) {
        m_contracted = m_graph.contracted(m_constraints.group, m_constraints.groups);
        return;
    }
    const WeightedGraph whole = m_base.graphWithOperations();
    std::vector<std::uint32_t> group = m_constraints.group;
    std::uint32_t groups = m_constraints.groups;
    for (std::size_t o = 0; o < m_base.operations.list.size(); ++o)
        group.push_back(groups++);
    m_contracted = whole.contracted(group, groups);
    m_strength = whole.strength;
}

/// What all use or what uses all has no usage ties; a dispatcher among them has those of its operations instead.
void Search::mute(const Division& first)
{
    m_base.muted = omnipresent(m_base, first, m_data);
    std::vector<char> candidates(m_base.set.size(), 0);
    for (std::uint32_t m = 0; m < candidates.size(); ++m)
        candidates[m] = m_base.facts.entryPoint[m]; // a facade behind them would tie the parts of a page's way together again
    auto operations = operationsOf(m_code, m_base.set, m_base.reach, candidates);
    const std::vector<char> chosen = dispersed(m_code, m_base.set, operations, first, m_data.thresholds.omnipresentDiversity);
    for (std::uint32_t m = 0; m < chosen.size(); ++m)
        if (chosen[m] != 0)
            m_base.muted[m] = 1;
    m_base.operations = tieOperations(m_code, m_base.set, m_base.names, m_data, std::move(operations), chosen, m_base.muted);
    m_base.reach = {};
}

Result<void> Search::prepare(double resolution, bool maskPackages)
{
    buildGraphs();
    m_job->progress("split.progress.cluster", 0);
    auto first = raw(resolution);
    if (!first)
        return std::unexpected(first.error());
    if (const auto prefixes = companyPrefixes(m_base.names, clustersOf(*first), m_data); !prefixes.empty()) {
        m_base.names = buildNameVectors(m_code, m_base.set, m_data, maskPackages, prefixes);
        m_base.layers[static_cast<std::size_t>(LayerId::Name)] = nameLayer(m_base.names, m_data, *m_job);
    }
    mute(*first);
    m_base.rescale();
    buildGraphs();
    return {};
}

Division Search::divisionOf(const Labels& groups) const
{
    Division out(m_base.set.size());
    std::vector<std::uint32_t> size(m_constraints.groups, 0);
    for (std::uint32_t m = 0; m < out.size(); ++m) {
        out[m] = groups[m_constraints.group[m]];
        ++size[m_constraints.group[m]];
    }
    for (std::uint32_t m = 0; m < out.size(); ++m) {
        if (!m_base.dispatches(m) || size[m_constraints.group[m]] > 1) // together with others: a person's word
            continue;
        std::map<std::uint32_t, double> votes{{out[m], m_strength[m]}};
        for (auto o = m_base.operations.range[m].first; o < m_base.operations.range[m].second; ++o)
            votes[groups[m_constraints.groups + o]] += m_strength[m_base.set.size() + o];
        out[m] = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; })->first;
    }
    return out;
}

Result<Division> Search::raw(double resolution) const
{
    if (m_job->cancelled())
        return cancelled();
    auto groups = leiden(m_contracted, leidenOptions(resolution));
    if (!groups)
        return std::unexpected(groups.error());
    return divisionOf(*groups);
}

Division Search::finished(Division raw, std::uint32_t atLeast) const
{
    FinishOptions options;
    options.atLeast = atLeast;
    return finish(m_base, m_usage, std::move(raw), m_data, options);
}

Result<Division> Search::contexts(double resolution, std::uint32_t atLeast) const
{
    auto out = raw(resolution);
    if (!out)
        return out;
    return finished(std::move(*out), atLeast);
}

Result<Division> Search::unmerged(double resolution) const
{
    auto out = raw(resolution);
    if (!out)
        return out;
    const auto clusters = clustersOf(*out);
    const auto standing = std::ranges::count_if(clusters, [&](const auto& members) { return standsAlone(m_base, members, m_data); });
    return finished(std::move(*out), static_cast<std::uint32_t>(standing));
}

Result<Division> Search::exactly(std::uint32_t wanted) const
{
    std::vector<double> steps = m_data.thresholds.ladder;
    for (int i = 0; i < 6; ++i)
        steps.push_back(steps.back() * 1.6);
    Division best;
    for (const double resolution : steps) {
        auto division = contexts(resolution, wanted);
        if (!division)
            return division;
        const std::uint32_t count = contextCount(*division);
        if (best.empty() || count > contextCount(best))
            best = std::move(*division);
        if (count >= wanted)
            break;
    }
    return mergeDownTo(m_graph, std::move(best), wanted);
}

namespace {

/// Ties between the parts of one context: [part][part], the diagonal is inside.
std::vector<std::vector<double>> tiesOf(const WeightedGraph& graph, const Labels& parts, std::uint32_t count)
{
    std::vector<std::vector<double>> out(count, std::vector<double>(count, 0));
    for (std::uint32_t i = 0; i < graph.size(); ++i)
        for (std::uint32_t e = graph.start[i]; e < graph.start[i + 1]; ++e)
            out[parts[i]][parts[graph.target[e]]] += graph.weight[e];
    return out;
}

} // namespace

Result<Division> Search::refined(const Division& coarse) const
{
    Division out = coarse;
    std::uint32_t next = 0;
    for (const std::uint32_t label : coarse)
        if (label != kNoMember)
            next = std::max(next, label + 1);
    std::vector<std::uint32_t> open;
    std::vector<std::vector<std::uint32_t>> queue = clustersOf(coarse);
    for (std::size_t q = 0; q < queue.size(); ++q) {
        if (m_job->cancelled())
            return cancelled();
        const std::vector<std::uint32_t> members = queue[q];
        if (members.size() < 2 * static_cast<std::size_t>(m_data.thresholds.minimumMembers) + 4)
            continue;
        const WeightedGraph inner = m_graph.induced(members);
        auto parts = leiden(inner, leidenOptions(1));
        if (!parts)
            return parts;
        const std::uint32_t count = renumber(*parts);
        const auto ties = tiesOf(inner, *parts, count);
        std::vector<std::vector<std::uint32_t>> pieces(count);
        for (std::uint32_t i = 0; i < members.size(); ++i)
            pieces[(*parts)[i]].push_back(members[i]);
        std::vector<char> stands(count, 0);
        std::vector<SparseVector> names(count);
        for (std::uint32_t p = 0; p < count; ++p) {
            names[p] = nameCentroid(m_base, pieces[p]);
            stands[p] = standsAlone(m_base, pieces[p], m_data) ? 1 : 0;
            for (std::uint32_t r = 0; r < count; ++r)
                if (r != p && ties[p][p] <= ties[p][r])
                    stands[p] = 0;
        }
        // parts with the same words are one
        for (std::uint32_t p = 0; p < count; ++p)
            for (std::uint32_t r = 0; r < p; ++r)
                if (stands[p] != 0 && stands[r] != 0 && cosine(names[p], names[r]) >= m_data.thresholds.nameMergeCosine) {
                    stands[p] = 0;
                }
        if (std::ranges::count(stands, 1) < 2)
            continue;
        std::vector<std::uint32_t> floating;
        Division local(out.size(), kNoMember);
        std::uint32_t kept = 0;
        for (std::uint32_t p = 0; p < count; ++p)
            for (const std::uint32_t m : pieces[p]) {
                if (stands[p] != 0)
                    local[m] = p;
                else
                    floating.push_back(m);
            }
        std::ranges::sort(floating);
        place(m_base, m_usage, floating, local);
        std::map<std::uint32_t, std::uint32_t> label;
        std::vector<std::vector<std::uint32_t>> made;
        for (const std::uint32_t m : members) {
            if (local[m] == kNoMember)
                continue; // stays with the first part
            const auto [it, fresh] = label.try_emplace(local[m], kept == 0 ? coarse[members.front()] : next);
            if (fresh) {
                if (kept > 0)
                    ++next;
                ++kept;
                made.emplace_back();
            }
            out[m] = it->second;
        }
    }
    return out;
}

Result<std::vector<Search::Step>> Search::ladder() const
{
    const auto& resolutions = m_data.thresholds.ladder;
    const bool large = m_base.set.size() > static_cast<std::uint32_t>(m_data.thresholds.seedsAbove);
    auto steps = leidenLadder(m_contracted, resolutions, leidenOptions(1), large, *m_job);
    if (!steps)
        return std::unexpected(steps.error());
    std::vector<Step> out(resolutions.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].resolution = resolutions[i];
        out[i].division = finished(divisionOf((*steps)[i]), 0);
        out[i].contexts = contextCount(out[i].division);
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        double sum = 0;
        double count = 0;
        for (const std::size_t j : {i - 1, i + 1})
            if (j < out.size()) { // wraps for i = 0
                sum += adjustedRand(out[i].division, out[j].division);
                count += 1;
            }
        out[i].stability = count > 0 ? sum / count : 1;
    }
    return out;
}

} // namespace naru::analyzers::decompose
