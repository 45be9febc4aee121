// Memory of the whole program comes from mimalloc, and in large pages (2 MB on x86) where the system gives them on request, as it does by
// default elsewhere: on a virtual machine the first touch of a page of 4 KB may cost ten microseconds, a fifth of an analysis. Linked
// into programs as an object, because it has to speak before the first allocation; MIMALLOC_LARGE_OS_PAGES=0 in the environment wins.

#include <mimalloc.h>

namespace {

void askForLargePages()
{
    mi_option_set_enabled_default(mi_option_large_os_pages, true);
    mi_option_set_default(mi_option_eager_commit_delay, 0); // also for the first memory of each further thread
}

[[gnu::section(".preinit_array"), gnu::used]] void (*const kBeforeAnyConstructor)() = &askForLargePages;

} // namespace
