#pragma once

#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "costing/Tariff.h"

#include <vector>

namespace naru::costing {

/// The functions that the guide's API-link rule adds (seed 003, 'FP 추가'), from the real interfaces of a split:
/// one ILF for each function that a service offers to others, one EIF for each service and table of
/// another service that it reads without a database of its own for it. Departs from IFPUG.
std::vector<core::CountedFunction> apiLinkFunctions(const core::Alternative& split, core::CountMethod method, const Tariff& tariff);

/// Fills in the context of every function of the count.
void assignContexts(core::FunctionPointCount& count, const core::Alternative& split);

} // namespace naru::costing
