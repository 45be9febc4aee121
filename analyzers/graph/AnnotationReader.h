#pragma once

#include "analyzers/graph/BodyResolver.h"
#include "analyzers/spi/CodeIndex.h"
#include "core/base/Job.h"

namespace naru::analyzers::graph {

/// Writes the annotations of named types and their members, names qualified and values folded, into the index, the names also
/// into the types of the model, and the uses of annotation types of the system. `tables` are those with which bodies are resolved.
void readAnnotations(const ResolutionTables& tables, CodeIndex& index, core::Job& job);

} // namespace naru::analyzers::graph
