#pragma once

#include "core/model/FunctionPointCount.h"
#include "costing/Inventory.h"

#include <string>
#include <string_view>

namespace naru::costing {

/// The inventory as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read Korean). Cells that a
/// spreadsheet would take for a formula get a leading apostrophe.
std::string inventoryCsv(const core::FunctionPointCount& count);

/// Reads an inventory from CSV: a header line that names at least name and type (in Korean or English), then one function a
/// line. Errors name line, column and remedy: Malformed (quotes, columns), InvalidArgument (types, counts, empty names).
core::Result<Inventory> parseInventoryCsv(std::string_view text, const std::string& origin, core::CountMethod method);

} // namespace naru::costing
