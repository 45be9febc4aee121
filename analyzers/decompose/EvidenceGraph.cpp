#include "analyzers/decompose/EvidenceGraph.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace naru::analyzers::decompose {

namespace {

/// Layers that show usage: an omnipresent member is used by all, so its usage ties say nothing.
constexpr bool isUsage(LayerId layer)
{
    return layer == LayerId::Calls || layer == LayerId::Struct || layer == LayerId::Data || layer == LayerId::View ||
           layer == LayerId::ViewLink || layer == LayerId::Reach;
}

} // namespace

WeightedGraph WeightedGraph::from(std::uint32_t nodes, std::vector<Edge> edges)
{
    for (Edge& edge : edges)
        if (edge.a > edge.b)
            std::swap(edge.a, edge.b);
    std::ranges::stable_sort(edges, [](const Edge& x, const Edge& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    std::size_t kept = 0;
    for (const Edge& edge : edges) {
        if (edge.a == edge.b || !(edge.weight > 0))
            continue;
        if (kept > 0 && edges[kept - 1].a == edge.a && edges[kept - 1].b == edge.b)
            edges[kept - 1].weight += edge.weight;
        else
            edges[kept++] = edge;
    }
    edges.resize(kept);
    WeightedGraph out;
    out.start.assign(nodes + 1, 0);
    out.strength.assign(nodes, 0);
    for (const Edge& edge : edges) {
        ++out.start[edge.a + 1];
        ++out.start[edge.b + 1];
        out.strength[edge.a] += edge.weight;
        out.strength[edge.b] += edge.weight;
        out.total += 2 * edge.weight;
    }
    for (std::uint32_t i = 0; i < nodes; ++i)
        out.start[i + 1] += out.start[i];
    out.target.resize(out.start.back());
    out.weight.resize(out.start.back());
    std::vector<std::uint32_t> next(out.start.begin(), out.start.end() - 1);
    for (const Edge& edge : edges) {
        out.target[next[edge.a]] = edge.b;
        out.weight[next[edge.a]++] = edge.weight;
        out.target[next[edge.b]] = edge.a;
        out.weight[next[edge.b]++] = edge.weight;
    }
    return out;
}

WeightedGraph WeightedGraph::contracted(const std::vector<std::uint32_t>& group, std::uint32_t groups) const
{
    std::vector<Edge> edges;
    edges.reserve(target.size() / 2);
    for (std::uint32_t i = 0; i < size(); ++i)
        for (std::uint32_t e = start[i]; e < start[i + 1]; ++e)
            if (i < target[e] && group[i] != group[target[e]])
                edges.push_back({group[i], group[target[e]], weight[e]});
    WeightedGraph out = from(groups, std::move(edges));
    // a group weighs what its members weigh, so that modularity is that of the members
    std::ranges::fill(out.strength, 0.0);
    for (std::uint32_t i = 0; i < size(); ++i)
        out.strength[group[i]] += strength[i];
    out.total = total;
    return out;
}

WeightedGraph WeightedGraph::induced(std::span<const std::uint32_t> nodes) const
{
    std::vector<std::uint32_t> index(size(), kNoMember);
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        index[nodes[i]] = i;
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        for (std::uint32_t e = start[nodes[i]]; e < start[nodes[i] + 1]; ++e)
            if (const std::uint32_t j = index[target[e]]; j != kNoMember && i < j)
                edges.push_back({i, j, weight[e]});
    return from(static_cast<std::uint32_t>(nodes.size()), std::move(edges));
}

double LayerScale::share(const Link& link, double weight) const
{
    const double scale = (degree[link.a] + damping) * (degree[link.b] + damping);
    return scale > 0 ? weight * static_cast<double>(link.weight) / std::sqrt(scale) : 0;
}

double EvidenceBase::combined(LayerId layer, const Link& link) const
{
    return silent(layer, link) ? 0 : scales[static_cast<std::size_t>(layer)].share(link, weights[static_cast<std::size_t>(layer)]);
}

bool EvidenceBase::silent(LayerId layer, const Link& link) const
{
    const auto isMuted = [&](std::uint32_t node) { return node < muted.size() && muted[node] != 0; };
    return isUsage(layer) && (isMuted(link.a) || isMuted(link.b));
}

void EvidenceBase::rescale()
{
    scales.assign(kLayers, {});
    const std::size_t nodes = set.size() + operations.list.size();
    for (const std::vector<Layer>* some : {&layers, &operations.layers})
        for (const Layer& layer : *some) {
            LayerScale& scale = scales[static_cast<std::size_t>(layer.id)];
            scale.degree.resize(nodes, 0);
            for (const Link& link : layer.links)
                if (!silent(layer.id, link)) {
                    scale.degree[link.a] += static_cast<double>(link.weight);
                    scale.degree[link.b] += static_cast<double>(link.weight);
                }
        }
    for (LayerScale& scale : scales) {
        std::vector<double> positive;
        for (std::size_t m = 0; m < scale.degree.size() && m < set.size(); ++m)
            if (scale.degree[m] > 0)
                positive.push_back(scale.degree[m]);
        if (!positive.empty()) {
            std::ranges::sort(positive);
            const std::size_t half = positive.size() / 2;
            scale.damping = 0.5 * (positive.size() % 2 == 1 ? positive[half] : (positive[half - 1] + positive[half]) / 2);
        }
    }
}

WeightedGraph EvidenceBase::graph(double nameFactor) const
{
    return WeightedGraph::from(set.size(), edges(layers, nameFactor));
}

WeightedGraph EvidenceBase::graphWithOperations() const
{
    auto all = edges(layers, 1);
    std::ranges::move(edges(operations.layers, 1), std::back_inserter(all));
    return WeightedGraph::from(static_cast<std::uint32_t>(set.size() + operations.list.size()), std::move(all));
}

std::vector<WeightedGraph::Edge> EvidenceBase::edges(const std::vector<Layer>& some, double nameFactor) const
{
    std::vector<WeightedGraph::Edge> out;
    std::size_t count = 0;
    for (const Layer& layer : some)
        count += layer.links.size();
    out.reserve(count);
    for (const Layer& layer : some)
        for (const Link& link : layer.links)
            if (const double weight = combined(layer.id, link) * (layer.id == LayerId::Name ? nameFactor : 1); weight > 0)
                out.push_back({link.a, link.b, weight});
    return out;
}

core::Result<EvidenceBase> gatherEvidence(const core::CodeModel& code, const SplitData& data, const EvidenceOptions& options,
                                          core::Job& job)
{
    EvidenceBase out;
    out.set = collectMembers(code);
    out.facts = collectFacts(code, out.set, data);
    out.names = buildNameVectors(code, out.set, data, options.maskPackages);
    const core::ChangeHistory none;
    const MemberSet& set = out.set;
    int done = 0;
    const auto add = [&](auto make) {
        if (job.cancelled())
            return;
        out.layers.push_back(make());
        job.progress("split.progress.evidence", static_cast<double>(++done) / kLayers);
    };
    add([&] { return nameLayer(out.names, data, job); });
    add([&] { return callsLayer(code, set); });
    add([&] { return structLayer(code, set); });
    add([&] { return dataLayer(out.facts, data); });
    add([&] { return entityLayer(code, set, out.names, data.words); });
    add([&] { return relationLayer(code, set); });
    add([&] { return compositionLayer(code, set, out.facts); });
    out.reach = methodReach(code, set, data.thresholds, job);
    const std::vector<Reach>& reach = out.reach;
    add([&] { return reachLayer(code, set, reach, data, job); });
    add([&] { return viewLayer(code, set); });
    add([&] { return viewLinkLayer(code, set); });
    add([&] { return vocabularyLayer(code, set, data, job); });
    add([&] { return stringsLayer(code, set, data, job); });
    add([&] { return folderLayer(code, set, options.maskPackages); });
    add([&] { return coChangeLayer(code, set, options.history != nullptr ? *options.history : none); });
    add([&] { return authorsLayer(code, set, options.history != nullptr ? *options.history : none, data, job); });
    add([&] { return useCaseLayer(code, set, out.names, reach, data); });
    if (job.cancelled() || out.layers.size() != kLayers)
        return core::failure(core::ErrorCode::Cancelled, "split.cancelled");
    // a class named like a table stands for it, mapped or not
    for (const Link& link : out.layers[static_cast<std::size_t>(LayerId::Entity)].links)
        out.facts.entity[link.a] = 1; // classes come before tables
    for (const LayerInfo& info : data.layers)
        out.weights[static_cast<std::size_t>(info.id)] = info.weight;
    out.muted.assign(set.size(), 0);
    out.rescale();
    return out;
}

} // namespace naru::analyzers::decompose
