#include "app/gui/widgets/TableView.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace naru::gui {

TableView::TableView(QWidget* parent) : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setSortingEnabled(true);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(72);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicatorShown(true);
    setHorizontalScrollMode(ScrollPerPixel);
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
}

QString TableView::selectionAsText() const
{
    if (!model() || !selectionModel())
        return {};
    QStringList lines;
    QStringList cells;
    const auto visible = [this](int column) { return !isColumnHidden(column); };
    for (int column = 0; column < model()->columnCount(); ++column)
        if (visible(column))
            cells << model()->headerData(column, Qt::Horizontal).toString();
    lines << cells.join(QLatin1Char('\t'));
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (int column = 0; column < model()->columnCount(); ++column)
            if (visible(column))
                cells << model()->index(row.row(), column).data().toString().replace(QLatin1Char('\n'), QLatin1Char(' '));
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void TableView::fitColumns(int stretch)
{
    constexpr int kLargest = 380;
    constexpr int kSmallest = 72;
    if (!model())
        return;
    horizontalHeader()->setResizeContentsPrecision(40);
    horizontalHeader()->setStretchLastSection(stretch < 0);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column == stretch) {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
            continue;
        }
        resizeColumnToContents(column);
        setColumnWidth(column, std::clamp(columnWidth(column) + 12, kSmallest, kLargest));
    }
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectionAsText());
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
    if (event->modifiers() == Qt::NoModifier)
        emit keyPressed(event->key());
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        emit currentRowChanged(current);
}

} // namespace naru::gui
