#include "planning/portfolio/PortfolioPlan.h"

#include "core/base/JsonDocument.h"
#include "core/model/LocalTextData.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace naru::planning {

using core::Decimal;
using core::JsonCursor;
using core::Portfolio;
using core::PortfolioSystem;
using core::RoadmapYear;

namespace {

std::vector<Criterion> criteriaAt(const JsonCursor& place)
{
    std::vector<Criterion> out;
    for (const JsonCursor& at : place.items())
        out.push_back({.id = at.at("id").string(), .weight = at.at("weight").number(), .name = core::localTextWithin(at.at("name"))});
    return out;
}

std::optional<double> numberAt(const JsonCursor& at, std::string_view key)
{
    return at.has(key) ? std::optional(at.at(key).number()) : std::nullopt;
}

/// Mean of what is known, by weight; none when nothing is.
std::optional<double> weighted(const SystemFacts& facts, const std::vector<Criterion>& criteria, PortfolioSystem& out)
{
    double sum = 0;
    double weight = 0;
    for (const Criterion& one : criteria)
        if (const auto found = facts.measures.find(one.id); found != facts.measures.end()) {
            const double value = std::clamp(found->second, 0.0, 100.0);
            out.parts.emplace_back(one.id, value);
            sum += one.weight * value;
            weight += one.weight;
        }
    return weight > 0 ? std::optional(sum / weight) : std::nullopt;
}

bool fits(const SegmentRule& rule, const SystemFacts& facts, const PortfolioSystem& system)
{
    const auto from = [](const std::optional<double>& limit, const std::optional<double>& value) {
        return !limit || (value && *value >= *limit);
    };
    const auto below = [](const std::optional<double>& limit, const std::optional<double>& value) {
        return !limit || (value && *value < *limit);
    };
    return (rule.verdict.empty() || rule.verdict == facts.verdict) && from(rule.valueFrom, system.value) &&
           below(rule.valueBelow, system.value) && from(rule.readinessFrom, system.readiness) &&
           below(rule.readinessBelow, system.readiness);
}

std::string shown(const std::optional<double>& value)
{
    return value ? fmt::format("{:.0f}", *value) : "-";
}

PortfolioSystem systemOf(const SystemFacts& facts, const PortfolioRules& rules)
{
    PortfolioSystem out{.system = facts.system, .name = facts.name, .functionPoints = facts.functionPoints, .cost = facts.cost};
    out.readiness = weighted(facts, rules.readiness, out);
    out.value = weighted(facts, rules.value, out);
    out.score = rules.readinessWeight * out.readiness.value_or(0) + rules.valueWeight * out.value.value_or(0);
    if (!out.readiness)
        out.gaps.emplace_back("planning.portfolio.gap.readiness");
    if (!out.value)
        out.gaps.emplace_back("planning.portfolio.gap.value");
    if (out.cost.empty())
        out.gaps.emplace_back("planning.portfolio.gap.cost");
    if (!out.readiness && !out.value) {
        out.reasonKey = "planning.portfolio.reason.unknown"; // nothing is known: nothing is invented
        return out;
    }
    for (const SegmentRule& rule : rules.segments)
        if (fits(rule, facts, out)) {
            out.proposedSegment = out.segment = rule.segment;
            break;
        }
    out.reasonKey = "planning.portfolio.reason." + (out.segment.empty() ? std::string("unknown") : out.segment);
    out.reasonArgs = {{"readiness", shown(out.readiness)}, {"value", shown(out.value)}};
    return out;
}

void decide(const std::vector<core::Decision>& decisions, const PortfolioRules& rules, Portfolio& out)
{
    std::map<core::SystemId, PortfolioSystem*> systems;
    for (PortfolioSystem& one : out.systems)
        systems[one.system] = &one;
    for (const core::Decision& decision : decisions) {
        if (decision.area != "portfolio" || decision.system == 0 || (decision.key != "segment" && decision.key != "year"))
            continue;
        const auto found = systems.find(decision.system);
        if (found == systems.end())
            continue;
        PortfolioSystem& one = *found->second;
        const nlohmann::json& value = decision.value;
        if (decision.key == "year" && value.is_number_integer()) {
            one.year = value.get<int>();
            one.yearChosen = true;
        }
        if (decision.key != "segment")
            continue;
        const std::string segment = value.is_string() ? value.get<std::string>() : value.is_object() ? value.value("segment", "") : "";
        const bool known = std::ranges::find(rules.segments, segment, &SegmentRule::segment) != rules.segments.end();
        if (!known) {
            out.unmatched.push_back(one.name + ": " + segment);
            continue;
        }
        one.segment = segment;
        one.overridden = true;
        one.note = value.is_object() ? value.value("note", "") : "";
    }
}

/// Years from the start to the last target, each with its target.
std::vector<RoadmapYear> yearsOf(const PortfolioRules& rules, const std::vector<core::Decision>& decisions)
{
    std::map<int, double> targets = rules.targets;
    int start = rules.startYear;
    constexpr std::string_view kTarget = "target/";
    for (const core::Decision& decision : decisions) {
        if (decision.area != "portfolio" || decision.system != 0 || !decision.value.is_number())
            continue;
        if (decision.key == "startYear")
            start = decision.value.get<int>();
        if (decision.key.starts_with(kTarget)) {
            const std::string year = decision.key.substr(kTarget.size());
            if (year.size() == 4 && std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; }))
                targets[std::stoi(year)] = std::clamp(decision.value.get<double>(), 0.0, 100.0);
        }
    }
    std::vector<RoadmapYear> out;
    double reached = 0;
    for (const auto& [year, percent] : targets) {
        reached = std::max(reached, percent); // what has moved does not move back
        if (year >= start)
            out.push_back({.year = year, .targetPercent = reached});
    }
    return out;
}

