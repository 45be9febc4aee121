#pragma once

#include <cstddef>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace naru::analyzers::decompose {

/// Calls work(i) for i in [0, n) on at most `threads` threads. The work of different i must not touch the same data.
template <typename Work> void parallelFor(std::size_t n, int threads, Work work)
{
    if (threads <= 1 || n < 64) {
        for (std::size_t i = 0; i < n; ++i)
            work(i);
        return;
    }
    oneapi::tbb::task_arena arena(threads);
    arena.execute([&] { oneapi::tbb::parallel_for(std::size_t{0}, n, work); });
}

} // namespace naru::analyzers::decompose
