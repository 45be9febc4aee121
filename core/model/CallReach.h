#pragma once

#include "core/model/CodeModel.h"

#include <vector>

namespace naru::core {

/// Members that these lead to along calls, themselves included; by member. Invalid ids are passed over.
std::vector<bool> reachedFrom(const CodeModel& model, const std::vector<MemberId>& starts);

/// Entry points of kind Remote that another one of the system runs on its way (a servlet that calls the bean behind its remote interface):
/// a seam between two tiers, no request of its own; also the rest of a bean at least half of whose remote methods are such. By entry point.
std::vector<bool> innerRemotes(const CodeModel& model);

/// The class that answers an entry point, by entry point: the one that the name of the handler tells, where it inherits its handler from
/// a class or an interface above it; else the type in which the handler stands. Invalid without a handler.
std::vector<TypeId> answeringTypes(const CodeModel& model);

} // namespace naru::core
