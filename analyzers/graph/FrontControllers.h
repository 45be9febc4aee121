#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/ViewCatalog.h"

namespace naru::analyzers::graph {

/// Front controllers that a system brings along (JSP model 2): a servlet, or an action of Struts 1, that hands each request to a command
/// object of one common type. Which one is told by a chain of comparisons with a parameter or the path of the request (in the servlet or in
/// a factory that it comes to), by a map that is filled with new objects, by a property file of class names, or by an XML file that names
/// path and class in one element. Each command is an entry point of its own, with the path that leads to it ("* /board/list.do"), or with
/// the parameter ("* /shop.do?command=list"); a branch that only names a page is one that shows it. The entry points of the servlet itself
/// go, unless some of its branches do their work themselves or it works with data beside what it hands on. A servlet with one class behind
/// it stays as it is, unless others hand requests to classes of that kind.
void linkFrontControllers(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views);

} // namespace naru::analyzers::graph
