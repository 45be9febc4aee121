#include "app/gui/widgets/TableView.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr const char* kStretchColumn = "stretchColumn";
constexpr int kStretchLeast = 170; ///< of the column that takes the room left over, in a table that is not itself narrow

/// Gives one column the room that is left; where too little is left it keeps a readable width and the table scrolls.
void stretchColumn(QTableView& view)
{
    const QVariant wanted = view.property(kStretchColumn);
    if (!wanted.isValid() || !view.model() || wanted.toInt() < 0 || wanted.toInt() >= view.model()->columnCount())
        return;
    const int column = wanted.toInt();
    int others = 0;
    for (int other = 0; other < view.model()->columnCount(); ++other)
        if (other != column && !view.isColumnHidden(other))
            others += view.columnWidth(other);
    const int least = std::min(kStretchLeast, view.viewport()->width() / 2);
    const bool room = view.viewport()->width() - others >= least;
    view.horizontalHeader()->setSectionResizeMode(column, room ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!room)
        view.setColumnWidth(column, std::max(least, view.horizontalHeader()->minimumSectionSize()));
}

/// Looks again when the table gets another width.
class Stretcher : public QObject {
public:
    explicit Stretcher(QTableView& view) : QObject(&view), m_view(view) { view.viewport()->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize)
            stretchColumn(m_view);
        return QObject::eventFilter(watched, event);
    }

private:
    QTableView& m_view;
};

} // namespace

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
    new Stretcher(*this);
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
        if (column == stretch)
            continue;
        resizeColumnToContents(column);
        setColumnWidth(column, std::clamp(columnWidth(column) + 12, kSmallest, kLargest));
    }
    setProperty(kStretchColumn, stretch);
    stretchColumn(*this);
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

void TableView::setEmptyText(const QString& sentence)
{
    if (m_emptyText == sentence)
        return;
    m_emptyText = sentence;
    viewport()->update();
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(12, 8, -12, -8), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

/// The row that is looked at stays in sight, as when the source opens below it.
void TableView::resizeEvent(QResizeEvent* event)
{
    const int top = currentIndex().isValid() ? visualRect(currentIndex()).top() : -1;
    QTableView::resizeEvent(event);
    if (top >= 0 && top < event->oldSize().height() && top + rowHeight(currentIndex().row()) > viewport()->height())
        scrollTo(currentIndex().siblingAtColumn(std::max(0, columnAt(0))));
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        emit currentRowChanged(current);
}

} // namespace naru::gui
