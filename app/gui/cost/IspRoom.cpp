#include "app/gui/cost/IspRoom.h"

#include "app/gui/cost/CostInput.h"
#include "app/gui/widgets/Card.h"
#include "app/gui/widgets/Sheet.h"
#include "app/service/CostStudies.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

namespace naru::gui {
namespace {

enum StudyColumn { Major, Middle, Minor, Amount, Basis, Note, kStudyColumns };

constexpr const char* kArea = "isp";

} // namespace

IspRoom::IspRoom(Environment& environment, Document& document, QWidget* parent)
    : PlanRoom(environment, document, QStringLiteral("ispRoom"), parent),
      m_sheet(new QTableWidget(this)),
      m_text(makeLabel(QStringLiteral("ispText"), "heading", this, true)),
      m_remark(makeLabel(QStringLiteral("ispRemark"), "muted", this, true)),
      m_running(makeLabel(QStringLiteral("ispRunning"), "muted", this, true)),
      m_openRunning(
          makeButton(QStringLiteral("openRunningCost"), [] { return tr("Running cost..."); }, [this] { emit runningCostWanted(); }))
{
    if (auto blank = costing::IspTable::load(environment.resources))
        m_blank = std::move(*blank);
    buildSheet();
    auto* running = new QHBoxLayout;
    running->addWidget(m_running, 1);
    running->addWidget(m_openRunning, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_sheet, 1);
    layout->addWidget(m_remark);
    layout->addLayout(running);
    words().say([this] {
        m_sheet->setHorizontalHeaderLabels(
            {tr("Group"), tr("Kind"), tr("Item"), tr("Amount (won)"), tr("Basis of the amount"), tr("Remark")});
        m_sheet->setAccessibleName(tr("Cost table of the information strategy plan; type amounts into the cells"));
        m_openRunning->setToolTip(tr("Virtual machines against containers, from prices that you type in"));
    });
}

void IspRoom::buildSheet()
{
    prepareSheet(*m_sheet, QStringLiteral("ispSheet"), kStudyColumns);
    m_fit = new ColumnFit(*m_sheet, {Major, Middle, Minor, Basis, Note});
    connect(m_sheet, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* cell) { typed(cell); });
}

costing::IspTable IspRoom::table() const
{
    std::vector<core::Decision> amounts;
    for (const costing::IspRow& row : m_blank->rows)
        if (const auto value = document().decision(kArea, row.id); value && !value->is_null())
            amounts.push_back({.area = kArea, .key = row.id, .value = *value});
    return service::ispTableOf(*m_blank, amounts, document().results().estimate);
}

void IspRoom::refresh()
{
    if (!m_blank)
        return;
    const costing::IspTable filled = table();
    m_filling = true;
    fillRows(filled);
    m_fit->fit();
    m_filling = false;
    m_remark->setText(tr("Source of the table: %1").arg(language().text(filled.source)));
    if (!document().results().estimate)
        m_text->setText(tr("Choose an edition of the tariff first; the development cost then stands in its row."));
    else if (filled.open.empty())
        m_text->setText(tr("In all %1.").arg(language().won(filled.total.text())));
    else
        m_text->setText(tr("%1 so far; %2 rows are still without an amount. Type 0 for what does not apply.")
                            .arg(language().won(filled.total.text()), language().number(static_cast<qint64>(filled.open.size()))));
    fillRunningCost();
}

void IspRoom::fillRows(const costing::IspTable& table)
{
    const int last = static_cast<int>(table.rows.size());
    m_sheet->setRowCount(last + 1);
    m_ids.clear();
    for (int row = 0; row <= last; ++row) {
        const bool sum = row == last;
        const costing::IspRow* one = sum ? nullptr : &table.rows[static_cast<std::size_t>(row)];
        m_ids.push_back(sum ? std::string() : one->id);
        const std::array<QString, kStudyColumns> texts = {sum ? tr("Total") : language().text(one->major),
                                                          sum ? QString() : language().text(one->middle),
                                                          sum ? QString() : language().text(one->minor),
                                                          sum          ? Language::grouped(table.total.text())
                                                          : one->given ? Language::grouped(one->amount.text())
                                                                       : QString(),
                                                          sum ? QString() : language().text(one->basis),
                                                          sum ? QString() : language().text(one->note)};
        const bool open = !sum && !one->computed;
        for (int column = 0; column < kStudyColumns; ++column) {
            auto* cell = m_sheet->item(row, column);
            if (!cell)
                m_sheet->setItem(row, column, cell = new QTableWidgetItem);
            cell->setText(texts[static_cast<std::size_t>(column)]);
            cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | (open && column == Amount ? Qt::ItemIsEditable : Qt::NoItemFlags));
            cell->setBackground(open && column == Amount ? QBrush(colours().accentSoft) : QBrush());
            QFont font = m_sheet->font();
            font.setBold(!open);
            cell->setFont(font);
            if (column == Amount)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
    }
}

void IspRoom::fillRunningCost()
{
    const auto& plan = document().results().plan;
    const auto* cost = plan && plan->runningCost ? &*plan->runningCost : nullptr;
    m_openRunning->setEnabled(plan.has_value());
    if (!plan)
        m_running->setText(tr("Running cost: make a plan first; the prices are typed in there."));
    else if (!cost || !cost->missing.empty())
        m_running->setText(tr("Running cost of virtual machines against containers: not all prices have been typed in yet."));
    else
        m_running->setText(tr("Running cost in %1 years: virtual machines %2, containers %3.")
                               .arg(QString::number(cost->years), language().won(cost->machines), language().won(cost->containers)));
}

void IspRoom::typed(const QTableWidgetItem* cell)
{
    if (m_filling || cell->column() != Amount || cell->row() >= static_cast<int>(m_ids.size()))
        return;
    const std::string id = m_ids[static_cast<std::size_t>(cell->row())]; // a copy: deciding fills the rows anew
    const QString text = cell->text().trimmed();
    if (text.isEmpty()) {
        document().decide(kArea, id, std::nullopt, "gui.edit.isp");
        return refresh();
    }
    const auto amount = typedWon(text);
    if (!amount) {
        const QString item = m_sheet->item(cell->row(), Minor)->text();
        refresh();
        m_remark->setText(tr("%1: '%2' is not a whole amount of 0 won or more. The former amount stays.").arg(item, text.left(40)));
        return;
    }
    document().decide(kArea, id, amount->text(), "gui.edit.isp");
    refresh();
}

} // namespace naru::gui
