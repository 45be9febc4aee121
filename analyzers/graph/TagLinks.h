#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/ViewCatalog.h"

#include <vector>

namespace naru::analyzers::graph {

/// Links views to the classes behind the functions and tags of the system's own tag libraries (Rule::TagFunction): CodeModel::viewTypes,
/// and calls where the page has code of its own. Returns the steps from who renders such a view, itself or by an include, to what is
/// called, beside the calls.
std::vector<core::CallEdge> linkTags(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views);

} // namespace naru::analyzers::graph
