#include "planning/Planner.h"

#include "planning/ContextFacts.h"
#include "planning/Steps.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace naru::planning {

using core::Decimal;
using core::ErrorCode;
using core::failure;
using core::Plan;
using core::PlannedContext;
using core::Result;
using core::Wave;

namespace {

constexpr std::size_t kShownTests = 10;

struct Candidate {
    ContextFacts facts;
    PlannedContext planned;
    std::optional<int> wanted; ///< wave a person chose
    int wave = 0;
};

void weigh(Candidate& candidate, const PlanWeights& weights)
{
    PlannedContext& planned = candidate.planned;
    for (const OrderWeight& one : weights.pull) {
        const double part = one.weight * candidate.facts.measures[one.id];
        planned.pull += part;
        planned.parts.emplace_back(one.id, part);
    }
    for (const OrderWeight& one : weights.hold) {
        const double part = one.weight * candidate.facts.measures[one.id];
        planned.hold += part;
        planned.parts.emplace_back(one.id, -part);
    }
}

Candidate candidateOf(ContextFacts facts, const PlanWeights& weights, double fpPerManMonth)
{
    Candidate out{.facts = std::move(facts)};
    const core::Context& context = *out.facts.context;
    PlannedContext& planned = out.planned;
    planned.context = context.id;
    planned.name = context.name;
    if (out.facts.counted) {
        planned.functionPoints = out.facts.functionPoints.text();
        planned.personMonths = out.facts.functionPoints.approximate() / fpPerManMonth;
    }
    planned.facts = {{"members", static_cast<int>(context.members.size())},
                     {"tables", static_cast<int>(context.owns.size())},
                     {"entryPoints", out.facts.entryPoints},
                     {"interfacesIn", out.facts.interfacesIn},
                     {"interfacesOut", out.facts.interfacesOut},
                     {"sharedTables", out.facts.sharedTables},
                     {"distributedTransactions", out.facts.distributedTransactions}};
    const auto& first = context.commands.empty() ? context.entryPoints : context.commands;
    planned.testsFirst.assign(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(std::min(kShownTests, first.size())));
    planned.compatible = context.entryPoints;
    weigh(out, weights);
    return out;
}

/// Reads the person's waves and weights; lists what no longer matches.
void readDecisions(const PlanInput& input, std::vector<Candidate>& candidates, Plan& plan)
{
    constexpr std::string_view kWave = "wave/";
    for (const core::Decision& decision : input.decisions) {
        if (decision.area != "plan" || !decision.key.starts_with(kWave))
            continue;
        const std::string id = decision.key.substr(kWave.size());
        const auto found = std::ranges::find(candidates, id, [](const Candidate& one) { return one.planned.context; });
        const nlohmann::json& value = decision.value;
        const nlohmann::json number = value.is_object() && value.contains("wave") ? value.at("wave") : value;
        constexpr int kMostWaves = 1000;
        if (found == candidates.end() || !number.is_number_integer() || number.get<std::int64_t>() < 1 ||
            number.get<std::int64_t>() > kMostWaves)
            plan.unmatched.push_back(id);
        else
            found->wanted = number.get<int>();
    }
}

/// An easy, valuable context with a way back, as the review API of seed 002.
std::size_t choosePilot(const std::vector<Candidate>& candidates, const PlanWeights& weights)
{
    std::size_t best = candidates.size();
    double bestScore = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const PlannedContext& planned = candidates[i].planned;
        // Without anything that users call there is no traffic to switch, and nothing to learn from.
        if (candidates[i].facts.entryPoints == 0 || (candidates[i].wanted && *candidates[i].wanted != 1))
            continue;
        const double score = planned.pull - weights.pilotHold * planned.hold + (candidates[i].wanted ? 1e6 : 0);
        if (best == candidates.size() || score > bestScore) {
            best = i;
            bestScore = score;
        }
    }
    return best;
}

