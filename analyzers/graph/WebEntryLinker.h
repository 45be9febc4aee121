#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/ViewCatalog.h"

namespace naru::analyzers::graph {

/// Entry points that configuration names: servlets of web.xml, Struts actions, Spring URL mappings and view controllers,
/// Quartz and Spring tasks, EJB session and message beans, SOAP end points, JSF actions that views call
/// and what beans without actions load for the page that names them.
/// Those that annotations already gave are not repeated. Filters are no entry points.
void linkEntries(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, const ViewCatalog& views);

} // namespace naru::analyzers::graph
