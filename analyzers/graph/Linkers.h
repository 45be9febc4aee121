#pragma once

#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/spi/CodeIndex.h"
#include "analyzers/spi/SourceTexts.h"
#include "core/base/Job.h"

namespace naru::analyzers::graph {

/// Connects code with data, views and configuration: mappers, entities, SQL strings, views, entry points
/// from XML, transactions. Runs after names and calls are resolved and before the model is brought into its
/// canonical order. At this point files, types, members, inherits, calls, typeUses, fieldAccesses and the entry points
/// from annotations stand in canonical order; tables, statements, views and everything else may be appended in
/// any order: canonicalize() sorts them and renumbers the ids that name them.
/// Errors: Cancelled.
core::Result<void> runLinkers(CodeIndex& index, ProjectParts parts, const SourceTexts& texts, core::Job& job);

} // namespace naru::analyzers::graph
