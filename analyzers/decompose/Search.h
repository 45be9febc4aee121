#pragma once

#include "analyzers/decompose/Constraints.h"
#include "analyzers/decompose/Finish.h"

namespace naru::analyzers::decompose {

/// Clusterings of one system at several resolutions, and what follows from them.
class Search {
public:
    /// `base` is changed: omnipresent members are muted, company prefixes of names weakened.
    Search(const core::CodeModel& code, EvidenceBase& base, const SplitData& data, const ResolvedConstraints& constraints, core::Job& job)
        : m_code(code),
          m_base(base),
          m_data(data),
          m_constraints(constraints),
          m_job(&job)
    {
    }

    /// The job of the next call; that of the constructor is no longer asked.
    void use(core::Job& job) { m_job = &job; }
    /// Clusters once, mutes what is omnipresent in the outcome, and makes the graph that everything after uses.
    core::Result<void> prepare(double resolution, bool maskPackages);
    /// Raw clusters at a resolution (constraint groups kept whole).
    core::Result<Division> raw(double resolution) const;
    /// Contexts at a resolution.
    core::Result<Division> contexts(double resolution, std::uint32_t atLeast) const;
    /// Contexts at a resolution that a person asked for: not fewer than the raw clusters that can stand alone.
    core::Result<Division> unmerged(double resolution) const;
    /// Exactly `wanted` contexts where the system allows it: the coarsest resolution that gives enough, then the most tied pairs merged.
    core::Result<Division> exactly(std::uint32_t wanted) const;
    /// Every context clustered once more by itself; parts that can stand alone become contexts.
    core::Result<Division> refined(const Division& coarse) const;

    struct Step {
        double resolution = 1;
        std::uint32_t contexts = 0;
        Division division;
        double stability = 0; ///< mean agreement (ARI) with the steps beside it
    };
    /// All steps of the ladder. On large systems coarser steps start from the finest one's clusters.
    core::Result<std::vector<Step>> ladder() const;

    [[nodiscard]] const WeightedGraph& graph() const { return m_graph; }
    [[nodiscard]] const WeightedGraph& usage() const { return m_usage; }

private:
    [[nodiscard]] LeidenOptions leidenOptions(double resolution) const;
    /// Members of the clusters of groups and operations: a dispatcher goes where most of its operations went.
    [[nodiscard]] Division divisionOf(const Labels& groups) const;
    void mute(const Division& first);
    void buildGraphs();
    [[nodiscard]] Division finished(Division raw, std::uint32_t atLeast) const;

    const core::CodeModel& m_code;
    EvidenceBase& m_base;
    const SplitData& m_data;
    const ResolvedConstraints& m_constraints;
    core::Job* m_job;
    WeightedGraph m_usage;      ///< of members, names weakened: what a group was that only names held together is told by usage
    WeightedGraph m_graph;      ///< of members
    WeightedGraph m_contracted; ///< of constraint groups, then of operations
    std::vector<double> m_strength; ///< by member and operation, with operations in the graph; empty: there are none
};

/// Number of contexts of a division.
std::uint32_t contextCount(const Division& division);

/// Merges the most tied pairs until `wanted` contexts are left.
Division mergeDownTo(const WeightedGraph& graph, Division division, std::uint32_t wanted);

} // namespace naru::analyzers::decompose
