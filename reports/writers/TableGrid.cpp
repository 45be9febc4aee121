#include "reports/writers/TableGrid.h"

#include <algorithm>

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
