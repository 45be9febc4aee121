#pragma once

#include <cstdint>
#include <ctime>

namespace naru::core {

/// Nanoseconds since 1970, as dates of files are told.
inline std::int64_t nanosecondsOf(const timespec& time)
{
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// The time of the machine, to compare with dates of files.
inline std::int64_t nanosecondsNow()
{
    timespec time{};
    ::clock_gettime(CLOCK_REALTIME, &time);
    return nanosecondsOf(time);
}

} // namespace naru::core
