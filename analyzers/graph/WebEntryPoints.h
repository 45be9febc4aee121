#pragma once

#include "analyzers/graph/EntryPointContext.h"

namespace naru::analyzers::graph {

/// HTTP entry points of one type, by framework.
void springMappings(EntryPointContext& context, core::TypeId type);
/// `located`: classes that answer below the path of a method that gives them back.
void restResources(EntryPointContext& context, core::TypeId type, const std::set<core::TypeId>& located);
/// The classes that methods of resources with a path and without a verb give back (JAX-RS, sub-resource locators).
std::set<core::TypeId> locatedResources(const EntryPointContext& context);
void servlets(EntryPointContext& context, core::TypeId type);
void stripesActions(EntryPointContext& context, core::TypeId type);

} // namespace naru::analyzers::graph
