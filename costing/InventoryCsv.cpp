#include "costing/InventoryCsv.h"

#include "core/base/Csv.h"
#include "costing/InventoryRows.h"

#include <algorithm>
#include <array>

namespace naru::costing {

using core::Result;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view stateName(core::FunctionState state)
{
    return state == core::FunctionState::Confirmed ? "confirmed" : state == core::FunctionState::Rejected ? "rejected" : "proposed";
}

} // namespace

std::string inventoryCsv(const core::FunctionPointCount& count)
{
    std::string out = std::string(kByteOrderMark) + "id,name,type,complexity,det,ret,ftr,fp,state,context,evidence\r\n";
    for (const core::CountedFunction& function : count.functions) {
        const core::Evidence at = function.evidence.empty() ? core::Evidence() : function.evidence.front();
        const auto number = [](int value) { return value == 0 ? std::string() : std::to_string(value); };
        const std::array cells = {function.id,
                                  function.name,
                                  std::string(nameOf(function.type)),
                                  std::string(nameOf(function.complexity)),
                                  number(function.det),
                                  number(function.ret),
                                  number(function.ftr),
                                  function.fp,
                                  std::string(stateName(function.state)),
                                  function.context,
                                  at.file.empty() ? at.source : at.file + ":" + std::to_string(at.line)};
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i == 0 ? "" : ",") + core::csvCell(cells.at(i));
        out += "\r\n";
    }
    return out;
}

Result<Inventory> parseInventoryCsv(std::string_view text, const std::string& origin, core::CountMethod method)
{
    const auto rows = core::readCsv(text, origin);
    if (!rows)
        return std::unexpected(rows.error());
    return inventoryOfRows({.origin = origin, .rows = *rows}, method);
}

} // namespace naru::costing
