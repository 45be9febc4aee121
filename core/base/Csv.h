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

struct CsvFormat {
    char separator = ',';
    bool trimmed = false; ///< blanks around a cell, also the wide blank U+3000 before it, are no part of it; a row of empty cells is none
};

/// The separator that people used: a tab, semicolon or bar that is in every one of the first lines, else the comma, which may also be a
/// mark of thousands. Quoted parts do not count.
char csvSeparator(std::string_view text);

/// Rows of separated values (RFC 4180; a quoted cell may hold line ends and separators), without empty lines and byte order mark.
/// `origin` is the path named in an error. Errors: Malformed (a quotation mark is never closed).
Result<std::vector<CsvRow>> readCsv(std::string_view text, const std::string& origin, const CsvFormat& format = {});

/// A cell to be written: quoted where it must be, and never one that a spreadsheet would take for a formula.
std::string csvCell(std::string text);

} // namespace naru::core
