#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/EntryCollector.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/ViewCatalog.h"

namespace naru::analyzers::graph {

/// Entry points of JSF: methods of beans that action attributes of pages call, and what beans without such methods load when a page
/// names them (`@PostConstruct`). What a bean with actions loads is the display of its form and no way in of its own.
void addFacesEntries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views,
                     EntryCollector& entries);

} // namespace naru::analyzers::graph
