#pragma once

#include "core/base/Csv.h"
#include "core/base/Diagnostic.h"
#include "core/base/Error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::checklist {

/// A file of separated values as it stands; every row keeps the line on which it begins.
struct TextTable {
    char separator = ',';
    std::string encoding;           ///< UTF-8 or CP949
    std::vector<core::CsvRow> rows; ///< cells trimmed, empty rows left out; the first is the header
};

/// Bytes as UTF-8: valid UTF-8 (with or without a byte order mark) stays, everything else is taken for CP949.
/// Errors: NotReadable (binary content).
core::Result<std::string> decodeRecords(std::string_view bytes, const std::string& path, std::string* encoding = nullptr);

/// Finds the separator (comma, semicolon, tab, bar) and reads the rows; quoted cells may hold separators and line ends.
/// Errors: Malformed (no row at all, a quote that is never closed).
core::Result<TextTable> parseTable(std::string_view text, const std::string& path);

/// A number as people write it: thousands marks (1,234,567, 1 234 567 or 1.234.567), parts (2억 5천만원), a unit behind it (원, 천원, 만원, 백만원, 억원, %, 건, 분 ...).
/// A Korean unit of money multiplies. Empty when it is no number.
std::optional<double> parseNumber(std::string_view text);

/// Factor of the unit in a header such as "금액(천원)"; 1 when there is none.
double headerUnit(std::string_view header);

/// Days since 1970 of 2024-01-05, 2024.1.5, 2024/01/05, 20240105, 2024년 1월 5일, 2024-01 (the first), with or without a time behind it.
std::optional<int> parseDate(std::string_view text);

/// Hour of day of a text that ends in a time (…14:05, …14:05:09, 14시); empty when there is none.
std::optional<int> parseHour(std::string_view text);
/// Minutes since midnight of "2025-03-04 14:05", "오후 2시 5분" ...; empty when no time is told.
std::optional<int> parseMinuteOfDay(std::string_view text);

} // namespace naru::checklist
