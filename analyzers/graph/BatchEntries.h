#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/EntryCollector.h"

namespace naru::analyzers::graph {

/// Code that Spring Batch or JSR 352 runs becomes entry points of kind Scheduled: readers, processors, writers and tasklets of the steps in
/// XML (their path is job/step), classes of such a kind that no XML names, and methods annotated @Bean that make a step or, where no step
/// calls them, a part of one.
void addBatchEntries(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries);

} // namespace naru::analyzers::graph