/// Gives every context its wave: the pilot first, then by pull less hold, as many as a wave's length allows.
void cutWaves(std::vector<Candidate>& candidates, const PlanWeights& weights)
{
    const std::size_t pilot = choosePilot(candidates, weights);
    if (pilot < candidates.size()) {
        candidates[pilot].wave = 1;
        candidates[pilot].planned.reasonKey = "planning.reason.pilot";
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (i != pilot)
            order.push_back(i);
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        const auto score = [&](std::size_t i) { return candidates[i].planned.pull - candidates[i].planned.hold; };
        return score(left) > score(right);
    });
    const bool sized = std::ranges::any_of(candidates, [](const Candidate& one) { return one.planned.personMonths > 0; });
    constexpr int kUnsizedPerWave = 3;
    int wave = pilot < candidates.size() ? 2 : 1;
    double months = 0;
    int inWave = 0;
    for (const std::size_t i : order) {
        Candidate& one = candidates[i];
        if (one.wanted) {
            one.wave = *one.wanted;
            one.planned.moved = true;
            one.planned.reasonKey = "planning.reason.moved";
            continue;
        }
        const double own = one.planned.personMonths / weights.teamSize;
        const bool full = inWave > 0 && (sized ? months + own > weights.longestWaveMonths : inWave == kUnsizedPerWave);
        if (full) {
            ++wave;
            months = 0;
            inWave = 0;
        }
        one.wave = wave;
        one.planned.reasonKey = one.planned.pull >= one.planned.hold ? "planning.reason.pulled" : "planning.reason.held";
        months += own;
        ++inWave;
    }
    if (pilot < candidates.size() && candidates[pilot].wanted)
        candidates[pilot].planned.moved = true;
}

/// Wave numbers without holes, in order.
void closeGaps(std::vector<Candidate>& candidates)
{
    std::set<int> used;
    for (const Candidate& one : candidates)
        used.insert(one.wave);
    for (Candidate& one : candidates)
        one.wave = 1 + static_cast<int>(std::distance(used.begin(), used.find(one.wave)));
}

/// Shares the development cost by function points. What belongs to no context stays unshared.
void shareCost(std::vector<Candidate>& candidates, const core::Estimate& estimate)
{
    const auto cost = Decimal::parse(estimate.developmentCost);
    const auto total = Decimal::parse(estimate.fp);
    if (!cost || !total || total->zero())
        return;
    for (Candidate& one : candidates)
        if (one.facts.counted)
            one.planned.cost = (*cost * one.facts.functionPoints / *total).rounded(0, core::Rounding::HalfEven).text();
}

void warn(Wave& wave, const char* key)
{
    if (std::ranges::find(wave.warnings, key) == wave.warnings.end())
        wave.warnings.emplace_back(key);
}

/// What breaks when contexts that belong together move apart.
void addWarnings(Plan& plan, const core::Alternative& split, const std::map<std::string, int>& waves)
{
    const auto waveOf = [&](const std::string& context) {
        const auto found = waves.find(context);
        return found == waves.end() ? 0 : found->second;
    };
    for (const core::DistributedTransaction& one : split.distributedTransactions) {
        std::set<int> touched;
        for (const std::string& context : one.contexts)
            touched.insert(waveOf(context));
        touched.erase(0);
        if (touched.size() > 1)
            for (const int wave : touched)
                warn(plan.waves[static_cast<std::size_t>(wave)], "planning.warning.transaction-across-waves");
    }
    for (const core::SharedTable& table : split.sharedTables)
        for (const auto* users : {&table.readers, &table.writers})
            for (const std::string& user : *users)
                if (const int wave = waveOf(user); wave > 0 && wave < waveOf(table.proposedOwner))
                    warn(plan.waves[static_cast<std::size_t>(wave)], "planning.warning.before-owner");
    for (const std::vector<std::string>& ring : split.cycles)
        for (const std::string& context : ring)
            if (const int wave = waveOf(context); wave > 0)
                warn(plan.waves[static_cast<std::size_t>(wave)], "planning.warning.cycle");
}

