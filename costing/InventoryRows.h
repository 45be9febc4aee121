#pragma once

#include "core/base/Csv.h"
#include "costing/Inventory.h"

#include <string>
#include <vector>

namespace naru::costing {

/// One row of a table that was read from CSV or from a workbook.
using InventoryRow = core::CsvRow;

/// Cells that were merged into one in a workbook; lines 1-based, columns 0-based, both ends included.
struct MergedCells {
    int firstLine = 0;
    int lastLine = 0;
    std::size_t firstColumn = 0;
    std::size_t lastColumn = 0;
};

struct InventoryTable {
    std::string origin; ///< file, for errors
    std::vector<InventoryRow> rows;
    std::vector<MergedCells> merged;
};

/// Reads an inventory from rows: somewhere near the top a header that names at least name and type (in Korean or English),
/// then one function a row; rows without both are passed over. Errors name line, column, cell and remedy: Malformed (no
/// header), InvalidArgument (types, counts, empty names, names or types merged over several rows).
core::Result<Inventory> inventoryOfRows(const InventoryTable& table, core::CountMethod method);

} // namespace naru::costing
