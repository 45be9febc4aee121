#pragma once

#include "analyzers/config/XmlText.h"

#include <cstdint>
#include <string>
#include <vector>

namespace naru::analyzers::config {

/// What a job or a step of one runs: reader, processor, writer or tasklet of a step, listeners of both, deciders, partitioners.
struct BatchPart {
    std::string job;  ///< id; empty for a step that stands alone
    std::string step; ///< id; empty for a part of the job
    std::string role; ///< reader, processor, writer, tasklet, listener, decider, partitioner
    std::string ref;  ///< bean id, or the class of an inner bean as "class:a.b.C"
    std::string method; ///< of a tasklet that is no Tasklet, a listener that is none; else empty
    std::uint32_t line = 0;
};

/// One end of a channel of Spring Integration.
struct FlowEndpoint {
    std::string kind;      ///< local name of the element: service-activator, transformer, gateway, inbound-channel-adapter ...
    std::string input;     ///< channel that it receives from; empty for the start of a flow
    std::string output;    ///< channel that it sends to; empty for the end of a flow
    std::string ref;       ///< bean id, "class:a.b.C", or empty for an end without code of the system
    std::string method;    ///< empty: the only one that fits
    std::string interface; ///< of a gateway: the interface that callers see
    std::string path;      ///< of an adapter for HTTP
    std::string destination; ///< of an adapter for messages: the queue or topic
    std::uint32_t line = 0;
};

/// Jobs of Spring Batch and JSR 352, and flows of Spring Integration.
struct SpringFlows {
    std::vector<BatchPart> parts;
    std::vector<FlowEndpoint> endpoints;
    std::vector<std::string> queued; ///< channels that hand over to another thread or wait to be asked; all others are direct
};

SpringFlows readFlows(pugi::xml_node root, const XmlText& xml);

} // namespace naru::analyzers::config
