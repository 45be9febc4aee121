#pragma once

#include "core/base/Error.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::core {

struct CsvRow {
    std::vector<std::string> cells;
    int line = 0; ///< where the row begins
};

/// Rows of comma separated values (RFC 4180; a quoted cell may hold line ends), without empty lines and byte order mark.
/// `origin` is the path named in an error. Errors: Malformed (a quotation mark is never closed).
Result<std::vector<CsvRow>> readCsv(std::string_view text, const std::string& origin, char separator = ',');

/// ';' when the first line has one outside of quotation marks and no comma, as spreadsheets of some languages write; else ','.
char csvSeparator(std::string_view text);

/// A cell to be written: quoted where it must be, and never one that a spreadsheet would take for a formula.
std::string csvCell(std::string text);

} // namespace naru::core