void spread(Portfolio& out, const PortfolioRules& rules)
{
    if (out.roadmap.empty())
        return;
    const auto moves = [&](const PortfolioSystem& one) { return std::ranges::find(rules.moving, one.segment) != rules.moving.end(); };
    const auto all = static_cast<double>(out.systems.size());
    int moved = 0;
    std::vector<PortfolioSystem*> waiting;
    for (PortfolioSystem& one : out.systems) {
        if (!moves(one))
            one.year = one.yearChosen ? one.year : 0;
        else if (!one.yearChosen)
            waiting.push_back(&one);
    }
    std::size_t next = 0;
    for (std::size_t y = 0; y < out.roadmap.size(); ++y) {
        RoadmapYear& year = out.roadmap[y];
        const bool last = y + 1 == out.roadmap.size();
        for (const PortfolioSystem& one : out.systems)
            if (one.yearChosen && one.year == year.year && moves(one))
                ++moved;
        const int wanted = static_cast<int>(std::ceil(all * year.targetPercent / 100 - 1e-9));
        // Beyond the target the rest is spread evenly over the years that remain.
        const auto left = static_cast<int>(waiting.size() - next);
        const int share = (left + static_cast<int>(out.roadmap.size() - y) - 1) / static_cast<int>(out.roadmap.size() - y);
        const int quota = last ? left : std::max(wanted - moved, wanted <= moved ? share : 0);
        for (int n = 0; n < quota && next < waiting.size(); ++n, ++next, ++moved)
            waiting[next]->year = year.year;
        Decimal budget;
        for (const PortfolioSystem& one : out.systems) {
            if (one.year != year.year || !moves(one))
                continue;
            ++year.systems;
            const auto cost = Decimal::parse(one.cost);
            if (cost)
                budget += *cost;
            else
                ++year.withoutCost;
        }
        year.budget = budget.rounded(0, core::Rounding::HalfEven).text();
        year.reachedPercent = all > 0 ? 100 * moved / all : 0;
    }
}