void fillWaves(Plan& plan, std::vector<Candidate>& candidates, const PlanInput& input, const PlanWeights& weights,
               const ArchitectureFacts& facts)
{
    std::map<std::string, int> waves;
    int last = 0;
    for (const Candidate& one : candidates) {
        waves[one.planned.context] = one.wave;
        last = std::max(last, one.wave);
    }
    plan.waves.resize(static_cast<std::size_t>(last) + 1);
    Wave& preparation = plan.waves.front();
    preparation.nameKey = "planning.wave.preparation";
    preparation.steps = preparationSteps(facts, input.audit != nullptr);
    std::ranges::stable_sort(candidates, [](const Candidate& left, const Candidate& right) {
        return left.planned.pull - left.planned.hold > right.planned.pull - right.planned.hold;
    });
    double effort = 0;
    for (Candidate& one : candidates) {
        one.planned.steps = contextSteps(*one.facts.context, *input.split, waves, preparation.steps);
        Wave& wave = plan.waves[static_cast<std::size_t>(one.wave)];
        wave.personMonths += one.planned.personMonths;
        effort += one.planned.personMonths;
        wave.pilot = wave.pilot || one.planned.reasonKey == "planning.reason.pilot";
        wave.contexts.push_back(std::move(one.planned));
    }
    preparation.personMonths = effort * weights.preparationPercent / 100;
    double start = 0;
    for (std::size_t i = 0; i < plan.waves.size(); ++i) {
        Wave& wave = plan.waves[i];
        wave.number = static_cast<int>(i);
        if (wave.nameKey.empty())
            wave.nameKey = wave.pilot                   ? "planning.wave.pilot"
                           : i + 1 == plan.waves.size() ? "planning.wave.last"
                                                        : "planning.wave.extension";
        wave.durationMonths = wave.personMonths / weights.teamSize;
        wave.startMonth = start;
        start += wave.durationMonths;
    }
    addWarnings(plan, *input.split, waves);
}

void addGaps(Plan& plan, const PlanInput& input, const std::vector<ContextFacts>& facts)
{
    if (input.count == nullptr || std::ranges::none_of(facts, &ContextFacts::counted))
        plan.gaps.emplace_back("planning.gap.count");
    if (input.estimate == nullptr)
        plan.gaps.emplace_back("planning.gap.estimate");
    if (input.audit == nullptr)
        plan.gaps.emplace_back("planning.gap.audit");
    if (std::ranges::none_of(facts, [](const ContextFacts& one) { return one.load > 0; }))
        plan.gaps.emplace_back("planning.gap.load");
    if (std::ranges::none_of(facts, [](const ContextFacts& one) { return one.changeRate > 0; }))
        plan.gaps.emplace_back("planning.gap.change-rate");
    plan.gaps.emplace_back("planning.gap.platform");
    plan.notes.emplace_back("planning.note.weights");
    plan.notes.emplace_back("planning.note.duration");
    if (facts.size() == 1)
        plan.notes.emplace_back("planning.note.one-context");
}

PlanWeights decidedWeights(PlanWeights weights, const std::vector<core::Decision>& decisions)
{
    constexpr std::string_view kPrefix = "weight/";
    for (const core::Decision& decision : decisions)
        if (decision.area == "plan" && decision.key.starts_with(kPrefix) && decision.value.is_number())
            (void)weights.set(std::string_view(decision.key).substr(kPrefix.size()), decision.value.get<double>());
    return weights;
}

} // namespace

Result<Plan> plan(const PlanInput& input, const PlanWeights& defaults, const ArchitectureCatalog& catalog, core::Job& job)
{
    if (input.split == nullptr || input.code == nullptr || input.split->contexts.empty())
        return failure(ErrorCode::InvalidArgument, "planning.no-split");
    job.progress("planning.progress.plan", 0);
    const PlanWeights weights = decidedWeights(defaults, input.decisions);
    Plan out;
    out.weightsEdition = weights.edition;
    out.teamSize = weights.teamSize;
    for (const OrderWeight& one : weights.pull)
        out.weights.emplace_back(one.id, one.weight);
    for (const OrderWeight& one : weights.hold)
        out.weights.emplace_back(one.id, -one.weight);

    double fpPerManMonth = weights.fpPerManMonth;
    if (input.estimate != nullptr)
        if (const auto productivity = Decimal::parse(input.estimate->productivity); productivity && productivity->approximate() > 0)
            fpPerManMonth = productivity->approximate();
    const std::vector<ContextFacts> facts = contextFacts(input);
    std::vector<Candidate> candidates;
    for (const ContextFacts& one : facts)
        candidates.push_back(candidateOf(one, weights, fpPerManMonth));
    if (job.cancelled())
        return failure(ErrorCode::Cancelled, "planning.cancelled");
    readDecisions(input, candidates, out);
    cutWaves(candidates, weights);
    closeGaps(candidates);
    if (input.estimate != nullptr)
        shareCost(candidates, *input.estimate);
    const ArchitectureFacts found = factsOf(*input.code, *input.split, input.audit);
    fillWaves(out, candidates, input, weights, found);
    out.architecture = chooseArchitecture(catalog, found);
    addGaps(out, input, facts);
    job.progress("planning.progress.plan", 1);
    return out;
}

} // namespace naru::planning
