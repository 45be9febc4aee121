#pragma once

#include "analyzers/spi/SourceTree.h"

namespace naru::analyzers {

class KnownArchives;

/// The files of an application archive as a tree; paths are those inside the archive. Errors: NotReadable, Malformed, Cancelled.
core::Result<SourceTree> listArchive(const std::filesystem::path& file, const ReadLimits& limits, core::Job& job);

/// Adds what the archives of a listed tree hold. Beside Java source only libraries of the system's own packages count; without any,
/// archives are all there is of the system. `known`: what earlier runs found in the archives of the tree, and then what this one found.
void addArchives(SourceTree& tree, const ReadLimits& limits, core::Job& job, KnownArchives* known = nullptr);

} // namespace naru::analyzers
