#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/EntryCollector.h"

#include <string>

namespace naru::analyzers::graph {

/// Entry points of a MultiActionController of Spring at a path: its method name resolver says whether the last part of the URL, a table
/// of URLs or a request parameter chooses the method. A method that a parameter chooses is "* /emp.do?action=save".
/// `controller`: the bean, as far as XML declares it; its `delegate` has the methods where there is one.
void addMultiActions(const std::string& path, const config::SpringBean* controller, core::TypeId type, const CodeLookup& lookup,
                     const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries, core::Location at);

} // namespace naru::analyzers::graph
