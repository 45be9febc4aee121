#include "analyzers/decompose/Leiden.h"

#include "analyzers/decompose/Agreement.h"

#include <algorithm>
#include <igraph/igraph.h>
#include <memory>
#include <mutex>

namespace naru::analyzers::decompose {

namespace {

/// The library keeps its random numbers, error handler and clean-up stack in globals: one
/// run at a time, and what was there before is put back.
std::mutex& libraryMutex()
{
    static std::mutex mutex;
    return mutex;
}

struct LibraryGuard {
    std::lock_guard<std::mutex> lock{libraryMutex()};
    igraph_error_handler_t* handler = igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_rng_t own{};
    igraph_rng_t saved = *igraph_rng_default();
    bool ready = igraph_rng_init(&own, &igraph_rngtype_mt19937) == IGRAPH_SUCCESS;

    LibraryGuard() = default;
    LibraryGuard(const LibraryGuard&) = delete;
    LibraryGuard& operator=(const LibraryGuard&) = delete;
    ~LibraryGuard()
    {
        igraph_rng_set_default(&saved); // copies the handle
        if (ready)
            igraph_rng_destroy(&own);
        igraph_set_error_handler(handler);
    }
};

struct Graph {
    igraph_t graph{};
    igraph_vector_t edgeWeights{};
    igraph_vector_t nodeWeights{};
    bool made = false;

    Graph() = default;
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;
    ~Graph()
    {
        if (!made)
            return;
        igraph_destroy(&graph);
        igraph_vector_destroy(&edgeWeights);
        igraph_vector_destroy(&nodeWeights);
    }
};

bool load(const WeightedGraph& from, Graph& out)
{
    const auto edges = static_cast<igraph_integer_t>(from.target.size() / 2);
    igraph_vector_int_t ends;
    if (igraph_vector_int_init(&ends, 2 * edges) != IGRAPH_SUCCESS)
        return false;
    bool good = igraph_vector_init(&out.edgeWeights, edges) == IGRAPH_SUCCESS;
    if (good && igraph_vector_init(&out.nodeWeights, from.size()) != IGRAPH_SUCCESS) {
        igraph_vector_destroy(&out.edgeWeights);
        good = false;
    }
    if (good) {
        igraph_integer_t e = 0;
        for (std::uint32_t i = 0; i < from.size(); ++i) {
            VECTOR(out.nodeWeights)[i] = from.strength[i];
            for (std::uint32_t k = from.start[i]; k < from.start[i + 1]; ++k)
                if (i < from.target[k]) {
                    VECTOR(ends)[2 * e] = i;
                    VECTOR(ends)[2 * e + 1] = from.target[k];
                    VECTOR(out.edgeWeights)[e++] = from.weight[k];
                }
        }
        good = igraph_create(&out.graph, &ends, from.size(), IGRAPH_UNDIRECTED) == IGRAPH_SUCCESS;
        if (!good) {
            igraph_vector_destroy(&out.edgeWeights);
            igraph_vector_destroy(&out.nodeWeights);
        }
        out.made = good;
    }
    igraph_vector_int_destroy(&ends);
    return good;
}

} // namespace

std::uint32_t renumber(Labels& labels)
{
    std::vector<std::uint32_t> fresh;
    std::uint32_t next = 0;
    for (std::uint32_t& label : labels) {
        if (label >= fresh.size())
            fresh.resize(label + 1, kNoMember);
        if (fresh[label] == kNoMember)
            fresh[label] = next++;
        label = fresh[label];
    }
    return next;
}

double modularity(const WeightedGraph& graph, const Labels& labels, double resolution)
{
    if (!(graph.total > 0))
        return 0;
    std::vector<double> strength(labels.size() + 1, 0);
    double inside = 0;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        strength[labels[i]] += graph.strength[i];
        for (std::uint32_t e = graph.start[i]; e < graph.start[i + 1]; ++e)
            if (labels[i] == labels[graph.target[e]])
                inside += graph.weight[e];
    }
    double expected = 0;
    for (const double s : strength)
        expected += s * s;
    return inside / graph.total - resolution * expected / (graph.total * graph.total);
}

