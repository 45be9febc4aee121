#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <vector>

namespace naru::analyzers::graph {

/// Flows of Spring Integration, from XML, annotations and the Java DSL. Code that receives from a channel becomes an entry point (Message,
/// with the channel as its path; Scheduled for a method that is polled; Http for an adapter with a path), and who sends to the channel is
/// linked to it as a message: callers of a gateway, code whose result goes to the channel, MessageChannel.send. Ends without code of the
/// system (bridges, expressions, routes) hand on from channel to channel. Comes before linkMessages, for adapters of queues.
/// Gives the steps from senders to receivers over direct channels: those work within the transaction of the sender.
[[nodiscard]] std::vector<core::CallEdge> linkFlows(CodeIndex& index, const CodeLookup& lookup, ProjectFacts& facts, const BeanNames& beans);

} // namespace naru::analyzers::graph
