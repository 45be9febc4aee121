#pragma once

#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/Doclets.h"
#include "analyzers/graph/EntryCollector.h"

#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// Operations of web services that descriptors declare (CXF, Axis, Axis2, JAX-WS), methods behind exporters of Spring, and of objects of RMI.
void addServiceEntries(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries);

/// Methods of remote interfaces that only a build makes.
void addOfferedMethods(CodeIndex& index, const CodeLookup& lookup, const std::vector<OfferedMethods>& offered);

/// What a remote interface offers, also by inheritance, and a bean answers.
void addRemoteMethods(const CodeLookup& lookup, core::TypeId bean, core::TypeId remote, EntryCollector& entries, core::Location at);
/// One method of a bean by its name.
void addRemoteMethod(const CodeLookup& lookup, core::TypeId bean, std::string_view name, EntryCollector& entries, core::Location at);

} // namespace naru::analyzers::graph
