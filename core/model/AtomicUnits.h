#pragma once

#include "core/model/CodeModel.h"
#include "core/model/Partition.h"

#include <cstdint>
#include <string>
#include <vector>

namespace naru::core {

/// Accesses of a request that run in one transaction.
struct AtomicUnit {
    MemberId opener = {};                     ///< the member that opens the transaction; invalid where none is known
    std::vector<std::uint32_t> accesses = {}; ///< among those of the request, in their order
};

/// The accesses of a request by the transaction in which they run, in the order in which these begin. The group without an opener has
/// those that run in none: each of them is committed by itself. Empty where no boundary is known.
std::vector<AtomicUnit> accessUnits(const Transaction& request);

/// What succeeds or fails together in a request: its transactions; where no boundary is known the whole request counts as one.
std::vector<AtomicUnit> atomicUnits(const Transaction& request);

/// The entry points with a transaction that would lie in several contexts, each once.
std::vector<std::string> spanningEntries(const Alternative& split);

} // namespace naru::core
