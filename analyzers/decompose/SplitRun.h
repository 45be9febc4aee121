#pragma once

#include "analyzers/decompose/Decompose.h"
#include "analyzers/decompose/Describe.h"
#include "analyzers/decompose/Parts.h"
#include "analyzers/decompose/Search.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace naru::analyzers::decompose {

/// One way through the split of one system: evidence, clusters, candidates, described alternatives. What was gathered
/// once serves every later call. The options' job of a call is given by use().
class SplitRun {
public:
    /// Gathers the evidence. `code` must outlive it. Errors: those of decompose().
    static core::Result<std::unique_ptr<SplitRun>> gather(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job);

    /// The job of the calls that follow.
    void use(core::Job& job);
    /// Mutes what is omnipresent and makes the graph; the second time it does nothing. What is muted is found at the default
    /// granularity, whatever is asked: a slider moves over one and the same graph.
    core::Result<void> prepare();

    core::Result<core::Partition> decompose();
    /// Contexts at a resolution, with decisions on them.
    core::Result<core::Alternative> at(double resolution, const std::vector<core::Decision>& decisions);
    /// How far the clusters of two resolutions are the same (adjusted Rand index).
    core::Result<double> agreement(double a, double b);
    /// The alternatives with decisions on them, described anew.
    core::Result<core::Partition> redescribe(core::Partition partition, const std::vector<core::Decision>& decisions);
    core::Result<std::vector<ContextPart>> parts(const core::Alternative& alternative, const std::string& context);

private:
    struct Candidate {
        Division division;
        Division placed; ///< without what is shared, unused or unassigned: what a person sees
        std::string level = "coarse";
        std::string reasonKey;
        double resolution = 1;
        double score = 0;
    };

    SplitRun(const core::CodeModel& code, DecomposeOptions options, SplitData data, EvidenceBase base, core::Job& job);

    [[nodiscard]] double resolution() const;
    [[nodiscard]] const Describer& describer();
    [[nodiscard]] core::Partition frame() const;
    [[nodiscard]] double scoreOf(const Division& division) const;
    core::Result<std::vector<Candidate>> choose();
    [[nodiscard]] double meanAgreement(const Division& division, const std::vector<Search::Step>& steps) const;
    [[nodiscard]] const Search::Step& central(const std::vector<Search::Step>& steps) const;
    [[nodiscard]] core::Alternative describe(const Candidate& candidate, std::size_t number, const std::vector<core::Decision>& decisions);
    /// The clusters of a resolution that was asked for; what was seen once is kept.
    core::Result<const Candidate*> cut(double resolution);
    void proposeNames(Placement& placement) const;
    /// The description of a placement. An edit changes few placements, and undoing it brings an earlier one back: those described last are
    /// kept. A review changes no placement.
    [[nodiscard]] core::Alternative described(const Placement& placement);
    [[nodiscard]] core::Alternative completed(Placement placement, const std::vector<core::Decision>& decisions,
                                              std::vector<core::Unmet> unmet);

    const core::CodeModel& m_code;
    DecomposeOptions m_options;
    SplitData m_data;
    EvidenceBase m_base;
    core::Job* m_job;
    ResolvedConstraints m_constraints;
    Search m_search;
    bool m_prepared = false;
    std::map<double, Candidate> m_cuts;          ///< by resolution, for a slider
    std::vector<core::GranularityStep> m_ladder; ///< of choose()
    std::optional<Describer> m_describer;        ///< made when first needed
    struct Described {
        Placement placement;
        core::Alternative alternative;
    };
    std::vector<Described> m_described; ///< the newest last
};

} // namespace naru::analyzers::decompose
