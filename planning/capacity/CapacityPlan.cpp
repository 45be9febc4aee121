#include "planning/capacity/CapacityPlan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace naru::planning {

using core::Capacity;
using core::PeakCheck;
using core::ServiceCapacity;
using core::ServiceLevel;

namespace {

constexpr double kHour = 3600;
constexpr std::size_t kWeek = 168;

/// What one hour gives; the backlog goes into the next.
struct HourAnswer {
    double served = 0;
    double refused = 0;
    double waitSeconds = 0;
};

/// One service under one way of giving it instances.
class ServiceRun {
public:
    ServiceRun(double rate, double patience) : m_rate(rate), m_patience(patience) {}

    /// `arrivals` in `seconds` served by `instances`.
    HourAnswer serve(double arrivals, double seconds, int instances)
    {
        HourAnswer out;
        const double capacity = instances * m_rate * seconds;
        const double perSecond = seconds > 0 ? arrivals / seconds : 0;
        constexpr double kNearlyFull = 0.995; // above it a queue does not settle within an hour
        if (m_backlog <= 0 && perSecond < kNearlyFull * instances * m_rate) {
            out.served = arrivals;
            const double wait = erlangC(perSecond, m_rate, instances).meanWait;
            out.waitSeconds = m_patience > 0 ? std::min(wait, m_patience) : wait;
            return out;
        }
        const double before = m_backlog;
        const double all = arrivals + m_backlog;
        out.served = std::min(all, capacity);
        const double longest = m_patience * instances * m_rate;
        out.refused = std::max(0.0, all - out.served - longest);
        m_backlog = all - out.served - out.refused;
        out.waitSeconds = (std::min(before, longest) + m_backlog) / 2 / (instances * m_rate);
        return out;
    }

    void add(const HourAnswer& answer, double capacityHours)
    {
        m_level.served += answer.served;
        m_level.refused += answer.refused;
        m_level.meanWaitMs += answer.waitSeconds * 1000 * answer.served;
        m_level.instanceHours += capacityHours;
        m_overloaded = m_overloaded || answer.refused > 0;
        m_hourWait += answer.waitSeconds * answer.served;
        m_hourServed += answer.served;
    }

    void endHour(int instances)
    {
        const double response = (m_hourServed > 0 ? m_hourWait / m_hourServed : 0) + 1 / m_rate;
        m_level.worstResponseMs = std::max(m_level.worstResponseMs, response * 1000);
        m_level.hoursOverloaded += m_overloaded ? 1 : 0;
        m_level.least = m_hours == 0 ? instances : std::min(m_level.least, instances);
        m_level.most = std::max(m_level.most, instances);
        ++m_hours;
        m_overloaded = false;
        m_hourWait = m_hourServed = 0;
    }

    [[nodiscard]] ServiceLevel level() const
    {
        ServiceLevel out = m_level;
        out.meanWaitMs = out.served > 0 ? out.meanWaitMs / out.served : 0;
        out.meanResponseMs = out.meanWaitMs + 1000 / m_rate;
        out.utilisation = out.instanceHours > 0 ? out.served / (out.instanceHours * m_rate * kHour) : 0;
        return out;
    }

private:
    double m_rate; ///< requests a second of one instance
    double m_patience;
    double m_backlog = 0;
    ServiceLevel m_level;
    int m_hours = 0;
    bool m_overloaded = false;
    double m_hourWait = 0;
    double m_hourServed = 0;
};

struct Service {
    const LoadProfile* profile = nullptr;
    double rate = 0;
    int fixed = 1;
    int least = 1;
    int most = 1;
    int now = 1; ///< scaled instances
    ServiceRun fixedRun;
    ServiceRun scaledRun;
};

/// Shares the pool: everyone its least first, then whoever wants more, the greatest shortage first.
std::vector<int> shared(const std::vector<Service>& services, const std::vector<int>& wanted, int pool)
{
    const int all = std::accumulate(wanted.begin(), wanted.end(), 0);
    if (all <= pool)
        return wanted;
    std::vector<int> out(wanted.size());
    int left = pool;
    double short_ = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        out[i] = std::min(wanted[i], services[i].least);
        left -= out[i];
        short_ += wanted[i] - out[i];
    }
    if (left <= 0 || short_ <= 0)
        return out;
    std::vector<std::pair<double, std::size_t>> rest;
    const int spread = left;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const double share = spread * (wanted[i] - out[i]) / short_;
        const int whole = std::min(wanted[i] - out[i], static_cast<int>(share));
        out[i] += whole;
        left -= whole;
        rest.emplace_back(-(share - whole), i);
    }
    std::ranges::sort(rest);
    for (const auto& [part, i] : rest)
        if (left > 0 && out[i] < wanted[i]) {
            ++out[i];
            --left;
        }
    return out;
}

class Simulation {
public:
    Simulation(const LoadSet& load, const CapacityDefaults& defaults)
        : m_load(load),
          m_defaults(defaults),
          m_target(load.targetUtilisation.value_or(defaults.targetUtilisation)),
          m_patience(load.patienceSeconds.value_or(defaults.patienceSeconds)),
          m_start(load.startSeconds.value_or(defaults.startSeconds)),
          m_seed(load.seed.value_or(defaults.seed))
    {
    }

