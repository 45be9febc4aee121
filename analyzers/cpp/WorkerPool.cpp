#include "analyzers/cpp/WorkerPool.h"

#include "analyzers/cpp/WorkerChild.h"
#include "analyzers/cpp/WorkerProgram.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace naru::analyzers::cpp {

using core::ErrorCode;
using core::failure;

namespace {

/// Units of one session: headers are told once in each, and bodies in them parsed once.
constexpr std::size_t kMostUnits = 32;
constexpr std::size_t kFewestUnits = 4;

/// Of what is left, one session takes this part.
constexpr std::size_t kShare = 8;

/// Where sessions begin, and the number of units: large ones first and small ones last, so that processes end at about the same time
/// (guided self-scheduling, Polychronopoulos and Kuck 1987). By the number of units alone: the same for every number of processes.
std::vector<std::size_t> sessionStarts(std::size_t units)
{
    std::vector<std::size_t> starts{0};
    while (starts.back() < units) {
        const std::size_t left = units - starts.back();
        starts.push_back(starts.back() + std::min(left, std::clamp(left / kShare, kFewestUnits, kMostUnits)));
    }
    return starts;
}

class Pool {
public:
    Pool(const std::vector<UnitCommand>& units, const SystemSettings& settings, const NativeOptions& options, core::Job& job)
        : m_units(units),
          m_settings(settings),
          m_options(options),
          m_program(options.worker.empty() ? workerProgram() : options.worker),
          m_job(job),
          m_results(units.size()),
          m_starts(sessionStarts(units.size()))
    {
    }

    core::Result<std::vector<UnitResult>> run()
    {
        const std::size_t count = std::min(m_starts.size() - 1, static_cast<std::size_t>(std::max(1, m_job.threads())));
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < count; ++i)
            threads.emplace_back([this] { serve(); });
        serve();
        threads.clear();
        if (m_job.cancelled())
            return failure(ErrorCode::Cancelled, "analysis.cancelled");
        return std::move(m_results);
    }

private:
    [[nodiscard]] UnitRequest request(std::size_t i) const
    {
        const UnitCommand& unit = m_units[i];
        return {unit.file, unit.directory, unit.arguments, unit.embeddedSql};
    }

    void serve()
    {
        WorkerChild child(m_program, m_settings, m_options.limits);
        const auto stopped = [this] { return m_job.cancelled(); };
        for (std::size_t session = m_next++; session + 1 < m_starts.size() && !m_job.cancelled(); session = m_next++) {
            bool fresh = true;
            for (std::size_t i = m_starts[session]; i < m_starts[session + 1] && !m_job.cancelled(); ++i) {
                fresh = !readOne(child, i, fresh, stopped);
                report();
            }
        }
    }

    /// True when the session goes on in the same child.
    bool readOne(WorkerChild& child, std::size_t i, bool fresh, const std::function<bool()>& stopped)
    {
        using Outcome = WorkerChild::Outcome;
        UnitResult& result = m_results[i];
        Outcome outcome = child.read(request(i), fresh, result.facts, stopped);
        if (outcome == Outcome::Done)
            return true;
        if (outcome == Outcome::Crashed) { // perhaps the session was to blame
            outcome = child.read(request(i), true, result.facts, stopped);
            if (outcome == Outcome::Done)
                return true;
        }
        result.facts = {};
        result.facts.failed = 1;
        result.end = !child.usable() ? UnitEnd::NotRead : outcome == Outcome::TimedOut ? UnitEnd::TimedOut : UnitEnd::Crashed;
        return false;
    }

    void report()
    {
        const std::size_t done = ++m_done;
        const std::unique_lock lock(m_progress, std::try_to_lock);
        if (lock.owns_lock())
            m_job.progress("analysis.stage.native", static_cast<double>(done) / static_cast<double>(m_units.size()));
    }

    const std::vector<UnitCommand>& m_units;
    const SystemSettings& m_settings;
    const NativeOptions& m_options;
    std::filesystem::path m_program;
    core::Job& m_job;
    std::vector<UnitResult> m_results;
    std::vector<std::size_t> m_starts;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<std::size_t> m_done = 0;
    std::mutex m_progress;
};

} // namespace

core::Result<std::vector<UnitResult>> readUnits(const std::vector<UnitCommand>& units, const SystemSettings& settings,
                                                const NativeOptions& options, core::Job& job)
{
    return Pool(units, settings, options, job).run();
}

} // namespace naru::analyzers::cpp
