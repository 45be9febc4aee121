#pragma once

namespace naru::core {

/// Memory comes from the system in large pages (2 MB on x86) from here on, where the system has them on request: on a virtual machine the
/// first touch of 4 KB may cost ten microseconds, a fourth of a whole analysis. For work that takes much memory; less would only lie in
/// more than it needs. MIMALLOC_LARGE_OS_PAGES in the environment decides where it is set.
void useLargePages();

} // namespace naru::core
