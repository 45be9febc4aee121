#pragma once

#include "core/model/CodeModel.h"

#include <vector>

namespace naru::checklist {

/// The types of the largest cycle of use between types (a strongly connected component of typeUses, nested types
/// counted as their outermost type, test code left out), by name. Empty when no two types use each other.
std::vector<core::TypeId> largestUseCycle(const core::CodeModel& code);

/// The type that holds a nested type, however deep; the type itself when it is not nested.
core::TypeId outermostType(const core::CodeModel& code, core::TypeId type);

} // namespace naru::checklist
