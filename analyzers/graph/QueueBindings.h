#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// The bindings of Rabbit between exchanges and queues: those of Spring's XML, and of BindingBuilder.bind(queue).to(exchange).with(key),
/// where queue and exchange are told by the names of their beans.
std::vector<config::QueueBinding> queueBindings(const CodeLookup& lookup, const ProjectFacts& facts);

/// Whether a routing key is one of a pattern: `*` stands for a word, `#` for any number of them.
bool fitsKey(std::string_view pattern, std::string_view key);

} // namespace naru::analyzers::graph
