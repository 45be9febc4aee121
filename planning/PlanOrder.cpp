#include "planning/PlanOrder.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace naru::planning {

using core::Plan;
using core::PlanBreak;
using core::PlannedContext;
using core::Wave;

namespace {

constexpr int kMostWaves = 1000;

using Edge = std::pair<std::size_t, std::size_t>;

std::size_t indexOf(const std::vector<Candidate>& candidates, const std::string& id)
{
    const auto found = std::ranges::find(candidates, id, [](const Candidate& one) { return one.planned.context; });
    return static_cast<std::size_t>(found - candidates.begin());
}

PlanBreak conflict(const char* key, const Candidate& first, const Candidate& second)
{
    return {key, {{"first", first.planned.name}, {"second", second.planned.name}}, {first.planned.context, second.planned.context}};
}

/// Whether `to` can be reached from `from` along the edges.
bool reaches(const std::vector<Edge>& edges, std::size_t from, std::size_t to)
{
    std::set<std::size_t> seen = {from};
    std::vector<std::size_t> open = {from};
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        if (at == to)
            return true;
        for (const auto& [before, after] : edges)
            if (before == at && seen.insert(after).second)
                open.push_back(after);
    }
    return false;
}

void readOrder(const core::Decision& decision, const std::string& id, const std::vector<Candidate>& candidates, OrderWishes& wishes,
               Plan& plan)
{
    const std::size_t first = indexOf(candidates, id);
    const nlohmann::json list = decision.value.is_array() ? decision.value : nlohmann::json::array({decision.value});
    for (const nlohmann::json& one : list) {
        const std::string other = one.is_string() ? one.get<std::string>() : std::string();
        const std::size_t second = indexOf(candidates, other);
        if (first == candidates.size() || second == candidates.size() || first == second) {
            plan.unmatched.push_back(first == candidates.size() ? id : other);
            continue;
        }
        if (reaches(wishes.before, second, first))
            plan.conflicts.push_back(conflict("planning.conflict.ring", candidates[first], candidates[second]));
        else
            wishes.before.emplace_back(first, second);
    }
}

} // namespace

OrderWishes readWishes(const std::vector<core::Decision>& decisions, std::vector<Candidate>& candidates, Plan& plan)
{
    constexpr std::string_view kWave = "wave/";
    constexpr std::string_view kBefore = "before/";
    OrderWishes wishes;
    for (const core::Decision& decision : decisions) {
        if (decision.area != "plan")
            continue;
        if (decision.key == "pilot" && decision.value.is_string()) {
            wishes.pilot = decision.value.get<std::string>();
            if (indexOf(candidates, wishes.pilot) == candidates.size()) {
                plan.unmatched.push_back(wishes.pilot);
                wishes.pilot.clear();
            }
        }
        if (decision.key.starts_with(kBefore))
            readOrder(decision, decision.key.substr(kBefore.size()), candidates, wishes, plan);
        if (!decision.key.starts_with(kWave))
            continue;
        const std::string id = decision.key.substr(kWave.size());
        const std::size_t found = indexOf(candidates, id);
        const nlohmann::json& value = decision.value;
        const nlohmann::json number = value.is_object() && value.contains("wave") ? value.at("wave") : value;
        if (found == candidates.size() || !number.is_number_integer() || number.get<std::int64_t>() < 1 ||
            number.get<std::int64_t>() > kMostWaves)
            plan.unmatched.push_back(id);
        else
            candidates[found].wanted = number.get<int>();
    }
    std::erase_if(wishes.before, [&](const Edge& edge) {
        const auto& [first, second] = edge;
        const auto& firstWave = candidates[first].wanted;
        const auto& secondWave = candidates[second].wanted;
        if (!firstWave || !secondWave || *firstWave <= *secondWave)
            return false;
        plan.conflicts.push_back(conflict("planning.conflict.wave", candidates[first], candidates[second]));
        return true;
    });
    if (!wishes.pilot.empty())
        if (const auto& wanted = candidates[indexOf(candidates, wishes.pilot)].wanted; wanted && *wanted != 1) {
            const Candidate& one = candidates[indexOf(candidates, wishes.pilot)];
            plan.conflicts.push_back(conflict("planning.conflict.pilot", one, one));
            wishes.pilot.clear();
        }
    return wishes;
}

namespace {

/// Puts the contexts one after the other.
class Ordering {
public:
    Ordering(std::vector<Candidate>& candidates, const core::Alternative& split, const OrderWishes& wishes, const PlanWeights& weights)
        : m_candidates(candidates),
          m_wishes(wishes),
          m_weights(weights),
          m_counted(std::ranges::any_of(candidates, [](const Candidate& one) { return one.facts.counted; })),
          m_owners(candidates.size()),
          m_placed(candidates.size(), false)
    {
        const auto owners = tableOwners(split);
        for (const core::SharedTable& table : split.sharedTables) {
            const std::size_t owner = indexOf(candidates, owners.at(table.table));
            if (owner == candidates.size())
                continue;
            std::set<std::string> users(table.readers.begin(), table.readers.end());
            users.insert(table.writers.begin(), table.writers.end());
            for (const std::string& user : users)
                if (const std::size_t at = indexOf(candidates, user); at < candidates.size() && at != owner)
                    m_owners[at][owner] += 1;
        }
    }

