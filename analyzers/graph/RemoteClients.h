#pragma once

#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/RemoteTargets.h"

namespace naru::analyzers::graph {

/// Calls behind interfaces that are clients: Feign, Spring's HTTP exchange, MicroProfile, Retrofit, generated classes of JAX-WS.
void linkRemoteClients(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, RemoteTargets& targets);

} // namespace naru::analyzers::graph
