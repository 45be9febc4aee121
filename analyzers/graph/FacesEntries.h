#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/EntryCollector.h"
#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/graph/ViewCatalog.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

/// Entry points of JSF: methods of beans that action attributes of pages call, and what beans without such methods load when a page
/// names them (`@PostConstruct`). What a bean with actions loads is the display of its form and no way in of its own.
void addFacesEntries(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& names,
                     const ViewCatalog& views, EntryCollector& entries);

/// Types by the name of their bean: managed beans of faces-config.xml, then types with one of the annotations (simple names), whose
/// value or own name is that of the bean.
std::map<std::string, core::TypeId> namedBeans(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts,
                                               std::initializer_list<std::string_view> annotations);

} // namespace naru::analyzers::graph
