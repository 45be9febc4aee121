#include "app/gui/pages/ReadinessPage.h"

#include "app/gui/models/TableModel.h"
#include "app/service/Services.h"

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>

#include <algorithm>

namespace naru::gui {

namespace {

constexpr int kProposedMonths = 6;

} // namespace

/// Accepting findings: for a reason, until a day; shown apart and opened again in the same place.
void ReadinessPage::buildAcceptance(QHBoxLayout& bar)
{
    m_shown = new QComboBox(this);
    m_shown->setObjectName(QStringLiteral("findingsShown"));
    m_shown->addItems({QString(), QString()});
    m_accept = new QPushButton(this);
    m_accept->setObjectName(QStringLiteral("acceptFindings"));
    m_baseline = new QPushButton(this);
    m_baseline->setObjectName(QStringLiteral("baseline"));
    auto* menu = new QMenu(m_baseline);
    QAction* take = menu->addAction(QString(), this, &ReadinessPage::takeBaseline);
    take->setObjectName(QStringLiteral("takeBaseline"));
    QAction* write = menu->addAction(QString(), this, &ReadinessPage::writeBaseline);
    write->setObjectName(QStringLiteral("writeBaseline"));
    m_baseline->setMenu(menu);
    for (QWidget* tool : std::initializer_list<QWidget*>{m_shown, m_accept, m_baseline})
        bar.addWidget(tool);
    connect(m_shown, &QComboBox::currentIndexChanged, this, &ReadinessPage::group);
    connect(m_accept, &QPushButton::clicked, this, [this] { m_shown->currentIndex() == 1 ? reopenSelected() : acceptSelected(); });
    words().say([this, take, write] {
        const QSignalBlocker quiet(m_shown);
        m_shown->setItemText(0, tr("Open"));
        m_shown->setItemText(1, tr("Accepted"));
        m_shown->setAccessibleName(tr("Open or accepted findings"));
        m_baseline->setText(tr("Baseline"));
        m_baseline->setToolTip(tr("A file of accepted findings, which the command line reads as well"));
        m_baseline->setAccessibleName(m_baseline->text());
        take->setText(tr("Take over a baseline..."));
        write->setText(tr("Accept all open findings and write a baseline..."));
        showAcceptance();
    });
}

void ReadinessPage::showAcceptance()
{
    const bool accepted = m_shown->currentIndex() == 1;
    m_accept->setText(accepted ? tr("Open again") : tr("Accept..."));
    m_accept->setToolTip(accepted ? tr("Takes the acceptance of the selected findings back")
                                  : tr("Accepts the selected finding or group for a reason, until a day"));
    m_accept->setAccessibleName(m_accept->toolTip());
    m_accept->setEnabled(m_findingsView && m_findingsView->currentIndex().isValid());
}

void ReadinessPage::acceptSelected()
{
    const auto chosen = m_findings->findings(m_filter->mapToSource(m_findingsView->currentIndex()));
    if (chosen.empty())
        return;
    const QString title = tr("Accept findings (%1)").arg(chosen.size());
    const QString reason = env().dialogs.askText(this, title, tr("Reason"), QString());
    if (reason.trimmed().isEmpty())
        return;
    const QString day = env().dialogs.askText(this, title, tr("Until (YYYY-MM-DD, empty: for good)"),
                                              QDate::currentDate().addMonths(kProposedMonths).toString(Qt::ISODate));
    if (document().acceptFindings(chosen, reason.trimmed(), day.trimmed()))
        emit document().said(tr("Accepted findings: %1. %2").arg(chosen.size()).arg(reason.trimmed()));
}

void ReadinessPage::reopenSelected()
{
    const auto chosen = m_findings->findings(m_filter->mapToSource(m_findingsView->currentIndex()));
    if (!chosen.empty() && document().reopenFindings(chosen))
        emit document().said(tr("Findings that are open again: %1").arg(chosen.size()));
}

void ReadinessPage::takeBaseline()
{
    const QString file = env().dialogs.openFile(this, tr("Take over a baseline"), QString(), QStringLiteral("JSON (*.json)"));
    if (!file.isEmpty() && document().takeBaseline(file))
        emit document().said(tr("Taken over: %1").arg(file));
}

void ReadinessPage::writeBaseline()
{
    if (!results().audit)
        return;
    core::AuditReport open = *results().audit;
    std::erase_if(open.findings, [](const core::Finding& one) { return one.suppressed; });
    const QString reason = env().dialogs.askText(this, tr("Write a baseline"), tr("Reason"), QString());
    if (reason.trimmed().isEmpty())
        return;
    const QString file = env().dialogs.saveFile(this, tr("Write a baseline"), document().systemName() + QStringLiteral(".baseline.json"),
                                                QStringLiteral("JSON (*.json)"));
    if (file.isEmpty())
        return;
    const std::string day = QDate::currentDate().addMonths(kProposedMonths).toString(Qt::ISODate).toStdString();
    const auto written = service::writeBaseline(open, reason.trimmed().toStdString(), day,
                                                env().settings.text(Setting::UserName).toStdString(), file.toStdString());
    if (!written)
        emit document().trouble(written.error());
    else if (document().acceptFindings(open.findings, reason.trimmed(), fromUtf8(day)))
        emit document().said(tr("Written: %1").arg(file));
}

} // namespace naru::gui
