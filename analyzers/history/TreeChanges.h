#pragma once

#include "analyzers/history/ChangeCollector.h"
#include "analyzers/history/GitObjects.h"

#include <vector>

namespace naru::analyzers::history {

/// The files of `after` that are not in `before` with the same content; those that only moved have their old path. Folders that are the
/// same on both sides are not looked into: a comparison costs what changed, not what there is. Either tree may be missing. Throws
/// GitFailure where the repository cannot be read.
std::vector<ChangedFile> changedFiles(git_repository* repository, const git_tree* before, const git_tree* after);

} // namespace naru::analyzers::history
