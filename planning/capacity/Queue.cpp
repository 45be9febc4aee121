#include "planning/capacity/Queue.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <queue>
#include <vector>

namespace naru::planning {

namespace {

std::uint64_t rotated(std::uint64_t x, int by)
{
    return (x << by) | (x >> (64 - by));
}

} // namespace

Random::Random(std::uint64_t seed) : m_state{}
{
    for (std::uint64_t& word : m_state) { // splitmix64 spreads a small seed over the state
        seed += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        word = z ^ (z >> 31);
    }
}

std::uint64_t Random::next()
{
    const std::uint64_t result = rotated(m_state[1] * 5, 7) * 9;
    const std::uint64_t t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = rotated(m_state[3], 45);
    return result;
}

double Random::uniform()
{
    return (static_cast<double>(next() >> 11) + 1) * 0x1.0p-53;
}

double Random::exponential(double mean)
{
    return -mean * std::log(uniform());
}

double Random::normal()
{
    return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform());
}

double Random::poisson(double mean)
{
    if (!(mean > 0))
        return 0;
    constexpr double kExact = 30;
    if (mean >= kExact)
        return std::max(0.0, std::round(mean + std::sqrt(mean) * normal()));
    const double limit = std::exp(-mean);
    double product = uniform();
    int count = 0;
    for (; product > limit; ++count)
        product *= uniform();
    return count;
}

QueueAnswer erlangC(double arrivals, double rate, int servers)
{
    QueueAnswer out;
    const double load = arrivals / rate;
    out.utilisation = load / servers;
    out.meanResponse = 1 / rate;
    if (!(arrivals > 0)) {
        out.stable = true;
        return out;
    }
    if (out.utilisation >= 1)
        return out;
    double blocked = 1; // Erlang B by its recursion, from which Erlang C follows
    for (int k = 1; k <= servers; ++k)
        blocked = load * blocked / (k + load * blocked);
    out.stable = true;
    out.waitProbability = blocked / (1 - out.utilisation * (1 - blocked));
    out.meanWait = out.waitProbability / (servers * rate - arrivals);
    out.meanResponse = out.meanWait + 1 / rate;
    return out;
}

QueueRun simulateQueue(double arrivals, double rate, int servers, int requests, double patience, std::uint64_t seed)
{
    QueueRun out;
    if (!(arrivals > 0) || !(rate > 0) || servers < 1 || requests < 1)
        return out;
    Random random(seed);
    std::priority_queue<double, std::vector<double>, std::greater<>> free; // when each server is free again
    for (int i = 0; i < servers; ++i)
        free.push(0);
    const int warm = requests / 10;
    double now = 0;
    double from = 0;
    double busy = 0;
    double counted = 0;
    double refused = 0;
    for (int i = 0; i < requests + warm; ++i) {
        now += random.exponential(1 / arrivals);
        if (i == warm)
            from = now;
        const double start = std::max(now, free.top());
        const double wait = start - now;
        if (patience > 0 && wait > patience) {
            refused += i >= warm ? 1 : 0;
            continue;
        }
        const double service = random.exponential(1 / rate);
        free.pop();
        free.push(start + service);
        if (i < warm)
            continue;
        counted += 1;
        busy += service;
        out.meanWait += wait;
        out.meanResponse += wait + service;
    }
    out.refusedShare = refused / std::max(1.0, refused + counted);
    out.meanWait /= std::max(1.0, counted);
    out.meanResponse /= std::max(1.0, counted);
    out.utilisation = now > from ? busy / ((now - from) * servers) : 0;
    return out;
}

namespace {

/// A closed system: each event is a user's request or the end of one.
class UserSimulation {
public:
    UserSimulation(const UserTest& test, std::uint64_t seed) : m_test(test), m_random(seed), m_instances(test.least), m_ordered(test.least)
    {
    }

    UserTestRun run()
    {
        for (int i = 0; i < m_test.users; ++i)
            m_events.push({m_random.exponential(m_test.thinkSeconds), Kind::Arrives, 0});
        m_events.push({m_test.evaluateSeconds, Kind::Evaluates, 0});
        while (!m_events.empty() && m_events.top().at <= m_test.seconds) {
            const Event event = m_events.top();
            m_events.pop();
            advance(event.at);
            switch (event.kind) {
            case Kind::Arrives:
                m_waiting.push(event.at);
                break;
            case Kind::Leaves:
                leave(event);
                break;
            case Kind::Evaluates:
                evaluate();
                break;
            case Kind::Starts:
                m_instances = std::min(m_test.most, m_instances + 1);
                break;
            }
            serve();
        }
        return {m_done, m_done > 0 ? m_response / m_done : 0, m_done / m_test.seconds, m_instances};
    }

private:
    enum class Kind { Arrives, Leaves, Evaluates, Starts };
    struct Event {
        double at = 0;
        Kind kind = Kind::Arrives;
        double since = 0; ///< of a request: when it was sent
        friend bool operator>(const Event& left, const Event& right)
        {
            return left.at != right.at ? left.at > right.at : left.kind > right.kind;
        }
    };

    void advance(double to)
    {
        m_busyTime += m_busy * (to - m_now);
        m_now = to;
    }

    void leave(const Event& event)
    {
        --m_busy;
        m_done += 1;
        m_response += event.at - event.since;
        m_events.push({event.at + m_random.exponential(m_test.thinkSeconds), Kind::Arrives, 0});
    }

    void evaluate()
    {
        const double utilisation = m_busyTime / (m_test.evaluateSeconds * m_instances);
        m_busyTime = 0;
        const int wanted =
            std::clamp(static_cast<int>(std::ceil(m_instances * utilisation / m_test.targetUtilisation)), m_test.least, m_test.most);
        for (; m_ordered < wanted; ++m_ordered)
            m_events.push({m_now + m_test.startSeconds, Kind::Starts, 0});
        m_events.push({m_now + m_test.evaluateSeconds, Kind::Evaluates, 0});
    }

    void serve()
    {
        while (m_busy < m_instances && !m_waiting.empty()) {
            const double since = m_waiting.front();
            m_waiting.pop();
            ++m_busy;
            m_events.push({m_now + m_random.exponential(m_test.serviceSeconds), Kind::Leaves, since});
        }
    }

    const UserTest& m_test;
    Random m_random;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    std::queue<double> m_waiting;
    int m_instances;
    int m_ordered; ///< serving or about to start
    int m_busy = 0;
    double m_now = 0;
    double m_busyTime = 0;
    double m_done = 0;
    double m_response = 0;
};

} // namespace

UserTestRun simulateUsers(const UserTest& test, std::uint64_t seed)
{
    if (test.users < 1 || !(test.serviceSeconds > 0) || !(test.seconds > 0) || test.least < 1 || !(test.evaluateSeconds > 0))
        return {};
    return UserSimulation(test, seed).run();
}

} // namespace naru::planning
