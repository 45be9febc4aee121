#pragma once

#include "core/model/ReportModel.h"

#include <vector>

namespace naru::reports {

/// A cell at its place. Spans never reach over the edge of the table or over another cell.
struct PlacedCell {
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t rowSpan = 1;
    std::size_t columnSpan = 1;
    const core::Cell* cell = nullptr; ///< nullptr: a hole that no cell fills
    bool header = false;
};

/// The cells of a table on their grid, row by row: every place of the grid is covered exactly once, so that
/// writers of formats that insist on it need no care of their own.
class TableGrid {
public:
    explicit TableGrid(const core::ReportTable& table);

    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    [[nodiscard]] std::size_t headerRows() const { return m_headerRows; }
    [[nodiscard]] const std::vector<PlacedCell>& row(std::size_t index) const { return m_rows[index]; }
    /// Widths of the columns that together make exactly `total`; never below 1. They follow the shares that the table asks for, but
    /// where there is room, no word of a header is broken, and no short word of the body.
    [[nodiscard]] std::vector<int> widths(int total) const;

private:
    void keepWords();

    std::size_t m_columns = 1;
    std::size_t m_headerRows = 0;
    std::vector<std::vector<PlacedCell>> m_rows;
    std::vector<double> m_shares;
};

} // namespace naru::reports
