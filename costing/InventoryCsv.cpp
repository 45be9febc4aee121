#include "costing/InventoryCsv.h"

#include "core/base/Csv.h"

#include <algorithm>
#include <array>
#include <map>

namespace naru::costing {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

std::string_view stateName(core::FunctionState state)
{
    return state == core::FunctionState::Confirmed ? "confirmed" : state == core::FunctionState::Rejected ? "rejected" : "proposed";
}

void trim(std::string& text)
{
    const std::size_t begin = text.find_first_not_of(" \t\xC2\xA0");
    text = begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
    if (text.size() > 1 && text[0] == '\'' && kFormulaStarts.find(text[1]) != std::string_view::npos)
        text.erase(0, 1);
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c); });
    return text;
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
    const auto found = kNames.find(lower(text));
    return found == kNames.end() ? lower(text) : found->second;
}

/// Turns rows into functions and says exactly what is wrong where.
class RowReader {
public:
    RowReader(const core::CsvRow& header, std::string origin, core::CountMethod method) : m_origin(std::move(origin)), m_method(method)
    {
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            std::string name = header.cells[i];
            trim(name);
            if (const auto known = headerNames().find(lower(name)); known != headerNames().end())
                m_columns.emplace(known->second, i);
        }
    }

    [[nodiscard]] bool has(const char* column) const { return m_columns.contains(column); }

    Result<FunctionEntry> read(const core::CsvRow& row) const
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

    [[nodiscard]] std::string value(const core::CsvRow& row, const char* column) const
    {
        const auto at = m_columns.find(column);
        if (at == m_columns.end() || at->second >= row.cells.size())
            return {};
        std::string text = row.cells[at->second];
        trim(text);
        return text;
    }

private:
    std::unexpected<core::Error> wrong(const core::CsvRow& row, const char* column, const char* key) const
    {
        return failure(ErrorCode::InvalidArgument, key, {{"field", column}, {"value", value(row, column).substr(0, 40)}}, m_origin,
                       row.line);
    }

    [[nodiscard]] Result<int> count(const core::CsvRow& row, const char* column) const
    {
        constexpr int kLargest = 1'000'000;
        const std::string text = value(row, column);
        if (text.empty())
            return 0;
        const auto number = core::Decimal::parse(text);
        if (!number || !number->integral() || number->negative() || *number > core::Decimal(kLargest))
            return failure(ErrorCode::InvalidArgument, "costing.field.whole",
                           {{"field", column}, {"value", text.substr(0, 40)}, {"lowest", "0"}, {"highest", std::to_string(kLargest)}},
                           m_origin, row.line);
        return std::stoi(number->text());
    }

    std::map<std::string, std::size_t, std::less<>> m_columns;
    std::string m_origin;
    core::CountMethod m_method;
};

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
    if (rows->empty())
        return failure(ErrorCode::InvalidArgument, "costing.functions.empty", {}, origin);
    const RowReader reader(rows->front(), origin, method);
    if (!reader.has("name") || !reader.has("type"))
        return failure(ErrorCode::Malformed, "costing.csv.header", {}, origin, rows->front().line);
    Inventory inventory{.method = method};
    for (std::size_t i = 1; i < rows->size(); ++i) {
        if (reader.value((*rows)[i], "state") == "rejected")
            continue;
        auto entry = reader.read((*rows)[i]);
        if (!entry)
            return std::unexpected(entry.error());
        inventory.functions.push_back(std::move(*entry));
    }
    if (inventory.functions.empty())
        return failure(ErrorCode::InvalidArgument, "costing.functions.empty", {}, origin);
    return inventory;
}

} // namespace naru::costing
