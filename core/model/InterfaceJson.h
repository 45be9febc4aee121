#pragma once

#include "core/model/Partition.h"

#include <nlohmann/json.hpp>

namespace naru::core {

// Interfaces and sagas between contexts, as they stand in the JSON of a partition (schema naru.split/1).
// Reading throws nlohmann::json::exception where a required key is missing.

nlohmann::json toJson(const ContextInterface& link);
ContextInterface interfaceFrom(const nlohmann::json& value);
nlohmann::json toJson(const DistributedTransaction& transaction);
DistributedTransaction transactionFrom(const nlohmann::json& value);

} // namespace naru::core
