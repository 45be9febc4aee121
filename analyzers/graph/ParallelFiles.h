#pragma once

#include "core/base/Job.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>

namespace naru::analyzers::graph {

/// Calls work(i) for 0 <= i < count on the threads of the job. False when the job was cancelled.
template <typename Work> bool parallelFiles(std::uint32_t count, core::Job& job, Work&& work)
{
    if (job.threads() == 1) {
        for (std::uint32_t i = 0; i < count && !job.cancelled(); ++i)
            work(i);
        return !job.cancelled();
    }
    tbb::task_arena arena(job.threads());
    arena.execute([&] {
        tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, count), [&](const tbb::blocked_range<std::uint32_t>& range) {
            for (std::uint32_t i = range.begin(); i < range.end() && !job.cancelled(); ++i)
                work(i);
        });
    });
    return !job.cancelled();
}

/// Runs steps that do not touch each other's data, on the threads of the job; all of them, also when it was cancelled meanwhile.
inline void runTogether(core::Job& job, std::initializer_list<std::function<void()>> steps)
{
    if (job.threads() == 1) {
        for (const auto& step : steps)
            step();
        return;
    }
    tbb::task_arena arena(job.threads());
    arena.execute([&] {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, steps.size(), 1), [&](const tbb::blocked_range<std::size_t>& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i)
                steps.begin()[i]();
        }, tbb::simple_partitioner());
    });
}

} // namespace naru::analyzers::graph
