#pragma once

#include "analyzers/spi/CodeIndex.h"

namespace naru::analyzers::graph {

/// Entry points that annotations and conventions of the code tell: Spring MVC, JAX-RS, servlets by annotation, scheduled methods, message
/// listeners, WebSocket and SOAP end points, remote EJBs, Stripes actions, main methods. Those that only
/// configuration names (web.xml, Struts, Quartz) come from the linkers.
void readEntryPoints(CodeIndex& index);

} // namespace naru::analyzers::graph
