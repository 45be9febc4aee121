#include "app/gui/widgets/Sheet.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableWidget>

#include <algorithm>
#include <vector>

namespace naru::gui {

void prepareSheet(QTableWidget& sheet, const QString& name, int columns)
{
    sheet.setObjectName(name);
    sheet.setColumnCount(columns);
    sheet.verticalHeader()->hide();
    sheet.setAlternatingRowColors(true);
    sheet.setSelectionBehavior(QAbstractItemView::SelectItems);
    sheet.setTabKeyNavigation(false);
    sheet.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

namespace {

constexpr int kCellMargin = 18; // pixels beside the text of a cell
constexpr int kLeastBreakingWidth = 90;

} // namespace

ColumnFit::ColumnFit(QTableWidget& table, QList<int> breaking)
    : QObject(&table),
      m_table(table),
      m_breaking(std::move(breaking))
{
    table.setWordWrap(true);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.horizontalHeader()->setStretchLastSection(true);
    table.verticalHeader()->setMinimumSectionSize(table.verticalHeader()->defaultSectionSize());
    table.viewport()->installEventFilter(this);
}

int ColumnFit::naturalWidth(int column) const
{
    int widest = 0;
    if (const QTableWidgetItem* head = m_table.horizontalHeaderItem(column))
        widest = QFontMetrics(m_table.horizontalHeader()->font()).horizontalAdvance(head->text());
    for (int row = 0; row < m_table.rowCount(); ++row)
        if (const QTableWidgetItem* cell = m_table.item(row, column)) {
            const QFont font = cell->data(Qt::FontRole).isValid() ? cell->font().resolve(m_table.font()) : m_table.font();
            widest = std::max(widest, QFontMetrics(font).horizontalAdvance(cell->text()));
        }
    return widest + kCellMargin;
}

void ColumnFit::fit()
{
    std::vector<int> widths;
    int kept = 0;
    int shared = 0;
    for (int column = 0; column < m_table.columnCount(); ++column) {
        widths.push_back(naturalWidth(column));
        (m_breaking.contains(column) ? shared : kept) += widths.back();
    }
    const int left = m_table.viewport()->width() - kept;
    if (shared > left) {
        int over = -left;
        for (const int column : m_breaking) {
            int& width = widths[static_cast<std::size_t>(column)];
            width = std::min(width, std::max(kLeastBreakingWidth, width * std::max(0, left) / shared));
            over += width;
        }
        // What the least widths took too much, the widest gives back.
        const int widest = std::ranges::max(m_breaking, {}, [&](int column) { return widths[static_cast<std::size_t>(column)]; });
        int& width = widths[static_cast<std::size_t>(widest)];
        width = std::min(width, std::max(kLeastBreakingWidth, width - std::max(0, over)));
    }
    for (int column = 0; column < m_table.columnCount(); ++column)
        m_table.setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    m_table.resizeRowsToContents();
}

int ColumnFit::wholeHeight() const
{
    const int bar = m_table.horizontalScrollBar()->maximum() > 0 ? m_table.horizontalScrollBar()->sizeHint().height() : 0;
    return m_table.horizontalHeader()->sizeHint().height() + m_table.verticalHeader()->length() + bar + 2 * m_table.frameWidth();
}

bool ColumnFit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table.viewport() && event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace naru::gui
