#pragma once

#include "core/model/CodeModel.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"
#include "costing/Tariff.h"

#include <functional>
#include <string>
#include <vector>

namespace naru::costing {

/// Tells an operation of a service (its member id) from a mere accessor of data that travels with it.
using IsOperation = std::function<bool(const std::string& member)>;

/// Members that work on data: they reach a statement. Where the code has no statements at all, whatever its name does not
/// give away as an accessor, a constructor or a member of a value type.
IsOperation operationsOf(const core::CodeModel& model);

/// The functions that the guide's API-link rule adds (seed 003, 'FP 추가'), from the real interfaces of a split:
/// one ILF for each operation that a service offers to others (overloads, and an interface with its implementation, are one),
/// one EIF for each service and table of another service that it reads without a database of its own for it.
/// Departs from IFPUG.
std::vector<core::CountedFunction> apiLinkFunctions(const core::Alternative& split, core::CountMethod method, const Tariff& tariff,
                                                    const IsOperation& isOperation);

/// Fills in the context of every function of the count.
void assignContexts(core::FunctionPointCount& count, const core::Alternative& split);

} // namespace naru::costing