    core::Result<Capacity> run(core::Job& job)
    {
        prepare();
        std::size_t hours = 0;
        for (const LoadProfile& profile : m_load.profiles)
            hours = std::max(hours, profile.hourly.size());
        Random random(m_seed);
        for (std::size_t hour = 0; hour < hours; ++hour) {
            if (hour % kWeek == 0) {
                if (job.cancelled())
                    return core::failure(core::ErrorCode::Cancelled, "planning.cancelled");
                job.progress("planning.progress.capacity", static_cast<double>(hour) / static_cast<double>(hours));
            }
            runHour(hour, random);
        }
        finish(hours);
        job.progress("planning.progress.capacity", 1);
        return std::move(m_out);
    }

private:
    [[nodiscard]] int enough(double perHour, double rate) const
    {
        return std::max(1, static_cast<int>(std::ceil(std::min(1e6, perHour / kHour / rate / m_target - 1e-9))));
    }

    void prepare()
    {
        int sum = 0;
        for (const LoadProfile& profile : m_load.profiles) {
            double peak = 0;
            for (const auto& value : profile.hourly)
                peak = std::max(peak, value.value_or(0));
            const double rate = 1000 / profile.serviceMs;
            Service service{.profile = &profile,
                            .rate = rate,
                            .fixed = profile.fixed > 0 ? profile.fixed : enough(peak, rate),
                            .least = profile.least > 0 ? profile.least : m_defaults.least,
                            .fixedRun = ServiceRun(rate, m_patience),
                            .scaledRun = ServiceRun(rate, m_patience)};
            service.most = profile.most;
            service.now = service.least;
            sum += service.fixed;
            m_services.push_back(std::move(service));
        }
        m_pool = m_load.pool > 0 ? m_load.pool : sum;
        for (Service& service : m_services)
            service.most = std::max(service.least, service.most > 0 ? service.most : m_pool);
        m_out.fixedInstances = sum;
        m_out.poolInstances = m_pool;
    }

    void runHour(std::size_t hour, Random& random)
    {
        std::vector<int> wanted(m_services.size());
        std::vector<double> arrivals(m_services.size());
        for (std::size_t i = 0; i < m_services.size(); ++i) {
            const Service& service = m_services[i];
            const auto& hourly = service.profile->hourly;
            const bool known = hour < hourly.size() && hourly[hour].has_value();
            arrivals[i] = known ? random.poisson(*hourly[hour]) : -1;
            wanted[i] = known ? std::clamp(enough(*hourly[hour], service.rate), service.least, service.most) : service.least;
        }
        const std::vector<int> given = shared(m_services, wanted, m_pool);
        double all = 0;
        int instances = 0;
        for (std::size_t i = 0; i < m_services.size(); ++i) {
            Service& service = m_services[i];
            instances += given[i];
            if (arrivals[i] < 0) {
                service.now = given[i];
                continue;
            }
            all += arrivals[i];
            service.fixedRun.add(service.fixedRun.serve(arrivals[i], kHour, service.fixed), service.fixed);
            service.fixedRun.endHour(service.fixed);
            // More instances come after the scaler has looked and they have started; fewer go at once.
            const double late = given[i] > service.now ? std::min(kHour, m_start + m_defaults.evaluateSeconds) : 0;
            if (late > 0)
                service.scaledRun.add(service.scaledRun.serve(arrivals[i] * late / kHour, late, service.now), service.now * late / kHour);
            const double rest = kHour - late;
            service.scaledRun.add(service.scaledRun.serve(arrivals[i] * rest / kHour, rest, given[i]), given[i] * rest / kHour);
            service.scaledRun.endHour(given[i]);
            service.now = given[i];
        }
        m_hourRequests.push_back(all);
        m_hourScaled.push_back(instances);
        m_out.scaledPeak = std::max(m_out.scaledPeak, instances);
    }

    PeakCheck check(double perHour, const Service& service, int instances, std::uint64_t salt) const
    {
        constexpr double kLeastRequests = 20'000;
        constexpr double kMostSimulated = 100'000;
        PeakCheck out{.requestsPerHour = perHour, .instances = instances};
        if (!(perHour > 0))
            return out;
        const QueueAnswer formula = erlangC(perHour / kHour, service.rate, instances);
        const int requests = static_cast<int>(std::clamp(perHour, kLeastRequests, kMostSimulated));
        const QueueRun run =
            simulateQueue(perHour / kHour, service.rate, instances, requests, formula.stable ? 0 : m_patience, m_seed + salt);
        out.stable = formula.stable;
        out.simulatedMs = run.meanResponse * 1000;
        out.simulatedWaitMs = run.meanWait * 1000;
        if (formula.stable) {
            out.formulaMs = formula.meanResponse * 1000;
            out.formulaWaitMs = formula.meanWait * 1000;
        }
        return out;
    }

