#include "core/base/Csv.h"

#include <utility>

namespace naru::core {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

} // namespace

Result<std::vector<CsvRow>> readCsv(std::string_view text, const std::string& origin, char separator)
{
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    std::vector<CsvRow> rows;
    CsvRow row{.line = 1};
    std::string value;
    bool quoted = false;
    int line = 1;
    int opened = 0;
    const auto endRow = [&] {
        row.cells.push_back(std::move(value));
        value.clear();
        if (row.cells.size() > 1 || !row.cells.front().empty())
            rows.push_back(std::move(row));
        row = {.line = line};
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        line += c == '\n' ? 1 : 0;
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
                value += text[++i];
            else if (c == '"')
                quoted = false;
            else
                value += c;
        } else if (c == '"' && value.empty()) {
            quoted = true;
            opened = line;
        } else if (c == separator) {
            row.cells.push_back(std::move(value));
            value.clear();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            value += c;
        }
    }
    if (quoted)
        return failure(ErrorCode::Malformed, "core.csv.open-quote", {}, origin, opened);
    if (!value.empty() || !row.cells.empty())
        endRow();
    return rows;
}

char csvSeparator(std::string_view text)
{
    bool quoted = false;
    bool semicolon = false;
    for (const char c : text.substr(0, text.find('\n'))) {
        quoted = c == '"' ? !quoted : quoted;
        if (!quoted && c == ',')
            return ',';
        semicolon = semicolon || (!quoted && c == ';');
    }
    return semicolon ? ';' : ',';
}

std::string csvCell(std::string text)
{
    if (!text.empty() && kFormulaStarts.find(text.front()) != std::string_view::npos)
        text.insert(0, "'");
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

} // namespace naru::core
