#include "app/gui/pages/DiagnosisPage.h"

#include "app/gui/Names.h"

#include <QComboBox>
#include <QDate>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

namespace naru::gui {

void DiagnosisPage::buildTools(QHBoxLayout& bar)
{
    m_choice->setObjectName(QStringLiteral("catalogChoice"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(14);
    m_take->setObjectName(QStringLiteral("takeFile"));
    m_attach->setObjectName(QStringLiteral("attachEvidence"));
    m_compare->setObjectName(QStringLiteral("compareDates"));
    words().say([this] {
        m_choice->setAccessibleName(tr("Questionnaire"));
        m_take->setText(tr("Take over a file..."));
        m_take->setToolTip(tr(
            "Records of cost, incidents, load or changes (CSV), answers (JSON), a questionnaire of your own (JSON, or YAML of Konveyor)"));
        m_attach->setText(tr("Attach evidence..."));
        m_attach->setToolTip(tr("Attaches a file to the answer you looked at last"));
        m_compare->setText(tr("Compare with a day..."));
        for (QPushButton* button : {m_take, m_attach, m_compare})
            button->setAccessibleName(button->text());
    });
    for (QWidget* tool : std::initializer_list<QWidget*>{m_choice, m_take, m_attach, m_compare})
        bar.addWidget(tool);
    connect(m_choice, &QComboBox::activated, this, [this](int index) { choose(m_choice->itemData(index).toString().toStdString()); });
    connect(m_take, &QPushButton::clicked, this, &DiagnosisPage::takeFile);
    connect(m_attach, &QPushButton::clicked, this, &DiagnosisPage::attach);
    connect(m_compare, &QPushButton::clicked, this, &DiagnosisPage::compare);
}

void DiagnosisPage::takeFile()
{
    const QString file = env().dialogs.openFile(this, tr("Take over a file"), QString(),
                                                tr("Records, answers, questionnaires (*.csv *.tsv *.txt *.json *.yaml *.yml)"));
    if (file.isEmpty())
        return;
    const bool yaml =
        file.endsWith(QLatin1String(".yaml"), Qt::CaseInsensitive) || file.endsWith(QLatin1String(".yml"), Qt::CaseInsensitive);
    const bool json = file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    QFile bytes(file);
    const bool catalog = yaml || (json && bytes.open(QIODevice::ReadOnly) && bytes.read(1U << 16U).contains("naru.questionnaire/"));
    if (!catalog) {
        (void)(json ? document().takeAnswers(file, m_catalog ? m_catalog->id : std::string()) : document().takeRecords(file));
        return;
    }
    if (const auto taken = document().takeCatalog(file)) {
        fillCatalogs();
        choose(taken->id);
    }
}

void DiagnosisPage::attach()
{
    const core::AssessedItem* item = m_inspected.empty() ? nullptr : assessed(m_inspected);
    if (item == nullptr)
        return;
    const QString file =
        env().dialogs.openFile(this, tr("Attach evidence to question %1").arg(fromUtf8(m_inspected)), QString(), QString());
    if (file.isEmpty())
        return;
    core::GivenAnswer given = item->answer;
    given.attached.push_back(
        {.kind = "attached", .file = {}, .line = 0, .text = QFileInfo(file).fileName().toStdString(), .source = file.toStdString()});
    save(m_inspected, given);
}

void DiagnosisPage::compare()
{
    if (!m_catalog)
        return;
    const QString day = env().dialogs.askText(this, tr("Compare with a day"), tr("Day (YYYY-MM-DD)"),
                                              QDate::currentDate().addYears(-1).toString(Qt::ISODate));
    if (day.isEmpty())
        return;
    const QString now = QDate::currentDate().toString(Qt::ISODate);
    const QString until = env().dialogs.askText(this, tr("Compare with a day"), tr("Until the end of (YYYY-MM-DD)"), now);
    if (until.isEmpty())
        return;
    const bool today = until == now;
    const auto both = document().compared(m_catalog->id, day, today ? QString() : until);
    if (!both)
        return;
    Subject subject;
    subject.title = today ? tr("Changed since %1").arg(day) : tr("Changed from %1 to %2").arg(day, until);
    subject.summary = tr("Verdict on %1: %2 (YES %3). On %4: %5 (YES %6).")
                          .arg(day, outcome(both->before.verdict))
                          .arg(both->before.yes)
                          .arg(until, outcome(both->after.verdict))
                          .arg(both->after.yes);
    for (const checklist::ChangedItem& item : both->changed)
        subject.facts.emplace_back(
            tr("Question %1").arg(fromUtf8(item.id)),
            QStringLiteral("%1 → %2  %3 %4")
                .arg(Names::of(item.before.value), Names::of(item.after.value), fromUtf8(item.after.who), fromUtf8(item.after.note)));
    if (both->changed.empty())
        subject.facts.emplace_back(tr("Answers"), tr("No answer changed."));
    emit selected(subject);
}

} // namespace naru::gui
