#include "costing/InventoryRows.h"

#include "core/base/Ascii.h"

#include <algorithm>
#include <map>

namespace naru::costing {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";
constexpr std::size_t kLongestPreamble = 40; ///< rows above the header: titles and notes of a workbook

/// Letters of a column as spreadsheets name it: 0 -> A, 26 -> AA.
std::string columnName(std::size_t column)
{
    std::string out;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return out;
}

void trimCell(std::string& text)
{
    const std::size_t begin = text.find_first_not_of(" \t\xC2\xA0");
    text = begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
    if (text.size() > 1 && text[0] == '\'' && kFormulaStarts.find(text[1]) != std::string_view::npos)
        text.erase(0, 1);
}

/// What a header may be called.
const std::map<std::string, std::string, std::less<>>& headerNames()
{
    static const std::map<std::string, std::string, std::less<>> kNames = {{"name", "name"},
                                                                           {"기능명", "name"},
                                                                           {"단위프로세스", "name"},
                                                                           {"단위 프로세스", "name"},
                                                                           {"단위프로세스명", "name"},
                                                                           {"단위 프로세스명", "name"},
                                                                           {"기능", "name"},
                                                                           {"type", "type"},
                                                                           {"유형", "type"},
                                                                           {"fp 유형", "type"},
                                                                           {"fp유형", "type"},
                                                                           {"기능유형", "type"},
                                                                           {"기능 유형", "type"},
                                                                           {"complexity", "complexity"},
                                                                           {"복잡도", "complexity"},
                                                                           {"det", "det"},
                                                                           {"ret", "ret"},
                                                                           {"ftr", "ftr"},
                                                                           {"state", "state"},
                                                                           {"상태", "state"}};
    return kNames;
}

std::string complexityName(const std::string& text)
{
    static const std::map<std::string, std::string, std::less<>> kNames = {{"낮음", "low"}, {"보통", "average"}, {"높음", "high"},
                                                                           {"l", "low"},    {"a", "average"},    {"h", "high"},
                                                                           {"하", "low"},   {"중", "average"},   {"상", "high"}};
    const auto found = kNames.find(core::smallLetters(text));
    return found == kNames.end() ? core::smallLetters(text) : found->second;
}

/// Turns rows into functions and says exactly what is wrong where.
class RowReader {
public:
    RowReader(const InventoryRow& header, std::string origin, core::CountMethod method) : m_origin(std::move(origin)), m_method(method)
    {
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            std::string name = header.cells[i];
            trimCell(name);
            if (const auto known = headerNames().find(core::smallLetters(name)); known != headerNames().end())
                m_columns.emplace(known->second, i);
        }
    }

    [[nodiscard]] bool has(const char* column) const { return m_columns.contains(column); }
    [[nodiscard]] bool within(const char* column, const MergedCells& range) const
    {
        const auto at = m_columns.find(column);
        return at != m_columns.end() && range.firstColumn <= at->second && at->second <= range.lastColumn;
    }

    Result<FunctionEntry> read(const InventoryRow& row) const
    {
        FunctionEntry entry{.name = value(row, "name")};
        if (entry.name.empty())
            return wrong(row, "name", "costing.field.empty");
        std::string type = value(row, "type");
        std::ranges::transform(type, type.begin(),
                               [](unsigned char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : static_cast<char>(c); });
        const auto known = functionTypeOf(type);
        if (!known)
            return wrong(row, "type", "costing.field.type");
        entry.type = *known;
        if (const std::string complexity = value(row, "complexity"); !complexity.empty()) {
            entry.complexity = complexityOf(complexityName(complexity));
            if (!entry.complexity)
                return wrong(row, "complexity", "costing.field.complexity");
        }
        for (const auto& [column, into] : {std::pair{"det", &entry.det}, std::pair{"ret", &entry.ret}, std::pair{"ftr", &entry.ftr}}) {
            const auto number = count(row, column);
            if (!number)
                return std::unexpected(number.error());
            *into = *number;
        }
        entry.confirmed = value(row, "state") == "confirmed";
        const bool counted = entry.det > 0 && (!isData(entry.type) || entry.ret > 0);
        if (m_method == core::CountMethod::Standard && !entry.complexity && !counted)
            return failure(ErrorCode::InvalidArgument, "costing.field.no-complexity", {{"field", "complexity"}, {"name", entry.name}},
                           m_origin, row.line);
        return entry;
    }

