#include "reports/qt/TableSetter.h"

#include "reports/writers/TableGrid.h"

#include <algorithm>
#include <cmath>

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr double kPad = 4;      ///< left and right of the text of a cell
constexpr double kPadTop = 2.5; ///< above and below

Qt::Alignment aligned(const PlacedCell& placed)
{
    const Alignment given = placed.cell == nullptr ? Alignment::Start : placed.cell->alignment;
    if (given == Alignment::End)
        return Qt::AlignRight;
    return given == Alignment::Center || placed.header ? Qt::AlignHCenter : Qt::AlignLeft;
}

class TableSetter {
public:
    TableSetter(const ReportTable& table, TextSetter& setter, const PageStyle& style, double width, double tallest)
        : m_setter(setter),
          m_style(style),
          m_grid(table),
          m_tallest(tallest),
          m_pad(setter.scaled(kPad)),
          m_padTop(setter.scaled(kPadTop))
    {
        m_edges.push_back(0);
        for (const int part : m_grid.widths(static_cast<int>(std::lround(width * 100))))
            m_edges.push_back(m_edges.back() + part / 100.0);
    }

    std::vector<Box> boxes()
    {
        auto frame = std::make_shared<TableFrame>();
        frame->width = m_edges.back();
        setCells();
        measure();
        std::vector<Box> out;
        for (std::size_t row = 0; row < m_grid.rows(); ++row) {
            const bool header = row < m_grid.headerRows();
            for (Box& box : rowBoxes(row)) {
                box.table = frame;
                if (header) {
                    box.keepWithNext = true;
                    frame->header.push_back(box);
                    frame->header.back().table.reset(); // no ring
                }
                out.push_back(std::move(box));
            }
        }
        return out;
    }

private:
    struct CellText {
        const PlacedCell* placed = nullptr;
        SetText text;
    };

    [[nodiscard]] double lineHeight() const { return m_style.table * m_style.tableSpacing * m_style.scale; }
    [[nodiscard]] double left(const PlacedCell& cell) const { return m_edges[cell.column]; }
    [[nodiscard]] double right(const PlacedCell& cell) const { return m_edges[cell.column + cell.columnSpan]; }

    void setCells()
    {
        m_cells.resize(m_grid.rows());
        m_covering.resize(m_grid.rows());
        for (std::size_t row = 0; row < m_grid.rows(); ++row)
            for (const PlacedCell& placed : m_grid.row(row)) {
                TextLook look{.size = m_style.table, .bold = placed.header, .alignment = aligned(placed), .spacing = m_style.tableSpacing};
                CellText cell{&placed, {}};
                if (placed.cell != nullptr)
                    cell.text = m_setter.set(placed.cell->runs, look, right(placed) - left(placed) - 2 * m_pad);
                m_cells[row].push_back(std::move(cell));
                for (std::size_t r = row; r < row + placed.rowSpan; ++r)
                    m_covering[r].push_back(&placed);
            }
    }

    void measure()
    {
        m_heights.assign(m_grid.rows(), lineHeight() + 2 * m_padTop);
        for (std::size_t row = 0; row < m_grid.rows(); ++row)
            for (const CellText& cell : m_cells[row])
                if (cell.placed->rowSpan == 1)
                    m_heights[row] = std::max(m_heights[row], cell.text.height() + 2 * m_padTop);
        for (std::size_t row = 0; row < m_grid.rows(); ++row)
            for (const CellText& cell : m_cells[row]) { // what a tall joined cell lacks goes to its last row
                double room = 0;
                for (std::size_t r = row; r < row + cell.placed->rowSpan; ++r)
                    room += m_heights[r];
                m_heights[row + cell.placed->rowSpan - 1] += std::max(0.0, cell.text.height() + 2 * m_padTop - room);
            }
    }

