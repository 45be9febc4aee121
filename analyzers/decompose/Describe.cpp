#include "analyzers/decompose/Describe.h"

#include "analyzers/decompose/Agreement.h"
#include "analyzers/decompose/Density.h"

#include <algorithm>

namespace naru::analyzers::decompose {

namespace {

/// How much of the division the density method has an opinion on, and how far it agrees (adjusted Rand index on that part).
void addOpinion(const Division& division, const Division& opinion, std::map<std::string, double>& metrics)
{
    double placed = 0;
    double covered = 0;
    for (std::size_t m = 0; m < division.size(); ++m)
        if (division[m] != kNoMember) {
            placed += 1;
            covered += opinion[m] != kNoMember ? 1 : 0;
        }
    metrics["density.covered"] = placed > 0 ? covered / placed : 0;
    metrics["density.agreement"] = covered > 0 ? adjustedRand(opinion, division) : 0;
}

} // namespace

Describer::Describer(const core::CodeModel& code, const EvidenceBase& base, const WeightedGraph& graph, const SplitData& data)
    : m_code(code),
      m_base(base),
      m_graph(graph),
      m_data(data),
      m_metricInput(metricInput(code, base.set)),
      m_crossing(code, base),
      m_opinion(densityClusters(graph, static_cast<std::uint32_t>(data.thresholds.minimumMembers)))
{
}

std::map<std::string, double> Describer::metrics(const Division& division) const
{
    return decompose::metricsOf(m_metricInput, m_base.set, division);
}

core::Alternative Describer::describe(const Placement& given) const
{
    // largest context first, equal ones by their first member; empty ones that a person made stay at the end
    auto clusters = clustersOf(given.division);
    clusters.resize(std::max(clusters.size(), given.seeds.size()));
    std::vector<std::uint32_t> order;
    for (std::uint32_t c = 0; c < clusters.size(); ++c)
        if (!clusters[c].empty() || (c < given.seeds.size() && !given.seeds[c].name.empty()))
            order.push_back(c);
    std::ranges::stable_sort(order, [&](auto a, auto b) { return clusters[a].size() > clusters[b].size(); });
    Placement placement;
    placement.standing = given.standing;
    placement.division.assign(given.division.size(), kNoMember);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        placement.seeds.push_back(order[i] < given.seeds.size() ? given.seeds[order[i]] : ContextSeed());
        for (const std::uint32_t m : clusters[order[i]])
            placement.division[m] = i;
    }
    core::Alternative out;
    out.contexts.resize(order.size());
    for (std::uint32_t m = 0; m < m_base.set.size(); ++m) {
        const core::PartitionMember& member = m_base.set.members[m];
        switch (placement.standing[m]) {
        case Standing::InContext:
            out.contexts[placement.division[m]].members.push_back(member);
            break;
        case Standing::Shared:
            out.shared.push_back(member);
            break;
        case Standing::Unused:
            out.unused.push_back(member);
            break;
        case Standing::Unassigned:
            out.unassigned.push_back(member);
            break;
        }
    }
    nameContexts(m_base, m_code, placement, out);
    describeData(m_base, m_data, placement.division, out);
    describeBehaviour(m_code, m_base, m_data, placement.division, out);
    describeKinds(m_base, m_data, placement, out);
    describeInterfaces(m_code, m_base, m_crossing, m_graph, placement.division, out);
    explain(m_code, m_base, m_data, placement.division, m_opinion, out);
    out.metrics = metrics(placement.division);
    addOpinion(placement.division, m_opinion, out.metrics);
    return out;
}

} // namespace naru::analyzers::decompose
