#include "costing/Inventory.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace naru::costing {

using core::Complexity;
using core::Decimal;
using core::FunctionType;

Inventory inventoryOf(const core::FunctionPointCount& count)
{
    Inventory inventory;
    inventory.method = count.method;
    for (const core::CountedFunction& function : count.functions) {
        if (function.state == core::FunctionState::Rejected)
            continue;
        inventory.functions.push_back({.name = function.name,
                                       .type = function.type,
                                       .complexity = function.complexity,
                                       .det = function.det,
                                       .ret = function.ret,
                                       .ftr = function.ftr,
                                       .confirmed = function.state == core::FunctionState::Confirmed});
    }
    return inventory;
}

Complexity complexityOf(const FunctionEntry& entry, const Tariff& tariff)
{
    if (entry.complexity)
        return *entry.complexity;
    const int files = isData(entry.type) ? entry.ret : entry.ftr;
    return entry.det > 0 ? tariff.complexity(entry.type, files, entry.det) : Complexity::Average;
}

Decimal functionPoints(const FunctionEntry& entry, core::CountMethod method, const Tariff& tariff)
{
    return tariff.weight(entry.type, method, complexityOf(entry, tariff));
}

Decimal difficulty(const Redevelopment& redevelopment, const Tariff& tariff)
{
    return Decimal(1) + Decimal::ratio(redevelopment.structure + redevelopment.documentation, 100) * tariff.redevelopment.span;
}

namespace {

/// Thousands of functions have fifteen weights: counted first, multiplied once.
Decimal weightedPoints(const std::vector<FunctionEntry>& functions, core::CountMethod method, const Tariff& tariff)
{
    constexpr std::size_t kTypes = 5;
    constexpr std::size_t kLevels = 3;
    std::array<std::array<std::int64_t, kLevels>, kTypes> counts{};
    for (const FunctionEntry& entry : functions)
        ++counts.at(static_cast<std::size_t>(entry.type)).at(static_cast<std::size_t>(complexityOf(entry, tariff)));
    Decimal sum;
    for (std::size_t type = 0; type < kTypes; ++type)
        for (std::size_t level = 0; level < kLevels; ++level)
            if (counts.at(type).at(level) > 0)
                sum += tariff.weight(static_cast<FunctionType>(type), method, static_cast<Complexity>(level)) *
                       Decimal(counts.at(type).at(level));
    return sum;
}

Decimal apiLinkPoints(const Inventory& inventory, const Tariff& tariff)
{
    // The seed counts one more data function per linked function; its complexity is low in the
    // standard method, because an interface hands over one record.
    const auto weight = [&](FunctionType type) -> const Decimal& { return tariff.weight(type, inventory.method, Complexity::Low); };
    std::int64_t own = 0;
    std::int64_t foreign = 0;
    if (inventory.splitKnown) {
        for (const FunctionEntry& link : inventory.apiLinkFunctions)
            ++(link.type == FunctionType::EIF ? foreign : own);
    } else {
        for (const FunctionEntry& entry : inventory.functions)
            if (!isData(entry.type) && entry.apiLink != ApiLink::None)
                ++(entry.apiLink == ApiLink::External ? foreign : own);
    }
    return weight(FunctionType::ILF) * Decimal(own) + weight(FunctionType::EIF) * Decimal(foreign);
}

} // namespace

InventorySize sizeOf(const Inventory& inventory, bool apiLinks, const Tariff& tariff)
{
    InventorySize size;
    if (inventory.totalFp)
        size.functions = *inventory.totalFp;
    else if (inventory.redevelopment) {
        const Redevelopment& again = *inventory.redevelopment;
        size.functions = again.newFp + again.changedFp * difficulty(again, tariff) + again.unchangedFp * again.testPercent / Decimal(100);
    } else {
        size.functions = weightedPoints(inventory.functions, inventory.method, tariff);
    }
    if (apiLinks)
        size.apiLinks = apiLinkPoints(inventory, tariff);
    return size;
}

} // namespace naru::costing
