#include "analyzers/decompose/Decompose.h"

#include "analyzers/decompose/Agreement.h"
#include "analyzers/decompose/Decisions.h"
#include "analyzers/decompose/Search.h"
#include "analyzers/decompose/Standing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace naru::analyzers::decompose {

using core::Alternative;
using core::Result;

namespace {

/// Two alternatives that agree more than this are one.
constexpr double kSame = 0.95;
constexpr int kMostAlternatives = 20;
constexpr double kFinest = 1000; ///< resolution
/// The recommended cut is the one the granularities from half to double the default have most in common.
constexpr double kAround = 2.01;
/// A cut must be this much more central than the default one to take its place.
constexpr double kCentral = 0.01;

Result<SplitData> effectiveData(const DecomposeOptions& options)
{
    SplitData data = options.data;
    for (const auto& [name, weight] : options.weights) {
        const auto it = std::ranges::find(data.layers, name, [](const LayerInfo& info) { return nameOf(info.id); });
        if (it == data.layers.end() || !(weight >= 0 && weight <= 1000))
            return core::failure(core::ErrorCode::InvalidArgument, "split.option.weight", {{"layer", name}});
        it->weight = weight;
    }
    if (options.contexts < 0 || options.alternatives < 0 || !(options.resolution >= 0 && options.resolution <= kFinest))
        return core::failure(core::ErrorCode::InvalidArgument, "split.option.negative");
    return data;
}

struct Candidate {
    Division division;
    Division placed; ///< without what is shared, unused or unassigned: what a person sees
    std::string level = "coarse";
    std::string reasonKey;
    double resolution = 1;
    double score = 0;
};

class Run {
public:
    Run(const core::CodeModel& code, const DecomposeOptions& options, SplitData data, EvidenceBase base, core::Job& job)
        : m_code(code),
          m_options(options),
          m_data(std::move(data)),
          m_base(std::move(base)),
          m_job(job),
          m_constraints(resolve(options.constraints, m_base.set)),
          m_search(code, m_base, m_data, m_constraints, job)
    {
    }

    /// What is muted is found at the default granularity, whatever is asked: a slider moves over one and the same graph.
    Result<void> prepare() { return m_search.prepare(m_data.thresholds.resolution, m_options.maskPackages); }

    /// The clusters of a resolution that was asked for; what was seen once is kept.
    Result<const Candidate*> cut(double resolution)
    {
        if (const auto known = m_cuts.find(resolution); known != m_cuts.end())
            return &known->second;
        auto division = m_search.unmerged(resolution);
        if (!division)
            return std::unexpected(division.error());
        Candidate candidate;
        candidate.division = std::move(*division);
        candidate.placed = standingOf(m_code, m_base, m_search.graph(), candidate.division, m_data).division;
        candidate.reasonKey = "split.number.resolution-asked";
        candidate.resolution = resolution;
        candidate.score = scoreOf(candidate.division);
        return &m_cuts.emplace(resolution, std::move(candidate)).first->second;
    }

    Result<Alternative> at(double resolution, bool edited)
    {
        const auto candidate = cut(resolution);
        if (!candidate)
            return std::unexpected(candidate.error());
        if (!m_describer)
            m_describer.emplace(m_code, m_base, m_search.graph(), m_data);
        return describe(*m_describer, **candidate, 1, edited);
    }

    Result<core::Partition> decompose()
    {
        if (auto ready = prepare(); !ready)
            return std::unexpected(ready.error());
        auto candidates = choose();
        if (!candidates)
            return std::unexpected(candidates.error());
        core::Partition out = frame();
        const Describer describer(m_code, m_base, m_search.graph(), m_data);
        for (const Candidate& candidate : *candidates) {
            if (m_job.cancelled())
                return core::failure(core::ErrorCode::Cancelled, "split.cancelled");
            out.alternatives.push_back(describe(describer, candidate, out.alternatives.size() + 1));
            m_job.progress("split.progress.describe",
                           static_cast<double>(out.alternatives.size()) / static_cast<double>(candidates->size()));
        }
        return out;
    }

    Result<core::Partition> redescribe(core::Partition partition)
    {
        if (auto ready = prepare(); !ready)
            return std::unexpected(ready.error());
        const Describer describer(m_code, m_base, m_search.graph(), m_data);
        for (Alternative& alternative : partition.alternatives) {
            std::vector<core::Unmet> unmet;
            const Placement placement = placementOf(alternative, m_base, m_search.usage(), unmet);
            Alternative fresh = completed(describer, placement, std::move(unmet));
            fresh.id = alternative.id;
            fresh.level = alternative.level;
            fresh.score = alternative.score;
            fresh.reasonKey = alternative.reasonKey;
            fresh.resolution = alternative.resolution;
            alternative = std::move(fresh);
        }
        return partition;
    }

private:
    [[nodiscard]] double resolution() const { return m_options.resolution > 0 ? m_options.resolution : m_data.thresholds.resolution; }

