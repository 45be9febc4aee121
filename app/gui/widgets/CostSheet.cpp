#include "app/gui/widgets/CostSheet.h"

#include "app/gui/widgets/Sheet.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace naru::gui {
namespace {

enum SheetColumn { kName, kValue, kOperation, kSource, kColumns };

} // namespace

CostSheet::CostSheet(Environment& environment, QWidget* parent)
    : QTableWidget(0, kColumns, parent),
      m_env(environment),
      m_words(new Words(environment.language, this))
{
    setObjectName(QStringLiteral("costSheet"));
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ContiguousSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_fit = new ColumnFit(*this, {kName, kOperation, kSource});
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row < 0 || row >= rowCount())
            return;
        Subject s;
        s.title = item(row, kName)->text();
        s.summary = item(row, kValue)->text();
        if (!item(row, kOperation)->text().isEmpty())
            s.facts.emplace_back(tr("Operation"), item(row, kOperation)->text());
        s.evidence.push_back(m_sources[static_cast<std::size_t>(row)]);
        emit selected(s);
    });
    m_words->say([this] {
        setHorizontalHeaderLabels({tr("Step"), tr("Value"), tr("Operation"), tr("Source")});
        horizontalHeaderItem(kValue)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        for (const int column : {kName, kOperation, kSource})
            horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setAccessibleName(tr("Steps of the estimate"));
        showEveryStep();
    });
}

void CostSheet::clearSheet()
{
    setRowCount(0);
    m_sources.clear();
    showEveryStep();
}

void CostSheet::showEveryStep()
{
    m_fit->fit();
    setFixedHeight(m_fit->wholeHeight());
}

void CostSheet::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        showEveryStep();
}

void CostSheet::addLine(const QString& name, const QString& operation, const QString& value, const core::Evidence& source, bool bold)
{
    const int row = rowCount();
    m_sources.push_back(source);
    insertRow(row);
    const QString place = fromUtf8(!source.source.empty() ? source.source : source.text);
    const QString texts[] = {name, value, operation, place};
    for (int column = 0; column < kColumns; ++column) {
        auto* cell = new QTableWidgetItem(texts[column]);
        cell->setTextAlignment((column == kValue ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        if (bold) {
            QFont font = cell->font();
            font.setBold(true);
            cell->setFont(font);
        }
        if (column == kSource || column == kOperation)
            cell->setForeground(m_env.theme.colours().muted);
        setItem(row, column, cell);
    }
}

void CostSheet::show(const core::Estimate& estimate)
{
    setRowCount(0);
    m_sources.clear();
    for (const core::EstimateStep& step : estimate.steps) {
        const bool total = fromUtf8(step.name).contains(QLatin1StringView("total")) || step.value == estimate.developmentCost;
        addLine(m_env.language.text(step.name), fromUtf8(step.operation), Language::grouped(step.value), step.source, total);
    }
    showEveryStep();
}

void CostSheet::keyPressEvent(QKeyEvent* event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTableWidget::keyPressEvent(event);
        return;
    }
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        if (!selectionModel()->isRowSelected(row))
            continue;
        QStringList cells;
        for (int column = 0; column < kColumns; ++column)
            cells << item(row, column)->text();
        lines << cells.join(QLatin1Char('\t'));
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace naru::gui