void addEffects(const std::vector<SystemFacts>& systems, const PortfolioRules& rules, Portfolio& out)
{
    for (const auto& [factors, effect] : rules.effects) {
        core::ExpectedEffect one = effect;
        one.factors = factors;
        for (const SystemFacts& facts : systems) {
            int count = 0;
            for (const int factor : factors)
                if (const auto found = facts.findings.find(factor); found != facts.findings.end())
                    count += found->second;
            one.findings += count;
            if (count > 0)
                one.systems.emplace_back(facts.name, count);
        }
        std::ranges::stable_sort(one.systems, std::ranges::greater(), &std::pair<std::string, int>::second);
        out.effects.push_back(std::move(one));
    }
}

} // namespace

core::Result<PortfolioRules> PortfolioRules::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "planning" / "portfolio.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.portfolio-rules/1"};
        static const std::vector<std::string_view> kSegments = {"keep", "rehost", "replatform", "refactor", "retire"};
        (void)root.at("schema").choice(kSchema);
        PortfolioRules out;
        out.edition = root.at("edition").string();
        out.readiness = criteriaAt(root.at("readiness"));
        out.value = criteriaAt(root.at("value"));
        out.readinessWeight = root.at("score").at("readiness").number();
        out.valueWeight = root.at("score").at("value").number();
        for (const JsonCursor& at : root.at("segments").items())
            out.segments.push_back({.segment = std::string(kSegments[at.at("segment").choice(kSegments)]),
                                    .verdict = at.stringOr("verdict", ""),
                                    .valueFrom = numberAt(at, "valueFrom"),
                                    .valueBelow = numberAt(at, "valueBelow"),
                                    .readinessFrom = numberAt(at, "readinessFrom"),
                                    .readinessBelow = numberAt(at, "readinessBelow")});
        out.moving = root.at("moving").strings();
        out.startYear = root.at("startYear").integer();
        for (const JsonCursor& at : root.at("targets").items())
            out.targets[at.at("year").integer()] = at.at("percent").number();
        out.targetSource = core::localTextWithin(root.at("targetSource"));
        for (const JsonCursor& at : root.at("effects").items()) {
            std::vector<int> factors;
            for (const JsonCursor& factor : at.at("factors").items())
                factors.push_back(factor.integer());
            out.effects.emplace_back(std::move(factors), core::ExpectedEffect{.id = at.at("id").string(),
                                                                              .name = core::localTextWithin(at.at("name")),
                                                                              .text = core::localTextWithin(at.at("text"))});
        }
        for (const JsonCursor& at : root.at("contract").items())
            out.contract.push_back(
                {.id = at.at("id").string(), .title = core::localTextWithin(at.at("title")), .text = core::localTextWithin(at.at("text"))});
        return out;
    });
}

core::Result<Portfolio> planPortfolio(const std::vector<SystemFacts>& systems, const PortfolioRules& rules,
                                      const std::vector<core::Decision>& decisions)
{
    if (systems.empty())
        return core::failure(core::ErrorCode::InvalidArgument, "planning.portfolio.none");
    Portfolio out{.edition = rules.edition, .contract = rules.contract, .targetSource = rules.targetSource};
    for (const SystemFacts& facts : systems)
        out.systems.push_back(systemOf(facts, rules));
    std::ranges::stable_sort(out.systems, [](const PortfolioSystem& left, const PortfolioSystem& right) {
        return left.score != right.score ? left.score > right.score : left.name < right.name;
    });
    int rank = 0;
    for (PortfolioSystem& one : out.systems)
        one.rank = ++rank;
    decide(decisions, rules, out);
    out.roadmap = yearsOf(rules, decisions);
    spread(out, rules);
    addEffects(systems, rules, out);
    out.notes = {"planning.portfolio.note.rules", "planning.portfolio.note.targets", "planning.portfolio.note.budget"};
    return out;
}

} // namespace naru::planning
