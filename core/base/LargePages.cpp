#include "core/base/LargePages.h"

#include <cstdint>
#include <cstdlib>
#include <mimalloc.h>
#include <sys/mman.h>

namespace naru::core {

namespace {

/// What this thread has at hand was taken before: mimalloc gives memory out of aligned segments of this size.
void enlargeOwnSegment()
{
    constexpr std::uintptr_t kSegment = std::uintptr_t{32} << 20U;
    void* own = mi_malloc(1);
    const std::uintptr_t start = reinterpret_cast<std::uintptr_t>(own) & ~(kSegment - 1);
    static_cast<void>(::madvise(reinterpret_cast<void*>(start), kSegment, MADV_HUGEPAGE)); // a wish
    mi_free(own);
}

} // namespace

void useLargePages()
{
    if (std::getenv("MIMALLOC_LARGE_OS_PAGES") != nullptr || mi_option_is_enabled(mi_option_large_os_pages))
        return;
    mi_option_enable(mi_option_large_os_pages);
    mi_option_set(mi_option_eager_commit_delay, 0); // also for the first memory of each further thread
    enlargeOwnSegment();
}

} // namespace naru::core
