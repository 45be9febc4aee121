#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ViewCatalog.h"

#include <vector>

namespace naru::analyzers::graph {

/// Joins the code of pages to the rest: returns the steps by which a member that renders a page, or a page that includes another one,
/// runs its code; and makes entry points of pages that a browser can ask for, that work with data, and that nothing renders or includes.
/// A page that only shows what classes read for it stays a view where controllers lead: it counts where such pages outnumber
/// the other ways in. To be done when renders and statements are known.
std::vector<core::CallEdge> linkPageCode(CodeIndex& index, const CodeLookup& lookup, const ViewCatalog& views);

} // namespace naru::analyzers::graph
