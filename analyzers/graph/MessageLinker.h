#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

namespace naru::analyzers::graph {

/// Finds who sends messages (JMS, Spring's templates for JMS, Rabbit and Kafka, Kafka's own producer, MicroProfile's emitters) and where
/// to, and adds them to CodeModel::remoteCalls; where an entry point of this system listens to the same destination, the call names it
/// (Rule::Message). A destination is what is written, a setting, an injected resource, a bean or a looked-up name; names are the same when
/// their last parts are (java:comp/env/jms/OrderQueue, OrderQueue). One that only run time knows stays empty.
void linkMessages(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts);

} // namespace naru::analyzers::graph
