#include "core/base/Csv.h"

#include "core/base/Blanks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace naru::core {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kWideBlank = "\u3000";
constexpr std::string_view kFormulaStarts = "=+-@\t\r";

} // namespace

char csvSeparator(std::string_view text)
{
    constexpr std::array kCandidates{'\t', ';', '|'};
    constexpr int kLines = 20;
    std::array<int, kCandidates.size()> counts{};
    bool quoted = false;
    int lines = 0;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (c == '\n' && ++lines == kLines)
            break;
        for (std::size_t i = 0; i < kCandidates.size(); ++i)
            counts[i] += !quoted && c == kCandidates[i] ? 1 : 0;
    }
    for (std::size_t i = 0; i < kCandidates.size(); ++i)
        if (counts[i] >= lines && counts[i] > 0)
            return kCandidates[i];
    return ',';
}

namespace {

/// Without the blanks at its ends, also wide ones before it.
std::string_view trimmedCell(std::string_view text)
{
    while (text.starts_with(kWideBlank))
        text.remove_prefix(kWideBlank.size());
    return trimmed(text);
}

class CsvReader {
public:
    CsvReader(std::string_view text, const CsvFormat& format) : m_text(text), m_format(format) {}

    Result<std::vector<CsvRow>> run(const std::string& origin)
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            m_line += c == '\n' ? 1 : 0;
            if (m_quoted)
                quoted(c);
            else
                plain(c);
        }
        if (m_quoted)
            return failure(ErrorCode::Malformed, "core.csv.open-quote", {}, origin, m_opened);
        if (!m_value.empty() || !m_row.cells.empty())
            endRow();
        return std::move(m_rows);
    }

private:
    void quoted(char c)
    {
        if (c != '"') {
            m_value += c;
        } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
            m_value += '"';
            ++m_at;
        } else {
            m_quoted = false;
        }
    }
    void plain(char c)
    {
        if (c == '"' && (m_format.trimmed ? trimmedCell(m_value) : std::string_view(m_value)).empty()) {
            m_value.clear();
            m_quoted = true;
            m_opened = m_line;
        } else if (c == m_format.separator) {
            endCell();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            m_value += c;
        }
    }
    void endCell()
    {
        m_row.cells.push_back(m_format.trimmed ? std::string(trimmedCell(m_value)) : std::move(m_value));
        m_value.clear();
    }
    void endRow()
    {
        endCell();
        const bool nothing = m_format.trimmed ? std::ranges::all_of(m_row.cells, &std::string::empty)
                                              : m_row.cells.size() == 1 && m_row.cells.front().empty();
        if (!nothing)
            m_rows.push_back(std::move(m_row));
        m_row = {.line = m_line};
    }

    std::string_view m_text;
    CsvFormat m_format;
    std::vector<CsvRow> m_rows;
    CsvRow m_row{.line = 1};
    std::string m_value;
    bool m_quoted = false;
    std::size_t m_at = 0;
    int m_line = 1;
    int m_opened = 0;
};

} // namespace

Result<std::vector<CsvRow>> readCsv(std::string_view text, const std::string& origin, const CsvFormat& format)
{
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    return CsvReader(text, format).run(origin);
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