    [[nodiscard]] std::string value(const InventoryRow& row, const char* column) const
    {
        const auto at = m_columns.find(column);
        if (at == m_columns.end() || at->second >= row.cells.size())
            return {};
        std::string text = row.cells[at->second];
        trimCell(text);
        return text;
    }

private:
    /// "type (C7)".
    [[nodiscard]] std::string fieldOf(const InventoryRow& row, const char* column) const
    {
        const auto at = m_columns.find(column);
        return at == m_columns.end() ? std::string(column)
                                     : std::string(column) + " (" + columnName(at->second) + std::to_string(row.line) + ")";
    }

    std::unexpected<core::Error> wrong(const InventoryRow& row, const char* column, const char* key) const
    {
        return failure(ErrorCode::InvalidArgument, key, {{"field", fieldOf(row, column)}, {"value", value(row, column).substr(0, 40)}},
                       m_origin, row.line);
    }

    [[nodiscard]] Result<int> count(const InventoryRow& row, const char* column) const
    {
        constexpr int kLargest = 1'000'000;
        const std::string text = value(row, column);
        if (text.empty())
            return 0;
        const auto number = core::Decimal::parse(text);
        if (!number || !number->integral() || number->negative() || *number > core::Decimal(kLargest))
            return failure(
                ErrorCode::InvalidArgument, "costing.field.whole",
                {{"field", fieldOf(row, column)}, {"value", text.substr(0, 40)}, {"lowest", "0"}, {"highest", std::to_string(kLargest)}},
                m_origin, row.line);
        return std::stoi(number->text());
    }

    std::map<std::string, std::size_t, std::less<>> m_columns;
    std::string m_origin;
    core::CountMethod m_method;
};

std::string rangeName(const MergedCells& range)
{
    return columnName(range.firstColumn) + std::to_string(range.firstLine) + ":" + columnName(range.lastColumn) +
           std::to_string(range.lastLine);
}

} // namespace

Result<Inventory> inventoryOfRows(const InventoryTable& table, core::CountMethod method)
{
    if (table.rows.empty())
        return failure(ErrorCode::InvalidArgument, "costing.functions.empty", {}, table.origin);
    std::size_t header = 0;
    std::optional<RowReader> reader;
    for (std::size_t i = 0; i < std::min(table.rows.size(), kLongestPreamble) && !reader; ++i) {
        RowReader candidate(table.rows[i], table.origin, method);
        if (candidate.has("name") && candidate.has("type")) {
            header = i;
            reader = std::move(candidate);
        }
    }
    if (!reader)
        return failure(ErrorCode::Malformed, "costing.csv.header", {}, table.origin, table.rows.front().line);
    for (const MergedCells& range : table.merged)
        for (const char* column : {"name", "type"})
            if (range.firstLine != range.lastLine && range.lastLine > table.rows[header].line && reader->within(column, range))
                return failure(ErrorCode::InvalidArgument, "costing.table.merged", {{"range", rangeName(range)}, {"column", column}},
                               table.origin, range.firstLine);
    Inventory inventory{.method = method};
    for (std::size_t i = header + 1; i < table.rows.size(); ++i) {
        const InventoryRow& row = table.rows[i];
        const bool nothing = reader->value(row, "name").empty() && reader->value(row, "type").empty();
        if (nothing || reader->value(row, "state") == "rejected")
            continue;
        auto entry = reader->read(row);
        if (!entry)
            return std::unexpected(entry.error());
        inventory.functions.push_back(std::move(*entry));
    }
    if (inventory.functions.empty())
        return failure(ErrorCode::InvalidArgument, "costing.functions.empty", {}, table.origin);
    return inventory;
}

} // namespace naru::costing
