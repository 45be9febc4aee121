#pragma once

#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/spi/CodeIndex.h"

namespace naru::analyzers::graph {

/// Puts settings where `${key}` or `${key:default}` stands: in the paths and names of entry points, in Spring's bean files and in web.xml. A
/// text of which a key is not known, or that has no default, stays as it is written.
void settlePlaceholders(CodeIndex& index, ProjectFacts& facts);

} // namespace naru::analyzers::graph
