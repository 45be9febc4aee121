#pragma once

#include "core/base/Decimal.h"
#include "core/base/Error.h"
#include "core/model/Evidence.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::costing {

/// One row of the cost table of an information strategy plan.
struct IspRow {
    std::string id;
    core::LocalText major, middle, minor, basis, note;
    bool computed = false; ///< filled with the development cost of the estimate
    bool given = false;    ///< an amount was typed in, or computed
    core::Decimal amount;  ///< won
};

/// The table with what was typed in and the development cost in its place. Source: common ISP guide (2021).
struct IspTable {
    std::string edition;
    core::LocalText source;
    std::vector<IspRow> rows;
    core::Decimal total;
    std::vector<std::string> open; ///< ids of rows without an amount: the total is without them

    /// Reads resources/costing/isp-table.json. Errors: NotFound, NotReadable, Malformed.
    static core::Result<IspTable> load(const std::filesystem::path& resources);
    /// Sets a row. Errors: InvalidArgument (no such row, a computed row, a negative or fractional amount).
    core::Result<void> set(std::string_view row, const core::Decimal& amount);
    /// Puts the development cost in its row and adds up.
    void complete(const core::Decimal& developmentCost);
};

/// Reads {"hardware": 1000000, ...}: won by row. Errors name the field and the line.
core::Result<std::map<std::string, core::Decimal>> parseIspAmounts(std::string_view text, const std::string& origin, const IspTable& table);

} // namespace naru::costing