    core::Partition frame() const
    {
        core::Partition out;
        for (const LayerInfo& info : m_data.layers) {
            out.weights.emplace(nameOf(info.id), info.weight);
            if (m_base.layers[static_cast<std::size_t>(info.id)].links.empty())
                out.notes.push_back("split.note.no-evidence." + std::string(nameOf(info.id)));
        }
        if (m_options.maskPackages)
            out.notes.emplace_back("split.note.packages-masked");
        return out;
    }

    [[nodiscard]] double scoreOf(const Division& division) const
    {
        Labels labels = division; // members in no context count as alone
        std::uint32_t next = 0;
        for (const std::uint32_t label : labels)
            next = label == kNoMember ? next : std::max(next, label + 1);
        for (std::uint32_t& label : labels)
            if (label == kNoMember)
                label = next++;
        return modularity(m_search.graph(), labels, 1);
    }

    Result<std::vector<Candidate>> choose()
    {
        std::vector<Candidate> pool;
        const auto add = [&](Division division, std::string level, std::string reason, double at) {
            const double score = scoreOf(division);
            Division placed = standingOf(m_code, m_base, m_search.graph(), division, m_data).division;
            pool.push_back({std::move(division), std::move(placed), std::move(level), std::move(reason), at, score});
        };
        Result<Division> main = std::unexpected(core::Error());
        std::string reason = "split.number.proposed";
        if (m_options.contexts > 0) {
            main = m_search.exactly(static_cast<std::uint32_t>(m_options.contexts));
            reason = "split.number.asked";
        } else {
            main = m_options.resolution > 0 ? m_search.unmerged(resolution()) : m_search.contexts(resolution(), 0);
            if (m_options.resolution > 0)
                reason = "split.number.resolution-asked";
        }
        if (!main)
            return std::unexpected(main.error());
        auto steps = m_search.ladder();
        if (!steps)
            return std::unexpected(steps.error());
        double chosen = resolution();
        if (m_options.contexts == 0 && m_options.resolution <= 0) {
            if (const Search::Step& step = central(*steps);
                meanAgreement(step.division, *steps) > meanAgreement(*main, *steps) + kCentral) {
                *main = step.division;
                chosen = step.resolution;
            }
            reason = stabilityReason(*main, *steps);
        }
        add(*main, "coarse", reason, chosen);
        auto fine = m_search.refined(*main);
        if (!fine)
            return std::unexpected(fine.error());
        add(std::move(*fine), "fine", "split.number.refined", resolution());
        for (const Search::Step& step : *steps)
            add(step.division, step.contexts > contextCount(*main) ? "fine" : "coarse", "split.number.ladder", step.resolution);
        // the recommended one, the finer one, then by score; only what truly differs
        std::stable_sort(pool.begin() + 2, pool.end(), [](const Candidate& x, const Candidate& y) { return x.score > y.score + 1e-12; });
        std::vector<Candidate> out;
        const int wanted = std::clamp(m_options.alternatives, 1, kMostAlternatives);
        for (Candidate& candidate : pool)
            if (static_cast<int>(out.size()) < wanted &&
                std::ranges::none_of(out, [&](const Candidate& other) { return adjustedRand(candidate.placed, other.placed) >= kSame; }))
                out.push_back(std::move(candidate));
        return out;
    }

    /// Agreement with the steps around the default granularity.
    [[nodiscard]] double meanAgreement(const Division& division, const std::vector<Search::Step>& steps) const
    {
        double sum = 0;
        double count = 0;
        for (const Search::Step& step : steps)
            if (step.resolution >= resolution() / kAround && step.resolution <= resolution() * kAround) {
                sum += adjustedRand(division, step.division);
                count += 1;
            }
        return count > 0 ? sum / count : 0;
    }

    /// The step that agrees most with all others around the default: what the granularities have in common.
    [[nodiscard]] const Search::Step& central(const std::vector<Search::Step>& steps) const
    {
        const Search::Step* best = &steps.front();
        double most = -1;
        for (const Search::Step& step : steps)
            if (step.resolution >= resolution() / kAround && step.resolution <= resolution() * kAround)
                if (const double mean = meanAgreement(step.division, steps); mean > most + 1e-12) {
                    most = mean;
                    best = &step;
                }
        return *best;
    }

    /// The number is stable when the steps of the ladder around agree with the proposal.
    [[nodiscard]] static std::string stabilityReason(const Division& main, const std::vector<Search::Step>& steps)
    {
        int agreeing = 0;
        for (const Search::Step& step : steps)
            agreeing += adjustedRand(main, step.division) >= 0.8 ? 1 : 0;
        if (agreeing * 2 >= static_cast<int>(steps.size()))
            return "split.number.stable";
        return agreeing >= 2 ? "split.number.partly-stable" : "split.number.unstable";
    }

