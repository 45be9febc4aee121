#pragma once

#include <sys/resource.h>

namespace naru::bench {

/// User and system time of this process so far, or of its ended children (RUSAGE_CHILDREN), in seconds.
inline double cpuSeconds(int who = RUSAGE_SELF)
{
    rusage usage{};
    ::getrusage(who, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace naru::bench
