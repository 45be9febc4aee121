#include "analyzers/decompose/SplitRun.h"

#include "analyzers/decompose/Agreement.h"
#include "analyzers/decompose/Decisions.h"
#include "analyzers/decompose/Standing.h"
#include "core/model/PartitionJson.h"

#include <algorithm>
#include <iterator>

namespace naru::analyzers::decompose {

using core::Alternative;
using core::Result;

namespace {

/// Two alternatives that agree more than this are one.
constexpr double kSame = 0.95;
constexpr int kMostAlternatives = 20;
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
    if (options.contexts < 0 || options.alternatives < 0 || !(options.resolution >= 0 && options.resolution <= kFinestResolution))
        return core::failure(core::ErrorCode::InvalidArgument, "split.option.negative");
    return data;
}

/// Descriptions that are kept; two of each of the usual three alternatives.
constexpr std::size_t kDescriptionsKept = 6;

/// Equal but for what a person says of a context: review, reviewer, note.
bool samePlaces(const Placement& a, const Placement& b)
{
    return a.division == b.division && a.standing == b.standing &&
           std::ranges::equal(a.seeds, b.seeds, [](const ContextSeed& x, const ContextSeed& y) {
               return !x.id.empty() && x.id == y.id && x.name == y.name && x.proposedName == y.proposedName && x.kind == y.kind;
           });
}

/// The number is stable when the steps of the ladder around agree with the proposal.
std::string stabilityReason(const Division& main, const std::vector<Search::Step>& steps)
{
    int agreeing = 0;
    for (const Search::Step& step : steps)
        agreeing += adjustedRand(main, step.division) >= 0.8 ? 1 : 0;
    if (agreeing * 2 >= static_cast<int>(steps.size()))
        return "split.number.stable";
    return agreeing >= 2 ? "split.number.partly-stable" : "split.number.unstable";
}

} // namespace

Result<std::unique_ptr<SplitRun>> SplitRun::gather(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job)
{
    auto data = effectiveData(options);
    if (!data)
        return std::unexpected(data.error());
    auto base = gatherEvidence(code, *data, {options.maskPackages, &options.history}, job);
    if (!base)
        return std::unexpected(base.error());
    return std::unique_ptr<SplitRun>(new SplitRun(code, options, std::move(*data), std::move(*base), job));
}

SplitRun::SplitRun(const core::CodeModel& code, DecomposeOptions options, SplitData data, EvidenceBase base, core::Job& job)
    : m_code(code),
      m_options(std::move(options)),
      m_data(std::move(data)),
      m_base(std::move(base)),
      m_job(&job),
      m_constraints(resolve(m_options.constraints, m_base.set)),
      m_search(code, m_base, m_data, m_constraints, job)
{
}

void SplitRun::use(core::Job& job)
{
    m_job = &job;
    m_search.use(job);
}

Result<void> SplitRun::prepare()
{
    if (m_prepared)
        return {};
    auto ready = m_search.prepare(m_data.thresholds.resolution, m_options.maskPackages);
    m_prepared = ready.has_value();
    return ready;
}

double SplitRun::resolution() const
{
    return m_options.resolution > 0 ? m_options.resolution : m_data.thresholds.resolution;
}

const Describer& SplitRun::describer()
{
    if (!m_describer)
        m_describer.emplace(m_code, m_base, m_search.graph(), m_data);
    return *m_describer;
}

