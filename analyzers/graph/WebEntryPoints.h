#pragma once

#include "analyzers/graph/EntryPointContext.h"

namespace naru::analyzers::graph {

/// HTTP entry points of one type, by framework.
void springMappings(EntryPointContext& context, core::TypeId type);
void restResources(EntryPointContext& context, core::TypeId type);
void servlets(EntryPointContext& context, core::TypeId type);
void stripesActions(EntryPointContext& context, core::TypeId type);

} // namespace naru::analyzers::graph
