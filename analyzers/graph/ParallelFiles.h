#pragma once

#include "core/base/Job.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <cstdint>

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

} // namespace naru::analyzers::graph
