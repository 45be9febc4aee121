#pragma once

#include "analyzers/spi/CodeIndex.h"
#include "core/base/Job.h"

namespace naru::analyzers::graph {

/// Fills Type::literals (identifier-like string constants in the code and in annotations of the
/// type: attribute keys, form fields, cache names) and Type::words (names of external methods that it
/// calls). What the split knows of a type's vocabulary beside its names and edges.
void collectVocabulary(CodeIndex& index, core::Job& job);

} // namespace naru::analyzers::graph
