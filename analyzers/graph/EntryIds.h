#pragma once

#include "analyzers/graph/CodeLookup.h"

namespace naru::analyzers::graph {

/// Makes the ids of entry points unique: of handlers of one path the first by file and line keeps the id, the others are told from it by what
/// they take and give ("GET /x [produces=text/html]": media types and headers of Spring and JAX-RS), else by their names
/// ("GET /x [a.C.list(String)]"), else by numbers. An id that nobody shares stays as it is.
void tellEntriesApart(core::CodeModel& model, const CodeLookup& lookup);

} // namespace naru::analyzers::graph
