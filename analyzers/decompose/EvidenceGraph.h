#pragma once

#include "analyzers/decompose/Layers.h"
#include "analyzers/decompose/Operations.h"

#include <array>
#include <span>
#include <vector>

namespace naru::analyzers::decompose {

/// Undirected weighted graph in compressed rows; both directions of each edge are stored.
struct WeightedGraph {
    std::vector<std::uint32_t> start; ///< n + 1
    std::vector<std::uint32_t> target;
    std::vector<double> weight;
    std::vector<double> strength; ///< sum of a row
    double total = 0;             ///< sum of strengths: twice the edge weights

    [[nodiscard]] std::uint32_t size() const { return start.empty() ? 0 : static_cast<std::uint32_t>(start.size() - 1); }
    struct Edge {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        double weight = 0;
    };
    /// `edges` in any order; equal pairs are summed, loops dropped.
    static WeightedGraph from(std::uint32_t nodes, std::vector<Edge> edges);
    /// One node per group; ties inside a group are dropped.
    [[nodiscard]] WeightedGraph contracted(const std::vector<std::uint32_t>& group, std::uint32_t groups) const;
    /// The graph of some nodes alone, in their order.
    [[nodiscard]] WeightedGraph induced(std::span<const std::uint32_t> nodes) const;
};

/// One layer's share in the combined weight of a pair.
struct LayerScale {
    std::vector<double> degree; ///< by member, then by operation
    double damping = 0;         ///< half the median positive degree
    [[nodiscard]] double share(const Link& link, double weight) const;
};

/// All evidence on one system: members, layers, and how they combine.
struct EvidenceBase {
    MemberSet set;
    MemberFacts facts;
    NameVectors names;
    std::vector<Layer> layers; ///< by LayerId
    std::vector<LayerScale> scales;
    std::array<double, kLayers> weights{};
    std::vector<char> muted; ///< members whose usage ties do not count (omnipresent ones)
    Operations operations;   ///< of the dispatchers among them: these count in their place
    std::vector<Reach> reach; ///< by method; dropped when the operations are known

    /// Weight of a link in the combination; 0 when one of its ends is muted in that layer.
    [[nodiscard]] double combined(LayerId layer, const Link& link) const;
    /// All layers together; names count `nameFactor` times.
    [[nodiscard]] WeightedGraph graph(double nameFactor = 1) const;
    /// The same with a node for each operation behind those of the members.
    [[nodiscard]] WeightedGraph graphWithOperations() const;
    /// Whether a class is taken apart by its operations.
    [[nodiscard]] bool dispatches(std::uint32_t member) const { return !operations.empty() && operations.range[member].second > 0; }
    /// Degrees anew, after `muted` or `operations` changed.
    void rescale();

private:
    [[nodiscard]] bool silent(LayerId layer, const Link& link) const;
    [[nodiscard]] std::vector<WeightedGraph::Edge> edges(const std::vector<Layer>& some, double nameFactor) const;
};

struct EvidenceOptions {
    bool maskPackages = false;
    const core::ChangeHistory* history = nullptr;
};

/// Reads all evidence off the model. Errors: Cancelled.
core::Result<EvidenceBase> gatherEvidence(const core::CodeModel& code, const SplitData& data, const EvidenceOptions& options,
                                          core::Job& job);

} // namespace naru::analyzers::decompose