    void finish(std::size_t hours)
    {
        m_out.seed = m_seed;
        m_out.edition = m_defaults.edition;
        for (std::size_t i = 0; i < m_services.size(); ++i)
            m_out.services.push_back(capacityOf(m_services[i], i));
        for (const ServiceCapacity& one : m_out.services) {
            m_out.fixedInstanceHours += one.fixed.instanceHours;
            m_out.scaledInstanceHours += one.scaled.instanceHours;
        }
        const auto busiest = std::ranges::max_element(m_hourRequests);
        const auto at = static_cast<std::size_t>(std::distance(m_hourRequests.begin(), busiest));
        const std::size_t from = hours > kWeek ? std::min(at / kWeek * kWeek, hours - kWeek) : 0;
        for (std::size_t hour = from; hour < std::min(hours, from + kWeek); ++hour) {
            m_out.weekRequests.push_back(m_hourRequests[hour]);
            m_out.weekFixed.push_back(m_out.fixedInstances);
            m_out.weekScaled.push_back(m_hourScaled[hour]);
        }
        m_out.assumptions = {{"targetUtilisation", fmt::format("{:g}", m_target)},
                             {"patienceSeconds", fmt::format("{:g}", m_patience)},
                             {"startSeconds", fmt::format("{:g}", m_start)},
                             {"evaluateSeconds", fmt::format("{:g}", m_defaults.evaluateSeconds)},
                             {"pool", std::to_string(m_pool)},
                             {"seed", std::to_string(m_seed)}};
        m_out.notes = {"planning.load.note.model", "planning.load.note.formula"};
    }

    [[nodiscard]] ServiceCapacity capacityOf(const Service& service, std::size_t index) const
    {
        const LoadProfile& profile = *service.profile;
        ServiceCapacity out{.profile = profile.id, .name = profile.name, .serviceMs = profile.serviceMs};
        for (const auto& value : profile.hourly) {
            (value ? out.hours : out.missing) += 1;
            out.requests += value.value_or(0);
            out.peak = std::max(out.peak, value.value_or(0));
        }
        out.fixed = service.fixedRun.level();
        out.scaled = service.scaledRun.level();
        out.fixedPeak = check(out.peak, service, service.fixed, 2 * index + 1);
        out.scaledPeak = check(out.peak, service, std::max(1, out.scaled.most), 2 * index + 2);
        if (out.missing > 0)
            out.warnings.emplace_back("planning.load.warning.gaps");
        const auto beyond = [&](const ServiceLevel& level) { return level.hoursOverloaded * 2 > out.hours; };
        if (beyond(out.fixed))
            out.warnings.emplace_back("planning.load.warning.beyond-fixed");
        if (beyond(out.scaled))
            out.warnings.emplace_back("planning.load.warning.beyond-scaled");
        else if (out.scaled.refused > 0)
            out.warnings.emplace_back("planning.load.warning.refused");
        return out;
    }

    const LoadSet& m_load;
    const CapacityDefaults& m_defaults;
    double m_target;
    double m_patience;
    double m_start;
    std::uint64_t m_seed;
    int m_pool = 0;
    std::vector<Service> m_services;
    std::vector<double> m_hourRequests;
    std::vector<double> m_hourScaled;
    Capacity m_out;
};

void addCases(const CapacityDefaults& defaults, Capacity& out)
{
    for (const CapacityCase& one : defaults.cases) {
        const UserTestRun run = simulateUsers(one.test, defaults.seed);
        out.cases.push_back({.id = one.id,
                             .name = one.name,
                             .requests = one.requests,
                             .responseMs = one.responseMs,
                             .perSecond = one.perSecond,
                             .modelRequests = run.requests,
                             .modelResponseMs = run.meanResponse * 1000,
                             .modelPerSecond = run.perSecond,
                             .modelInstances = run.instances});
    }
    out.caseThroughput = defaults.caseThroughput;
    out.caseResponse = defaults.caseResponse;
    if (out.cases.size() > 1 && out.cases[0].modelRequests > 0 && out.cases[1].modelResponseMs > 0) {
        out.modelThroughput = out.cases[1].modelRequests / out.cases[0].modelRequests;
        out.modelResponse = out.cases[0].modelResponseMs / out.cases[1].modelResponseMs;
    }
    out.caseSource = {.kind = "clause", .source = defaults.caseSource.ko};
    out.caseAssumptions = defaults.caseAssumptions;
}

} // namespace

core::Result<Capacity> simulateCapacity(const LoadSet& load, const core::Alternative* split, const CapacityDefaults& defaults,
                                        core::Job& job)
{
    if (const auto checked = checkLoad(load); !checked)
        return std::unexpected(checked.error());
    auto out = Simulation(load, defaults).run(job);
    if (!out)
        return out;
    addCases(defaults, *out);
    if (split == nullptr)
        return out;
    for (ServiceCapacity& one : out->services) {
        for (const core::Context& context : split->contexts)
            if (context.id == one.profile || context.name == one.profile) {
                one.context = context.id;
                one.name = context.name;
            }
        if (one.context.empty() && one.profile != "system")
            one.warnings.emplace_back("planning.load.warning.unmatched");
    }
    return out;
}

} // namespace naru::planning