Result<const SplitRun::Candidate*> SplitRun::cut(double resolution)
{
    if (const auto known = m_cuts.find(resolution); known != m_cuts.end())
        return &known->second;
    if (auto ready = prepare(); !ready)
        return std::unexpected(ready.error());
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

Result<Alternative> SplitRun::at(double resolution, const std::vector<core::Decision>& decisions)
{
    const auto candidate = cut(resolution);
    if (!candidate)
        return std::unexpected(candidate.error());
    return describe(**candidate, 1, decisions);
}

Result<double> SplitRun::agreement(double a, double b)
{
    const auto first = cut(a);
    if (!first)
        return std::unexpected(first.error());
    const auto second = cut(b);
    if (!second)
        return std::unexpected(second.error());
    return adjustedRand((*first)->placed, (*second)->placed);
}

Result<core::Partition> SplitRun::decompose()
{
    if (auto ready = prepare(); !ready)
        return std::unexpected(ready.error());
    auto candidates = choose();
    if (!candidates)
        return std::unexpected(candidates.error());
    core::Partition out = frame();
    out.ladder = std::move(m_ladder);
    for (const Candidate& candidate : *candidates) {
        if (m_job->cancelled())
            return core::failure(core::ErrorCode::Cancelled, "split.cancelled");
        out.alternatives.push_back(describe(candidate, out.alternatives.size() + 1, m_options.decisions));
        m_job->progress("split.progress.describe", static_cast<double>(out.alternatives.size()) / static_cast<double>(candidates->size()));
    }
    return out;
}

Result<core::Partition> SplitRun::redescribe(core::Partition partition, const std::vector<core::Decision>& decisions)
{
    if (auto ready = prepare(); !ready)
        return std::unexpected(ready.error());
    for (Alternative& alternative : partition.alternatives) {
        if (m_job->cancelled())
            return core::failure(core::ErrorCode::Cancelled, "split.cancelled");
        std::vector<core::Unmet> unmet = alternative.unmet; // of the proposal's own constraints
        const Placement placement = placementOf(alternative, m_base, m_search.usage(), unmet);
        Alternative fresh = completed(placement, decisions, std::move(unmet));
        std::vector<std::string> pinned;
        std::ranges::set_union(fresh.pinned, alternative.pinned, std::back_inserter(pinned));
        fresh.pinned = std::move(pinned);
        fresh.id = alternative.id;
        fresh.level = alternative.level;
        fresh.score = alternative.score;
        fresh.reasonKey = alternative.reasonKey;
        fresh.resolution = alternative.resolution;
        alternative = std::move(fresh);
    }
    return partition;
}

Result<std::vector<ContextPart>> SplitRun::parts(const Alternative& alternative, const std::string& context)
{
    if (auto ready = prepare(); !ready)
        return std::unexpected(ready.error());
    return partsOf(m_code, m_base, m_search.graph(), alternative, context);
}

core::Partition SplitRun::frame() const
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

double SplitRun::scoreOf(const Division& division) const
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

Result<std::vector<SplitRun::Candidate>> SplitRun::choose()
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
        if (const Search::Step& step = central(*steps); meanAgreement(step.division, *steps) > meanAgreement(*main, *steps) + kCentral) {
            *main = step.division;
            chosen = step.resolution;
        }
        reason = stabilityReason(*main, *steps);
    }
    m_ladder.clear();
    for (const Search::Step& step : *steps)
        m_ladder.push_back({step.resolution, static_cast<int>(step.contexts), adjustedRand(*main, step.division)});
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
double SplitRun::meanAgreement(const Division& division, const std::vector<Search::Step>& steps) const
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
const Search::Step& SplitRun::central(const std::vector<Search::Step>& steps) const
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

Alternative SplitRun::describe(const Candidate& candidate, std::size_t number, const std::vector<core::Decision>& decisions)
{
    Placement placement = standingOf(m_code, m_base, m_search.graph(), candidate.division, m_data);
    if (number == 1 && !m_options.previous.contexts.empty())
        inherit(m_options.previous, m_base.set, placement);
    proposeNames(placement);
    enforce(m_constraints, m_base, m_search.graph(), placement);
    Alternative out = completed(placement, decisions, m_constraints.unmet);
    out.id = "alternative-" + std::to_string(number);
    out.level = candidate.level;
    out.score = candidate.score;
    out.reasonKey = candidate.reasonKey;
    out.resolution = candidate.resolution;
    core::settle(out);
    if (m_options.contexts > 0 && number == 1 && out.contexts.size() != static_cast<std::size_t>(m_options.contexts))
        out.unmet.push_back({"contexts", {}, std::to_string(m_options.contexts), "split.unmet.number-of-contexts"});
    return out;
}

/// Ids and names that pins and decisions can refer to.
void SplitRun::proposeNames(Placement& placement) const
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

Alternative SplitRun::described(const Placement& placement)
{
    const auto known = std::ranges::find_if(m_described, [&](const Described& one) { return samePlaces(one.placement, placement); });
    if (known == m_described.end()) {
        if (m_described.size() == kDescriptionsKept)
            m_described.erase(m_described.begin());
        m_described.push_back({placement, describer().describe(placement)});
        core::settle(m_described.back().alternative);
        return m_described.back().alternative;
    }
    std::rotate(known, known + 1, m_described.end());
    Alternative out = m_described.back().alternative;
    for (core::Context& context : out.contexts)
        if (const auto seed = std::ranges::find(placement.seeds, context.id, &ContextSeed::id); seed != placement.seeds.end()) {
            context.review = seed->review;
            context.reviewer = seed->reviewer;
            context.note = seed->note;
        }
    return out;
}

Alternative SplitRun::completed(Placement placement, const std::vector<core::Decision>& decisions, std::vector<core::Unmet> unmet)
{
    std::vector<std::string> pinned;
    applyToPlacement(decisions, m_base, placement, unmet, pinned);
    for (const auto& [group, context] : m_constraints.pin)
        for (std::uint32_t m = 0; m < m_base.set.size(); ++m)
            if (m_constraints.group[m] == group)
                pinned.push_back(m_base.set.members[m].id);
    std::ranges::sort(pinned);
    pinned.erase(std::ranges::unique(pinned).begin(), pinned.end());
    Alternative out = described(placement);
    out.unmet = std::move(unmet);
    out.pinned = std::move(pinned);
    return out;
}

} // namespace naru::analyzers::decompose
