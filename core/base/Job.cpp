#include "core/base/Job.h"

#include <algorithm>

namespace naru::core {

namespace {
constexpr double kSmallestStep = 0.001;
}

Job::Job(int threads, std::stop_token stop, ProgressSink sink)
    : m_threads(std::max(1, threads)),
      m_stop(std::move(stop)),
      m_sink(std::move(sink))
{
}

void Job::progress(std::string_view stage, double fraction)
{
    if (!m_sink)
        return;
    const bool sameStage = stage == m_lastStage;
    const bool smallStep = fraction < 1 && fraction - m_lastFraction < kSmallestStep;
    if (sameStage && smallStep)
        return;
    m_lastStage = stage;
    m_lastFraction = fraction;
    m_sink(stage, std::clamp(fraction, 0.0, 1.0));
}

} // namespace naru::core
