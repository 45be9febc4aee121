#include "reports/writers/TableGrid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace naru::reports {

using namespace naru::core;

namespace {

std::size_t atLeastOne(int span)
{
    return static_cast<std::size_t>(std::max(1, span));
}

/// Columns that the rows need, with the spans that come down from rows above.
std::size_t columnsOf(const ReportTable& table)
{
    std::size_t columns = 1;
    std::vector<std::size_t> reaching; // per row: columns taken by spans from above
    reaching.resize(table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::size_t width = reaching[row];
        for (const Cell& cell : table.rows[row]) {
            width += atLeastOne(cell.columnSpan);
            const std::size_t last = std::min(table.rows.size(), row + atLeastOne(cell.rowSpan));
            for (std::size_t below = row + 1; below < last; ++below)
                reaching[below] += atLeastOne(cell.columnSpan);
        }
        columns = std::max(columns, width);
    }
    return columns;
}

constexpr double kPageEms = 50; ///< what a line of an upright A4 page holds in the type of tables
constexpr double kPadEms = 1.7; ///< the padding of a cell and the rounding of widths
constexpr double kLongestKept = 14; ///< a longer word of the body (a path, a qualified name) may be broken

/// Width of a letter in ems, on the safe side of common sans serif faces.
double emsOf(unsigned char first)
{
    if (first >= 0xE0)
        return 1; // Hangul, Hanja
    if (first >= 'A' && first <= 'Z')
        return 0.7;
    return std::string_view("ijlft.,:;'|!()[]").find(static_cast<char>(first)) == std::string_view::npos ? 0.58 : 0.36;
}

/// The longest part of the text that should stay in one piece, in ems. Korean text of a body breaks between any two letters.
double longestWord(const Cell& cell, bool header)
{
    double longest = 0;
    double word = 0;
    const auto end = [&] {
        if (header || word <= kLongestKept)
            longest = std::max(longest, word);
        word = 0;
    };
    for (const TextRun& run : cell.runs)
        for (const char letter : run.text) {
            const auto byte = static_cast<unsigned char>(letter);
            if (byte >= 0x80 && byte < 0xC0)
                continue; // inside a letter
            if (byte == ' ' || byte == '\n' || (!header && (byte >= 0xE0 || byte == '/')))
                end();
            else
                word += emsOf(byte) * (header ? 1.06 : 1);
        }
    end();
    return longest;
}

constexpr double kLeastShare = 0.5; ///< of the width that was asked for; a column of running text gives no more than that away

/// Widens columns until `needed` fits, those first that lack least, at the cost of those that have room; what does not fit stays.
void widen(std::vector<double>& ems, const std::vector<double>& needed, const std::vector<double>& asked)
{
    const auto spare = [&](std::size_t i) { return std::max(0.0, ems[i] - std::max(needed[i], asked[i] * kLeastShare)); };
    std::vector<std::size_t> lacking;
    double room = 0;
    for (std::size_t i = 0; i < ems.size(); ++i) {
        if (ems[i] < needed[i])
            lacking.push_back(i);
        room += spare(i);
    }
    std::ranges::stable_sort(lacking, {}, [&](std::size_t i) { return needed[i] - ems[i]; });
    double taken = 0;
    std::vector<double> wider = ems;
    for (const std::size_t i : lacking)
        if (taken + needed[i] - ems[i] <= room) {
            taken += needed[i] - ems[i];
            wider[i] = needed[i];
        }
    for (std::size_t i = 0; taken > 0 && i < ems.size(); ++i)
        wider[i] -= spare(i) * taken / room;
    ems = std::move(wider);
}

} // namespace

TableGrid::TableGrid(const ReportTable& table) : m_columns(columnsOf(table))
{
    const std::size_t count = table.rows.size();
    m_headerRows = std::min(static_cast<std::size_t>(std::max(0, table.headerRows)), count);
    m_rows.resize(count);
    std::vector<std::vector<bool>> taken(count, std::vector<bool>(m_columns));
    for (std::size_t row = 0; row < count; ++row) {
        std::size_t column = 0;
        const auto skipTaken = [&] {
            while (column < m_columns && taken[row][column])
                ++column;
        };
        for (const Cell& cell : table.rows[row]) {
            skipTaken();
            if (column >= m_columns)
                break;
            std::size_t columnSpan = 1;
            while (columnSpan < atLeastOne(cell.columnSpan) && column + columnSpan < m_columns && !taken[row][column + columnSpan])
                ++columnSpan;
            const std::size_t edge = row < m_headerRows ? m_headerRows : count; // a header cell ends with the header
            const std::size_t rowSpan = std::min(atLeastOne(cell.rowSpan), edge - row);
            for (std::size_t r = row; r < row + rowSpan; ++r)
                std::fill_n(taken[r].begin() + static_cast<std::ptrdiff_t>(column), columnSpan, true);
            m_rows[row].push_back({row, column, rowSpan, columnSpan, &cell, cell.header || row < m_headerRows});
        }
        for (skipTaken(); column < m_columns; skipTaken()) {
            taken[row][column] = true;
            m_rows[row].push_back({row, column, 1, 1, nullptr, row < m_headerRows});
        }
    }
    m_shares.assign(m_columns, 1);
    for (std::size_t i = 0; i < std::min(m_columns, table.widths.size()); ++i)
        m_shares[i] = std::max(0.1, table.widths[i]);
    keepWords();
}

void TableGrid::keepWords()
{
    const double sum = std::accumulate(m_shares.begin(), m_shares.end(), 0.0);
    for (double& share : m_shares)
        share *= kPageEms / sum;
    const std::vector<double> asked = m_shares;
    std::vector<double> headers(m_columns);
    std::vector<double> all(m_columns);
    for (const std::vector<PlacedCell>& row : m_rows)
        for (const PlacedCell& placed : row)
            if (placed.cell != nullptr && placed.columnSpan == 1) {
                const double word = longestWord(*placed.cell, placed.header) + kPadEms;
                all[placed.column] = std::max(all[placed.column], word);
                if (placed.header)
                    headers[placed.column] = std::max(headers[placed.column], word);
            }
    widen(m_shares, headers, asked);
    for (std::size_t i = 0; i < m_columns; ++i)
        all[i] = std::max(all[i], headers[i]);
    widen(m_shares, all, asked);
}

std::vector<int> TableGrid::widths(int total) const
{
    double sum = 0;
    for (const double share : m_shares)
        sum += share;
    std::vector<int> widths;
    int used = 0;
    double upTo = 0;
    for (std::size_t i = 0; i < m_columns; ++i) { // ends are rounded, not widths, so that nothing is left over
        upTo += m_shares[i];
        const int end = i + 1 == m_columns ? total : static_cast<int>(total * upTo / sum);
        widths.push_back(std::max(1, end - used));
        used += widths.back();
    }
    return widths;
}

} // namespace naru::reports
