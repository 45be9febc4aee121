#pragma once

#include <cstdint>

namespace naru::planning {

/// A generator of our own (xoshiro256**), so that a seed gives the same numbers everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed);
    std::uint64_t next();
    double uniform(); ///< in (0, 1]
    double exponential(double mean);
    double poisson(double mean); ///< exact below 30, rounded normal above
    double normal();

private:
    std::uint64_t m_state[4];
};

/// What is known of a queue in its steady state. Times in seconds.
struct QueueAnswer {
    bool stable = false; ///< false: more comes than can be served; the times are then not finite
    double utilisation = 0;
    double waitProbability = 0;
    double meanWait = 0;
    double meanResponse = 0;
};

/// The M/M/c queue in closed form (Erlang C): `arrivals` and `rate` per second, `servers` at least 1, rate above 0.
QueueAnswer erlangC(double arrivals, double rate, int servers);

/// The same queue request by request: `requests` arrivals after a tenth of them to warm up. Arrivals that would wait longer than
/// `patience` seconds are refused (0: nobody is). Same seed, same answer.
struct QueueRun {
    double meanWait = 0;
    double meanResponse = 0;
    double refusedShare = 0;
    double utilisation = 0;
};
QueueRun simulateQueue(double arrivals, double rate, int servers, int requests, double patience, std::uint64_t seed);

/// Users who send a request, wait for the answer, think and send again, against instances that may be scaled.
struct UserTest {
    int users = 0;
    double thinkSeconds = 0;
    double serviceSeconds = 0; ///< mean, on one instance
    double seconds = 0;        ///< length of the test
    int least = 1;             ///< instances at the start
    int most = 1;
    double targetUtilisation = 0.7;
    double evaluateSeconds = 30; ///< how often the scaler looks
    double startSeconds = 60;    ///< until a new instance serves
};
struct UserTestRun {
    double requests = 0;
    double meanResponse = 0; ///< seconds
    double perSecond = 0;
    int instances = 0; ///< at the end
};
UserTestRun simulateUsers(const UserTest& test, std::uint64_t seed);

} // namespace naru::planning
