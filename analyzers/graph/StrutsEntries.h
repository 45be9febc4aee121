#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/EntryCollector.h"
#include "analyzers/graph/ViewCatalog.h"

#include <string>

namespace naru::analyzers::graph {

/// Entry points of all struts-config.xml, struts.xml and navigation files. `pattern` is that of the action servlet (*.do, /do/*); empty: *.do.
void addStrutsEntries(const ProjectFacts& facts, const std::string& pattern, const CodeLookup& lookup, const BeanNames& beans,
                      const ViewCatalog& views, EntryCollector& entries);

/// Entry points of actions that no XML describes (StrutsConvention.h).
void addConventionEntries(const CodeLookup& lookup, const ProjectFacts& facts, EntryCollector& entries);

} // namespace naru::analyzers::graph
