#include "costing/Inventory.h"

#include <algorithm>

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

Decimal apiLinkPoints(const Inventory& inventory, const Tariff& tariff)
{
    // The seed counts one more data function per linked function; its complexity is low in the
    // standard method, because an interface hands over one record.
    const auto weight = [&](FunctionType type) -> const Decimal& { return tariff.weight(type, inventory.method, Complexity::Low); };
    Decimal sum;
    if (inventory.splitKnown) {
        for (const FunctionEntry& link : inventory.apiLinkFunctions)
            sum += weight(link.type);
        return sum;
    }
    for (const FunctionEntry& entry : inventory.functions)
        if (!isData(entry.type) && entry.apiLink != ApiLink::None)
            sum += weight(entry.apiLink == ApiLink::External ? FunctionType::EIF : FunctionType::ILF);
    return sum;
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
        for (const FunctionEntry& entry : inventory.functions)
            size.functions += functionPoints(entry, inventory.method, tariff);
    }
    if (apiLinks)
        size.apiLinks = apiLinkPoints(inventory, tariff);
    return size;
}

} // namespace naru::costing
