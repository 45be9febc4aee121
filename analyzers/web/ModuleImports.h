#pragma once

#include "analyzers/web/ScriptModule.h"

namespace naru::analyzers::web {

/// The names that a module imports and gives on, from its tokens. What is imported for its type alone is left out.
std::vector<ScriptImport> moduleImports(const ScannedScript& script);

} // namespace naru::analyzers::web
