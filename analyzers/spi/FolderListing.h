#pragma once

#include "analyzers/spi/KnownFolders.h"
#include "analyzers/spi/SourceTree.h"

namespace naru::analyzers {

/// Lists the files below tree.root with names, sizes and dates, by path, and what could not be listed as diagnostics. Folders that
/// `known` knows are not read. Errors: NotReadable (the root), Cancelled.
core::Result<void> listFiles(SourceTree& tree, const ReadLimits& limits, KnownFolders& known, core::Job& job);

} // namespace naru::analyzers
