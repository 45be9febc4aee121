#pragma once

#include "analyzers/graph/LombokConfig.h"
#include "analyzers/java/JavaFacts.h"
#include "analyzers/spi/CodeIndex.h"
#include "core/base/Job.h"

#include <vector>

namespace naru::analyzers::graph {

/// From the facts of the files (one element for each file of index.model.files, empty for other languages) to types, members, inheritance,
/// calls, uses, field accesses, annotations, strings and the entry points that annotations and conventions tell.
/// The result does not depend on the number of threads. Errors: Cancelled.
core::Result<void> buildCodeIndex(std::vector<java::FileFacts> facts, const LombokConfig& lombok, CodeIndex& index, core::Job& job);

} // namespace naru::analyzers::graph
