#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/CamelRoutes.h"
#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <span>

namespace naru::analyzers::graph {

/// Makes entry points of the routes of Camel that something outside of the program starts: messages, requests, the clock, folders that are looked
/// at (Scheduled). What a route leads to is called by it (processors, beans, routes behind direct:) or sent a message (queues, seda:), and so
/// by who sends with a ProducerTemplate. An address that only run time knows, and one behind which nothing is, is unresolved.
void linkCamel(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, std::span<const CamelRoute> routes);

} // namespace naru::analyzers::graph
