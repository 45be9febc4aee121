#pragma once

#include "analyzers/graph/EntryCollector.h"

namespace naru::analyzers::graph {

/// The transactions of NEXCORE and of frameworks built on it: each public method of a process unit that is given the data of a request and its
/// context. Screens ask for it by the name of the class and that of the method, POST /PSaleMgmt_pSaveSale. Also the components of their batch jobs.
void addComponentEntries(const CodeLookup& lookup, EntryCollector& entries);

/// Calls between their components, which name the component and the method by constants: callSharedBizComponentByDirect("ep.SaleBase",
/// "fSave", data, context). A component is called like the end of its package. Also those from the work of a batch job to what stands around it.
void linkComponentCalls(CodeIndex& index, const CodeLookup& lookup);

/// Batch jobs that are started by name, callBatchJob("EPR011", parameters, context): a message to the component of that name.
void linkBatchStarts(CodeIndex& index, const CodeLookup& lookup);

/// Whether a class ("dms.ep.salebase.biz.FSale") stands in the package of a component ("ep.SaleBase"), or in one of its packages.
[[nodiscard]] bool inComponent(std::string_view type, std::string_view component);

} // namespace naru::analyzers::graph