    /// An easy, valuable context with a way back that proves the way from the route to the data, as the review API of seed 002;
    /// the number of contexts when there is none.
    [[nodiscard]] std::size_t pilot() const
    {
        std::size_t best = m_candidates.size();
        double bestScore = 0;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const Candidate& one = m_candidates[i];
            const bool chosen = one.planned.context == m_wishes.pilot;
            // Without anything that users call there is no traffic to switch, and nothing to learn from.
            if (!chosen && (one.facts.entryPoints == 0 || (one.wanted && *one.wanted != 1)))
                continue;
            const bool late = std::ranges::any_of(m_wishes.before, [&](const Edge& edge) { return edge.second == i; });
            const double unproven = (one.facts.context->owns.empty() ? m_weights.pilotData : 0) +
                                    (m_counted && !one.facts.counted ? m_weights.pilotFunctions : 0);
            const double score = one.planned.pull - m_weights.pilotHold * one.planned.hold - debt(i) - unproven - (late ? 1e3 : 0) +
                                 (one.wanted ? 1e6 : 0) + (chosen ? 1e9 : 0);
            if (best == m_candidates.size() || score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    void place(std::size_t i) { m_placed[i] = true; }

    /// The next context, as far as the person's order allows.
    [[nodiscard]] std::size_t next() const
    {
        std::size_t best = m_candidates.size();
        double bestScore = 0;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            if (m_placed[i] ||
                std::ranges::any_of(m_wishes.before, [&](const Edge& edge) { return edge.second == i && !m_placed[edge.first]; }))
                continue;
            const double score = m_candidates[i].planned.pull - m_candidates[i].planned.hold - debt(i);
            if (best == m_candidates.size() || score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

private:
    /// What is owed to owners of tables that have not moved yet.
    [[nodiscard]] double debt(std::size_t i) const
    {
        int tables = 0;
        for (const auto& [owner, count] : m_owners[i])
            tables += m_placed[owner] ? 0 : count;
        return m_weights.ownerFirst * tables;
    }

    const std::vector<Candidate>& m_candidates;
    const OrderWishes& m_wishes;
    const PlanWeights& m_weights;
    bool m_counted;                                   ///< functions are counted for some context
    std::vector<std::map<std::size_t, int>> m_owners; ///< of each context: owner -> tables
    std::vector<bool> m_placed;
};

void say(PlannedContext& planned, const char* reason)
{
    planned.reasonKey = reason;
    planned.reasonArgs = {{"pull", fmt::format("{:.2f}", planned.pull)}, {"hold", fmt::format("{:.2f}", planned.hold)}};
}

/// Says why this one goes first, and what it proves; `counted`: functions are counted for some context.
void sayPilot(Candidate& pilot, bool chosen, bool counted)
{
    const bool data = !pilot.facts.context->owns.empty();
    const bool functions = !counted || pilot.facts.counted;
    const bool tied = pilot.planned.hold > pilot.planned.pull;
    say(pilot.planned, chosen                ? "planning.reason.pilot-chosen"
                       : !data && !functions ? "planning.reason.pilot-bare"
                       : !data               ? "planning.reason.pilot-no-data"
                       : !functions          ? "planning.reason.pilot-no-functions"
                       : tied                ? "planning.reason.pilot-tied"
                       : counted             ? "planning.reason.pilot"
                                             : "planning.reason.pilot-uncounted");
    pilot.planned.reasonArgs.emplace_back("entries", std::to_string(pilot.facts.entryPoints));
    pilot.planned.reasonArgs.emplace_back("points", pilot.planned.functionPoints.empty() ? "0" : pilot.planned.functionPoints);
    pilot.planned.reasonArgs.emplace_back("tables", std::to_string(pilot.facts.context->owns.size()));
}

/// The latest wave that each context may have, as it is wished before others whose wave a person chose; the pilot's is 1.
std::vector<int> latestWaves(const std::vector<Candidate>& candidates, const OrderWishes& wishes)
{
    std::vector<int> latest(candidates.size(), kMostWaves);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].wanted || candidates[i].wave > 0) // placed already: the pilot
            latest[i] = candidates[i].wanted.value_or(candidates[i].wave);
    for (bool changed = true; changed;) { // wishes form no ring, so this ends
        changed = false;
        for (const auto& [first, second] : wishes.before)
            if (latest[second] < latest[first]) {
                latest[first] = latest[second];
                changed = true;
            }
    }
    return latest;
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

} // namespace

void cutWaves(std::vector<Candidate>& candidates, const core::Alternative& split, const OrderWishes& wishes, const PlanWeights& weights)
{
    Ordering order(candidates, split, wishes, weights);
    const bool sized = std::ranges::any_of(candidates, [](const Candidate& one) { return one.planned.personMonths > 0; });
    const std::size_t pilot = order.pilot();
    if (pilot < candidates.size()) {
        candidates[pilot].wave = 1;
        candidates[pilot].planned.moved = candidates[pilot].wanted.has_value() || candidates[pilot].planned.context == wishes.pilot;
        sayPilot(candidates[pilot], candidates[pilot].planned.moved, sized);
        order.place(pilot);
    }
    int wave = pilot < candidates.size() ? 2 : 1;
    double months = 0;
    int inWave = 0;
    const std::vector<int> latest = latestWaves(candidates, wishes);
    for (std::size_t i = order.next(); i < candidates.size(); i = order.next()) {
        order.place(i);
        Candidate& one = candidates[i];
        if (one.wanted) {
            one.wave = *one.wanted;
            one.planned.moved = true;
            say(one.planned, "planning.reason.moved");
            continue;
        }
        const double own = one.planned.personMonths / weights.teamSize;
        int earliest = 1;
        for (const auto& [first, second] : wishes.before)
            if (second == i)
                earliest = std::max(earliest, candidates[first].wave);
        if (latest[i] < wave) {
            one.wave = std::max(latest[i], earliest);
            say(one.planned, "planning.reason.wished");
            continue;
        }
        const int least = std::max(wave, earliest);
        // A wave of contexts without counted functions would have no effort to tender: it goes on to the next that has, within reason.
        const double most = (sized && months == 0 ? 3 : 1) * weights.contextsPerWave;
        const bool full = inWave > 0 && ((sized && months + own > weights.longestWaveMonths) || inWave + 1 > most);
        if (full || least > wave) {
            wave = std::max(wave + (full ? 1 : 0), least);
            months = 0;
            inWave = 0;
        }
        one.wave = wave;
        say(one.planned, one.planned.pull >= one.planned.hold ? "planning.reason.pulled" : "planning.reason.held");
        months += own;
        ++inWave;
    }
    closeGaps(candidates);
}

void addUnmetWishes(const std::vector<Candidate>& candidates, const OrderWishes& wishes, Plan& plan)
{
    for (const auto& [first, second] : wishes.before)
        if (candidates[first].wave > candidates[second].wave)
            plan.conflicts.push_back(conflict("planning.conflict.wave", candidates[first], candidates[second]));
}

namespace {

void warn(Wave& wave, const char* key, PlanBreak detail)
{
    constexpr std::size_t kMostBreaks = 200;
    if (std::ranges::find(wave.warnings, key) == wave.warnings.end())
        wave.warnings.emplace_back(key);
    if (wave.breaks.size() < kMostBreaks && std::ranges::find(wave.breaks, detail) == wave.breaks.end())
        wave.breaks.push_back(std::move(detail));
}

std::string allNames(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& one : parts)
        out += (out.empty() ? "" : ", ") + one;
    return out;
}

} // namespace

void addBreaks(Plan& plan, const core::Alternative& split, const std::map<std::string, int>& waves)
{
    std::map<std::string, std::string> names;
    for (const core::Context& context : split.contexts)
        names[context.id] = context.name;
    const auto waveOf = [&](const std::string& context) {
        const auto found = waves.find(context);
        return found == waves.end() ? 0 : found->second;
    };
    const auto at = [&](int wave) -> Wave& { return plan.waves[static_cast<std::size_t>(wave)]; };
    for (const core::DistributedTransaction& one : split.distributedTransactions) {
        std::set<int> touched;
        std::vector<std::string> shown;
        for (const std::string& context : one.contexts) {
            touched.insert(waveOf(context));
            shown.push_back(names[context] + " (" + std::to_string(waveOf(context)) + ")");
        }
        touched.erase(0);
        if (touched.size() < 2)
            continue;
        for (const int wave : touched)
            warn(at(wave), "planning.warning.transaction-across-waves",
                 {"planning.break.transaction", {{"entry", one.entryPoint}, {"contexts", allNames(shown)}}, one.contexts});
    }
    const auto owners = tableOwners(split);
    for (const core::SharedTable& table : split.sharedTables) {
        std::set<std::string> users(table.readers.begin(), table.readers.end());
        users.insert(table.writers.begin(), table.writers.end());
        const std::string& owner = owners.at(table.table);
        for (const std::string& user : users)
            if (const int wave = waveOf(user); wave > 0 && wave < waveOf(owner))
                warn(at(wave), "planning.warning.before-owner",
                     {"planning.break.before-owner",
                      {{"context", names[user]},
                       {"table", table.table},
                       {"owner", names[owner]},
                       {"wave", std::to_string(waveOf(owner))}},
                      {user, owner}});
    }
    for (const std::vector<std::string>& ring : split.cycles) {
        std::vector<std::string> shown;
        std::set<int> touched;
        for (const std::string& context : ring) {
            shown.push_back(names[context]);
            touched.insert(waveOf(context));
        }
        touched.erase(0);
        for (const int wave : touched)
            warn(at(wave), "planning.warning.cycle", {"planning.break.cycle", {{"contexts", allNames(shown)}}, ring});
    }
}

} // namespace naru::planning
