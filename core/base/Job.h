#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

namespace naru::core {

/// What a stage needs of the world while it runs: a way to say how far it is,
/// to learn that it should stop, and how many threads it may use.
/// Stages give the same result for every number of threads.
class Job {
public:
    /// `stage` is a text key, `fraction` lies in [0, 1]. Called from one thread at a time.
    using ProgressSink = std::function<void(std::string_view stage, double fraction)>;

    explicit Job(int threads = 1, std::stop_token stop = {}, ProgressSink sink = {});

    [[nodiscard]] int threads() const { return m_threads; }
    [[nodiscard]] bool cancelled() const { return m_stop.stop_requested(); }
    [[nodiscard]] std::stop_token stopToken() const { return m_stop; }

    /// Reports progress; steps below 0.1 % of the same stage are dropped. Not thread safe.
    void progress(std::string_view stage, double fraction);

private:
    int m_threads;
    std::stop_token m_stop;
    ProgressSink m_sink;
    std::string m_lastStage;
    double m_lastFraction = -1;
};

} // namespace naru::core
