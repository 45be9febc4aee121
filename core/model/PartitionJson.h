#pragma once

#include "core/base/Error.h"
#include "core/model/Partition.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::core {

/// The object of `naru split --json`.
nlohmann::json toJson(const Partition& partition);
nlohmann::json toJson(const Alternative& alternative);
/// Gives shares, strengths and metrics the decimals with which toJson writes them: a split that was just made and the same one read from a
/// project then lead to the same results, to the last digit.
void settle(Alternative& alternative);
/// Errors: Malformed.
Result<Partition> partitionFromJson(const nlohmann::json& json);

/// A partition file: {"member": "context", ...}; also reads the object of `naru split` (its first alternative).
/// Pairs in the order of the keys. Errors: Malformed.
Result<std::vector<std::pair<std::string, std::string>>> membershipFromJson(const nlohmann::json& json);
/// {"member id": "context id"} of one alternative.
nlohmann::json membershipJson(const Alternative& alternative);

std::string_view nameOf(MemberRole role);    ///< class, table, view
std::string_view nameOf(SubdomainKind kind); ///< core, supporting, generic
std::string_view nameOf(InterfaceKind kind); ///< call, sharedTable, distributedTransaction

} // namespace naru::core
