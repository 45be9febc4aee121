#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ViewCatalog.h"

namespace naru::analyzers::graph {

/// Which types a view uses: beans, EL roots, classes in scriptlets; and its vocabulary (fields, EL roots and properties).
void linkViewTypes(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views);

} // namespace naru::analyzers::graph