    /// The row as one box, or as one for every line when it is too tall for one.
    std::vector<Box> rowBoxes(std::size_t row)
    {
        const bool divided = m_heights[row] > m_tallest;
        const auto parts = divided ? static_cast<int>(std::ceil((m_heights[row] - 2 * m_padTop) / lineHeight() - 1e-6)) : 1;
        std::vector<Box> boxes(static_cast<std::size_t>(parts));
        for (int part = 0; part < parts; ++part) {
            Box& box = boxes[static_cast<std::size_t>(part)];
            const bool first = part == 0;
            const bool last = part == parts - 1;
            box.height = divided ? lineHeight() + (first ? m_padTop : 0) + (last ? m_padTop : 0) : m_heights[row];
            frameOf(box, row, first, last);
            for (const CellText& cell : m_cells[row])
                textOf(box, row, cell, divided, part);
            // No single line is left behind at the top or the foot of a page.
            box.keepWithNext = divided && (first || part == parts - 2) && !last;
        }
        if (joinedBelow(row) && !divided)
            boxes.back().keepWithNext = true;
        return boxes;
    }

    [[nodiscard]] bool joinedBelow(std::size_t row) const
    {
        return std::ranges::any_of(m_covering[row], [row](const PlacedCell* cell) { return cell->row + cell->rowSpan > row + 1; });
    }

    void frameOf(Box& box, std::size_t row, bool first, bool last)
    {
        for (const PlacedCell* cell : m_covering[row])
            if (cell->header)
                box.marks.emplace_back(FillMark{QRectF(left(*cell), 0, right(*cell) - left(*cell), box.height), paper::kHeader});
        for (const PlacedCell* cell : m_covering[row]) {
            const auto line = [&](QPointF from, QPointF to) { box.marks.emplace_back(LineMark{from, to, paper::kLine}); };
            line({left(*cell), 0}, {left(*cell), box.height});
            line({right(*cell), 0}, {right(*cell), box.height});
            if (first && cell->row == row)
                line({left(*cell), 0}, {right(*cell), 0});
            if (last && cell->row + cell->rowSpan == row + 1)
                line({left(*cell), box.height}, {right(*cell), box.height});
        }
    }

    void textOf(Box& box, std::size_t row, const CellText& cell, bool divided, int part)
    {
        if (!cell.text.layout)
            return;
        const double x = left(*cell.placed) + m_pad;
        if (divided) {
            if (part < cell.text.lines()) {
                box.marks.emplace_back(TextMark{cell.text.layout, part, {x, part == 0 ? m_padTop : 0}});
                if (part == 0)
                    box.footnotes.insert(box.footnotes.end(), cell.text.footnotes.begin(), cell.text.footnotes.end());
            }
            // Lines that the row has no room for (a joined cell) follow at once.
            if (part > 0 || cell.placed->rowSpan == 1)
                return;
            for (int line = 1; line < cell.text.lines() && cell.placed->rowSpan > 1; ++line)
                box.marks.emplace_back(TextMark{cell.text.layout, line, {x, m_padTop + line * cell.text.lineHeight}});
            return;
        }
        double room = 0;
        for (std::size_t r = row; r < row + cell.placed->rowSpan; ++r)
            room += m_heights[r] > m_tallest ? 0 : m_heights[r];
        const double y = std::max(m_padTop, (room - cell.text.height()) / 2);
        for (int line = 0; line < cell.text.lines(); ++line)
            box.marks.emplace_back(TextMark{cell.text.layout, line, {x, y + line * cell.text.lineHeight}});
        box.footnotes.insert(box.footnotes.end(), cell.text.footnotes.begin(), cell.text.footnotes.end());
    }

    TextSetter& m_setter;
    const PageStyle& m_style;
    TableGrid m_grid;
    double m_tallest;
    double m_pad;
    double m_padTop;
    std::vector<double> m_edges;
    std::vector<std::vector<CellText>> m_cells;
    std::vector<std::vector<const PlacedCell*>> m_covering;
    std::vector<double> m_heights;
};

} // namespace

std::vector<Box> setTable(const ReportTable& table, TextSetter& setter, const PageStyle& style, double width, double tallest)
{
    return TableSetter(table, setter, style, width, tallest).boxes();
}

} // namespace naru::reports
