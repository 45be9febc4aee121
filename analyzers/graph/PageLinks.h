#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/ViewCatalog.h"

namespace naru::analyzers::graph {

/// Where the forms, links, includes and scripts of pages lead: to other pages or to entry points (CodeModel::viewLinks).
void linkPages(core::CodeModel& model, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views);

} // namespace naru::analyzers::graph
