#pragma once

#include "core/base/Error.h"

#include <string>
#include <vector>

namespace naru::reports {

/// Cells merged into one; lines 1-based, columns 0-based, both ends included.
struct MergedRange {
    int firstLine = 0;
    int lastLine = 0;
    std::size_t firstColumn = 0;
    std::size_t lastColumn = 0;
};

struct SheetRow {
    int line = 0; ///< 1-based
    std::vector<std::string> cells;
};

/// The texts of one worksheet, rows without any left out.
struct SheetContent {
    std::string name;
    std::vector<SheetRow> rows;
    std::vector<MergedRange> merged;
};

/// Reads the worksheets of an XLSX file from memory: shared and inline strings, numbers and the stored results of formulas
/// as they are written. Formulas are never computed, links never followed. Errors: Malformed, LimitExceeded.
core::Result<std::vector<SheetContent>> readWorkbook(const std::string& bytes);

} // namespace naru::reports
