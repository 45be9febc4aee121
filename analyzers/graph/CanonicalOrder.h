#pragma once

#include "analyzers/spi/CodeIndex.h"
#include "core/base/Job.h"

namespace naru::analyzers::graph {

/// Brings a model into its canonical order (files by path, types, tables and views by name, members by owner and
/// line, statements and entry points by id and place, edges by from, to, line; duplicates of edges dropped) and renumbers
/// every id that names an element, also in the facts beside the model. Afterwards nothing depends on the order of arrival.
void canonicalize(CodeIndex& index, core::Job& job);

} // namespace naru::analyzers::graph
