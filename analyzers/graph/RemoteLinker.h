#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

namespace naru::analyzers::graph {

/// Finds the calls that leave the system (CodeModel::remoteCalls): interfaces of Feign and Spring's HTTP exchange, RestTemplate,
/// WebClient and RestClient, the HTTP clients of Java, Apache and OkHttp, JAX-RS and SOAP clients. A URL
/// counts as far as it is constant or a setting; where an entry point of this system answers the same path, the call names it.
void linkRemoteCalls(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

} // namespace naru::analyzers::graph
