#pragma once

#include "analyzers/graph/EntryCollector.h"
#include "analyzers/graph/ViewCatalog.h"

#include <string>

namespace naru::analyzers::graph {

/// Entry points of one struts-config.xml or struts.xml. `pattern` is that of the action servlet (*.do, /do/*); empty: *.do.
void addStrutsEntries(const FromFile<config::StrutsFile>& file, const std::string& pattern, const CodeLookup& lookup,
                      const ViewCatalog& views, EntryCollector& entries);

/// Entry points of actions that no XML describes (StrutsConvention.h).
void addConventionEntries(const CodeLookup& lookup, const ProjectFacts& facts, EntryCollector& entries);

} // namespace naru::analyzers::graph
