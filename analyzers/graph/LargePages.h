#pragma once

#include "analyzers/spi/SourceTree.h"

namespace naru::analyzers::graph {

/// For a tree that takes much memory, memory comes from the system in large pages (2 MB on x86) from here on, where the system has
/// them on request: on a virtual machine the first touch of 4 KB may cost ten microseconds, a fourth of a whole analysis. What is
/// read of a small tree would only lie in more memory than it needs. MIMALLOC_LARGE_OS_PAGES in the environment decides where it is set.
void useLargePages(const SourceTree& tree);

} // namespace naru::analyzers::graph
