#include "core/model/AtomicUnits.h"

#include <algorithm>
#include <numeric>

namespace naru::core {

std::vector<AtomicUnit> accessUnits(const Transaction& request)
{
    std::vector<AtomicUnit> found;
    for (const AccessUnit& one : request.units) {
        if (found.empty() || found.back().opener != one.opener)
            found.push_back({.opener = one.opener});
        found.back().accesses.push_back(one.access);
    }
    return found;
}

std::vector<AtomicUnit> atomicUnits(const Transaction& request)
{
    std::vector<AtomicUnit> found = accessUnits(request);
    std::erase_if(found, [](const AtomicUnit& unit) { return !unit.opener.valid(); });
    if (request.units.empty()) {
        found.emplace_back().accesses.resize(request.accesses.size());
        std::iota(found.front().accesses.begin(), found.front().accesses.end(), 0U);
    }
    return found;
}

std::vector<std::string> spanningEntries(const Alternative& split)
{
    std::vector<std::string> entries;
    for (const DistributedTransaction& one : split.distributedTransactions) // by entry point
        if (entries.empty() || entries.back() != one.entryPoint)
            entries.push_back(one.entryPoint);
    return entries;
}

} // namespace naru::core