core::Result<Labels> leiden(const WeightedGraph& graph, const LeidenOptions& options)
{
    Labels best(graph.size());
    for (std::uint32_t i = 0; i < graph.size(); ++i)
        best[i] = i;
    if (!(graph.total > 0))
        return best;
    const LibraryGuard guard;
    Graph loaded;
    if (!guard.ready || !load(graph, loaded))
        return core::failure(core::ErrorCode::Internal, "split.clustering-failed");
    double bestQuality = -2;
    for (int seed = 0; seed < options.seeds; ++seed) {
        igraph_rng_t rng = guard.own;
        igraph_rng_seed(&rng, static_cast<igraph_uint_t>(20261121 + seed));
        igraph_rng_set_default(&rng);
        igraph_vector_int_t membership;
        if (igraph_vector_int_init(&membership, 0) != IGRAPH_SUCCESS)
            return core::failure(core::ErrorCode::Internal, "split.clustering-failed");
        const igraph_error_t code =
            igraph_community_leiden(&loaded.graph, &loaded.edgeWeights, &loaded.nodeWeights, options.resolution / graph.total, 0.01, false,
                                    std::clamp(options.iterations, 2, 10), &membership, nullptr, nullptr);
        Labels labels(graph.size());
        for (std::uint32_t i = 0; code == IGRAPH_SUCCESS && i < graph.size(); ++i)
            labels[i] = static_cast<std::uint32_t>(VECTOR(membership)[i]);
        igraph_vector_int_destroy(&membership);
        if (code != IGRAPH_SUCCESS)
            return core::failure(core::ErrorCode::Internal, "split.clustering-failed");
        renumber(labels);
        if (const double quality = modularity(graph, labels, options.resolution); quality > bestQuality + 1e-12) {
            bestQuality = quality;
            best = std::move(labels);
        }
    }
    return best;
}

core::Result<std::vector<Labels>> leidenLadder(const WeightedGraph& graph, std::span<const double> resolutions, LeidenOptions options,
                                               bool fromFinest, core::Job& job)
{
    std::vector<Labels> out(resolutions.size());
    Labels finest;
    WeightedGraph small;
    for (std::size_t i = resolutions.size(); i-- > 0;) {
        if (job.cancelled())
            return core::failure(core::ErrorCode::Cancelled, "split.cancelled");
        options.resolution = resolutions[i];
        auto labels = leiden(finest.empty() ? graph : small, options);
        if (!labels)
            return std::unexpected(labels.error());
        if (finest.empty()) {
            out[i] = *std::move(labels);
            if (fromFinest) {
                finest = out[i];
                small = graph.contracted(finest, renumber(finest));
            }
        } else {
            out[i].resize(finest.size());
            for (std::size_t m = 0; m < finest.size(); ++m)
                out[i][m] = (*labels)[finest[m]];
            renumber(out[i]);
        }
        job.progress("split.progress.cluster", 1 - static_cast<double>(i) / static_cast<double>(resolutions.size()));
    }
    return out;
}

std::size_t consensusOf(const std::vector<Labels>& clusterings)
{
    std::vector<double> sums(clusterings.size(), 0);
    for (std::size_t i = 0; i < clusterings.size(); ++i)
        for (std::size_t j = i + 1; j < clusterings.size(); ++j) {
            const double agreement = adjustedRand(clusterings[i], clusterings[j]);
            sums[i] += agreement;
            sums[j] += agreement;
        }
    std::size_t best = 0;
    for (std::size_t i = 1; i < sums.size(); ++i)
        if (sums[i] > sums[best] + 1e-12)
            best = i;
    return best;
}

} // namespace naru::analyzers::decompose
