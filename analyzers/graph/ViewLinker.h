#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ViewCatalog.h"

namespace naru::analyzers::graph {

/// Which member renders which view, which view leads to which entry point or view, and which types a view uses.
/// Needs all entry points.
void linkViews(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, const ViewCatalog& views);

} // namespace naru::analyzers::graph
