#include "app/gui/widgets/TablePanel.h"

#include "app/gui/widgets/FlowLayout.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace naru::gui {

TablePanel::TablePanel(Environment& environment, const QString& name, TableModel* model, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_model(model),
      m_filter(new TableFilter(this)),
      m_view(new TableView(this)),
      m_line(new QLineEdit(this)),
      m_count(new QLabel(this)),
      m_tools(new QHBoxLayout)
{
    m_model->setParent(this);
    m_filter->setSourceModel(m_model);
    m_view->setObjectName(name);
    m_view->setModel(m_filter);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_line->setObjectName(name + QStringLiteral("Filter"));
    m_line->setClearButtonEnabled(true);
    m_line->setMaximumWidth(320);
    m_line->setMinimumWidth(110);
    m_count->setProperty("role", "muted");
    m_words->say([this] {
        m_line->setPlaceholderText(tr("Filter"));
        m_line->setAccessibleName(tr("Filter the table"));
        m_model->retranslate();
        count();
    });

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_line, 1);
    bar->addLayout(m_tools);
    bar->addStretch(1);
    bar->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);

    connect(m_line, &QLineEdit::textChanged, m_filter, &TableFilter::setWords);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &TablePanel::count);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &TablePanel::count);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &TablePanel::count);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        count();
        refit();
    });
    connect(m_view, &TableView::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            emit selected(m_model->subject(m_filter->mapToSource(index).row()));
    });
    // The row may be current already while something else was looked at since.
    connect(m_view, &QTableView::clicked, this, &TablePanel::tell);
    connect(m_view, &TableView::opened, this, [this](const QModelIndex& index) {
        const QString file = index.data(FileRole).toString();
        if (!file.isEmpty())
            emit jump(file, index.data(LineRole).toInt());
    });
    count();
}

std::vector<int> TablePanel::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows.push_back(m_filter->mapToSource(index).row());
    std::ranges::sort(rows);
    return rows;
}

void TablePanel::putToolsBelow()
{
    auto* outer = static_cast<QVBoxLayout*>(layout());
    auto* bar = outer->itemAt(0)->layout();
    bar->removeItem(m_tools);
    auto* lines = new FlowLayout; // as many lines as the width asks for
    while (QLayoutItem* item = m_tools->takeAt(0)) {
        if (item->widget())
            lines->addWidget(item->widget());
        delete item;
    }
    m_tools->setParent(nullptr);
    delete std::exchange(m_tools, nullptr);
    outer->insertLayout(1, lines);
}

void TablePanel::setAccessibleTitle(const QString& title)
{
    m_view->setAccessibleName(title);
}

void TablePanel::setEmpty(std::function<QString()> sentence)
{
    m_empty = std::move(sentence);
    count();
}

void TablePanel::refit()
{
    m_view->fitColumns(m_stretch);
}

void TablePanel::tell()
{
    const QModelIndex index = m_view->currentIndex();
    emit selected(index.isValid() ? m_model->subject(m_filter->mapToSource(index).row()) : Subject());
}

bool TablePanel::selectId(const QString& id)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data(IdRole).toString() == id) {
            m_view->setCurrentIndex(index);
            m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
            return true;
        }
    }
    return false;
}

void TablePanel::count()
{
    const int shown = m_filter->rowCount();
    const int all = m_model->rowCount();
    m_count->setText(shown != all ? tr("%1 of %2 rows").arg(m_env.language.number(qint64{shown}), m_env.language.number(qint64{all}))
                     : all == 1   ? tr("1 row")
                                  : tr("%1 rows").arg(m_env.language.number(qint64{all})));
    m_view->setEmptyText(all > 0 ? tr("No row fits the filter.") : m_empty ? m_empty() : QString());
}

} // namespace naru::gui
