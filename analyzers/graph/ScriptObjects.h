#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/EntryCollector.h"
#include "analyzers/spi/SourceTexts.h"

namespace naru::analyzers::graph {

/// Methods of objects that DWR offers to scripts of pages (dwr.xml, its elements in Spring files, @RemoteProxy), each under the address
/// that its call asks for.
void addScriptObjects(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries);

/// Adds the calls of such methods in pages and scripts to what these ask for. Costs nothing where a system has none.
void readObjectCalls(const core::CodeModel& model, const SourceTexts& texts, ProjectFacts& facts);

} // namespace naru::analyzers::graph