    Alternative describe(const Describer& describer, const Candidate& candidate, std::size_t number, bool edited = true) const
    {
        Placement placement = standingOf(m_code, m_base, m_search.graph(), candidate.division, m_data);
        if (number == 1 && !m_options.previous.contexts.empty())
            inherit(m_options.previous, m_base.set, placement);
        proposeNames(placement);
        enforce(m_constraints, m_base, m_search.graph(), placement);
        Alternative out = completed(describer, placement, m_constraints.unmet, edited);
        out.id = "alternative-" + std::to_string(number);
        out.level = candidate.level;
        out.score = candidate.score;
        out.reasonKey = candidate.reasonKey;
        out.resolution = candidate.resolution;
        if (m_options.contexts > 0 && number == 1 && out.contexts.size() != static_cast<std::size_t>(m_options.contexts))
            out.unmet.push_back({"contexts", {}, std::to_string(m_options.contexts), "split.unmet.number-of-contexts"});
        return out;
    }

    /// Ids and names that pins and decisions can refer to.
    void proposeNames(Placement& placement) const
    {
        std::uint32_t count = static_cast<std::uint32_t>(placement.seeds.size());
        for (const std::uint32_t c : placement.division)
            if (c != kNoMember)
                count = std::max(count, c + 1);
        placement.seeds.resize(count);
        Alternative sketch;
        sketch.contexts.resize(count);
        nameContexts(m_base, m_code, placement, sketch);
        for (std::uint32_t c = 0; c < count; ++c) {
            placement.seeds[c].id = sketch.contexts[c].id;
            if (placement.seeds[c].name.empty())
                placement.seeds[c].proposedName = sketch.contexts[c].name;
        }
    }

    Alternative completed(const Describer& describer, Placement placement, std::vector<core::Unmet> unmet, bool edited = true) const
    {
        std::vector<std::string> pinned;
        if (edited)
            applyToPlacement(m_options.decisions, m_base, placement, unmet, pinned);
        for (const auto& [group, context] : m_constraints.pin)
            for (std::uint32_t m = 0; m < m_base.set.size(); ++m)
                if (m_constraints.group[m] == group)
                    pinned.push_back(m_base.set.members[m].id);
        std::ranges::sort(pinned);
        pinned.erase(std::ranges::unique(pinned).begin(), pinned.end());
        Alternative out = describer.describe(placement);
        out.unmet = std::move(unmet);
        out.pinned = std::move(pinned);
        return out;
    }

    const core::CodeModel& m_code;
    const DecomposeOptions& m_options;
    SplitData m_data;
    EvidenceBase m_base;
    core::Job& m_job;
    ResolvedConstraints m_constraints;
    Search m_search;
    std::optional<Describer> m_describer; ///< for a slider
    std::map<double, Candidate> m_cuts;   ///< by resolution, for a slider
};

Result<std::unique_ptr<Run>> runFor(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job)
{
    auto data = effectiveData(options);
    if (!data)
        return std::unexpected(data.error());
    auto base = gatherEvidence(code, *data, {options.maskPackages, &options.history}, job);
    if (!base)
        return std::unexpected(base.error());
    return std::make_unique<Run>(code, options, std::move(*data), std::move(*base), job);
}

} // namespace

Result<core::Partition> decompose(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job)
{
    auto run = runFor(code, options, job);
    return run ? (*run)->decompose() : std::unexpected(run.error());
}

Result<core::Partition> applyDecisions(const core::CodeModel& code, core::Partition partition, const DecomposeOptions& options,
                                       core::Job& job)
{
    auto run = runFor(code, options, job);
    return run ? (*run)->redescribe(std::move(partition)) : std::unexpected(run.error());
}

struct Granularity::State {
    std::unique_ptr<Run> run;
    std::map<std::pair<double, bool>, core::Alternative> seen; ///< by resolution and whether edited
};

Granularity::Granularity(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Granularity::Granularity(Granularity&&) noexcept = default;
Granularity& Granularity::operator=(Granularity&&) noexcept = default;
Granularity::~Granularity() = default;

Result<Granularity> Granularity::prepare(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job)
{
    auto run = runFor(code, options, job);
    if (!run)
        return std::unexpected(run.error());
    if (auto ready = (*run)->prepare(); !ready)
        return std::unexpected(ready.error());
    auto state = std::make_unique<State>();
    state->run = std::move(*run);
    return Granularity(std::move(state));
}

Result<core::Alternative> Granularity::at(double resolution, bool edited)
{
    if (!(resolution > 0 && resolution <= kFinest))
        return core::failure(core::ErrorCode::InvalidArgument, "split.option.negative");
    const std::pair key(resolution, edited);
    if (const auto it = m_state->seen.find(key); it != m_state->seen.end())
        return it->second;
    auto made = m_state->run->at(resolution, edited);
    if (made)
        m_state->seen.emplace(key, *made);
    return made;
}

void Granularity::forgetEdits()
{
    std::erase_if(m_state->seen, [](const auto& one) { return one.first.second; });
}

Result<double> Granularity::agreement(double a, double b)
{
    for (const double resolution : {a, b})
        if (!(resolution > 0 && resolution <= kFinest))
            return core::failure(core::ErrorCode::InvalidArgument, "split.option.negative");
    const auto first = m_state->run->cut(a);
    if (!first)
        return std::unexpected(first.error());
    const auto second = m_state->run->cut(b);
    if (!second)
        return std::unexpected(second.error());
    return adjustedRand((*first)->placed, (*second)->placed);
}

} // namespace naru::analyzers::decompose
