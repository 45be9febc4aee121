#pragma once

#include "analyzers/graph/EntryPointContext.h"

namespace naru::analyzers::graph {

/// What a portal calls on a portlet (JSR 168, 286 and 362, Spring's portlet handlers). A portal makes the addresses, so the path is the
/// simple name of the class with the mode or the name of the action; what is rendered or served is a GET, an action a POST.
void portlets(EntryPointContext& context, core::TypeId type);

/// A mode of portlets where Spring's mapping has a path: VIEW, EDIT, HELP.
[[nodiscard]] bool isPortletMode(std::string_view path);

} // namespace naru::analyzers::graph
