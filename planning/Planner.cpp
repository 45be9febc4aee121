#include "planning/Planner.h"

#include "planning/ContextFacts.h"
#include "planning/PlanOrder.h"
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
    if (out.facts.changes > 0)
        planned.facts.emplace_back(kChangesFact, out.facts.changes);
    const auto& first = context.commands.empty() ? context.entryPoints : context.commands;
    planned.testsFirst.assign(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(std::min(kShownTests, first.size())));
    planned.compatible = context.entryPoints;
    weigh(out, weights);
    return out;
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
    const auto owners = tableOwners(*input.split);
    double effort = 0;
    for (Candidate& one : candidates) {
        one.planned.steps = contextSteps(*one.facts.context, *input.split, waves, owners, preparation.steps);
        Wave& wave = plan.waves[static_cast<std::size_t>(one.wave)];
        wave.personMonths += one.planned.personMonths;
        effort += one.planned.personMonths;
        wave.pilot = wave.pilot || isPilot(one.planned);
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
    addBreaks(plan, *input.split, waves);
    if (effort > 0) // else the whole plan says so
        for (Wave& wave : plan.waves)
            if (!wave.contexts.empty() && wave.personMonths <= 0)
                wave.warnings.emplace_back("planning.warning.no-effort");
}

void addGaps(Plan& plan, const PlanInput& input, const std::vector<ContextFacts>& facts)
{
    if (input.count == nullptr || std::ranges::none_of(facts, &ContextFacts::counted))
        plan.gaps.emplace_back("planning.gap.count");
    else if (std::ranges::any_of(facts, [](const ContextFacts& one) { return !one.counted; }))
        plan.gaps.emplace_back("planning.gap.count-some");
    if (input.estimate == nullptr)
        plan.gaps.emplace_back("planning.gap.estimate");
    if (input.audit == nullptr)
        plan.gaps.emplace_back("planning.gap.audit");
    if (std::ranges::none_of(facts, [](const ContextFacts& one) { return one.load > 0; }))
        plan.gaps.emplace_back("planning.gap.load");
    if (std::ranges::none_of(facts, [](const ContextFacts& one) { return one.changeRate > 0; }))
        plan.gaps.emplace_back("planning.gap.change-rate");
    plan.notes.emplace_back("planning.note.weights");
    plan.notes.emplace_back("planning.note.duration");
    if (!input.split->cycles.empty())
        plan.notes.emplace_back("planning.note.cycles");
    if (facts.size() == 1)
        plan.notes.emplace_back("planning.note.one-context");
}

/// The productivity of the estimate's tariff; without an estimate that of a person or of the weights.
void takeProductivity(Plan& plan, const PlanInput& input, const PlanWeights& weights)
{
    plan.fpPerManMonth = weights.fpPerManMonth;
    plan.productivity = {.kind = "clause", .source = "planning/weights.json " + weights.edition};
    for (const core::Decision& decision : input.decisions)
        if (decision.area == "plan" && decision.key == "weight/fpPerManMonth")
            plan.productivity = {.kind = "answer", .source = decision.who};
    if (input.estimate == nullptr)
        return;
    if (const auto productivity = Decimal::parse(input.estimate->productivity); productivity && productivity->approximate() > 0) {
        plan.fpPerManMonth = productivity->approximate();
        plan.productivity = {.kind = "tariff", .source = input.estimate->edition};
    }
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
    if (input.split == nullptr || input.code == nullptr)
        return failure(ErrorCode::InvalidArgument, "planning.no-split");
    if (input.split->contexts.empty())
        return failure(ErrorCode::InvalidArgument, "planning.empty-split");
    job.progress("planning.progress.plan", 0);
    const PlanWeights weights = decidedWeights(defaults, input.decisions);
    Plan out;
    out.weightsEdition = weights.edition;
    out.teamSize = weights.teamSize;
    for (const OrderWeight& one : weights.pull)
        out.weights.emplace_back(one.id, one.weight);
    for (const OrderWeight& one : weights.hold)
        out.weights.emplace_back(one.id, -one.weight);

    takeProductivity(out, input, weights);
    const std::vector<ContextFacts> facts = contextFacts(input);
    std::vector<Candidate> candidates;
    for (const ContextFacts& one : facts)
        candidates.push_back(candidateOf(one, weights, out.fpPerManMonth));
    if (job.cancelled())
        return failure(ErrorCode::Cancelled, "planning.cancelled");
    const OrderWishes wishes = readWishes(input.decisions, candidates, out);
    cutWaves(candidates, *input.split, wishes, weights);
    addUnmetWishes(candidates, wishes, out);
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
