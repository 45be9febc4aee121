#include "app/gui/pages/DiagnosisItem.h"

#include "app/gui/Names.h"
#include "app/gui/charts/RecordsChart.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr std::array kAnswers = {core::Answer::Yes, core::Answer::No, core::Answer::Unknown};
constexpr std::array<const char*, 3> kAnswerNames = {"Yes", "No", "Unknown"};

} // namespace

DiagnosisItem::DiagnosisItem(Environment& environment, checklist::Item item, QWidget* parent)
    : Card(QStringLiteral("item") + fromUtf8(item.id), parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_item(std::move(item)),
      m_question(makeLabel(objectName() + QStringLiteral("Question"), "heading", this, true)),
      m_explanation(makeLabel(objectName() + QStringLiteral("Explanation"), "muted", this, true)),
      m_proposalText(makeLabel(objectName() + QStringLiteral("Proposal"), "muted", this, true)),
      m_accept(new QPushButton(this)),
      m_note(new QLineEdit(this))
{
    setFocusPolicy(Qt::StrongFocus);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    for (std::size_t i = 0; i < kAnswers.size(); ++i) {
        m_buttons[i] = new QPushButton(this);
        m_buttons[i]->setObjectName(objectName() + QString::fromLatin1(kAnswerNames[i]));
        m_buttons[i]->setCheckable(true);
        m_buttons[i]->setFocusPolicy(Qt::TabFocus);
        line->addWidget(m_buttons[i]);
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] { choose(kAnswers[i]); });
    }
    line->addSpacing(12);
    line->addWidget(m_proposalText, 1);
    line->addWidget(m_accept);
    m_accept->setObjectName(objectName() + QStringLiteral("Accept"));
    connect(m_accept, &QPushButton::clicked, this, &DiagnosisItem::accept);
    body().addWidget(m_question);
    body().addWidget(m_explanation);
    body().addLayout(line);
    if (m_item.rider) {
        m_riderBox = new QCheckBox(this);
        m_riderBox->setObjectName(objectName() + QStringLiteral("Rider"));
        body().addWidget(m_riderBox);
        connect(m_riderBox, &QCheckBox::clicked, this, [this](bool on) { emit riderSet(fromUtf8(m_item.id), on); });
    }
    m_note->setObjectName(objectName() + QStringLiteral("Note"));
    body().addWidget(m_note);
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        if (m_note->text() != fromUtf8(m_answer.note))
            emit noted(fromUtf8(m_item.id), m_note->text());
    });
    connect(this, &Card::clicked, this, [this] { setFocus(); });
    m_words->say([this] { fill(); });
}

void DiagnosisItem::show(const core::GivenAnswer& answer, std::optional<bool> rider, const std::optional<core::Proposal>& proposal)
{
    m_answer = answer;
    m_rider = rider;
    m_proposal = proposal;
    fill();
}

void DiagnosisItem::showRecords(const checklist::LoadCurve& load, const std::vector<checklist::IncidentRecord>& incidents)
{
    const auto wants = [this](const char* kind) { return std::ranges::find(m_item.evidence, kind, &checklist::EvidenceKind::kind) != m_item.evidence.end(); };
    checklist::LoadCurve curve = wants("records.load") ? load : checklist::LoadCurve();
    auto events = wants("records.incidents") ? incidents : std::vector<checklist::IncidentRecord>();
    if (!m_records && curve.days.empty() && events.empty())
        return;
    if (!m_records) {
        m_records = new RecordsChart(m_env, this);
        m_records->setObjectName(objectName() + QStringLiteral("Records"));
        body().insertWidget(body().indexOf(m_note), m_records);
    }
    m_records->setRecords(std::move(curve), std::move(events));
}

void DiagnosisItem::fill()
{
    Language& language = m_env.language;
    m_question->setText(QStringLiteral("%1. %2").arg(fromUtf8(m_item.id), language.text(m_item.question)));
    m_explanation->setText(language.text(m_item.explanation));
    m_explanation->setVisible(!m_explanation->text().isEmpty());
    setAccessibleName(m_question->text());
    for (std::size_t i = 0; i < kAnswers.size(); ++i) {
        m_buttons[i]->setText(Names::of(kAnswers[i]));
        m_buttons[i]->setAccessibleName(tr("Question %1: %2").arg(fromUtf8(m_item.id), m_buttons[i]->text()));
        m_buttons[i]->setChecked(m_answer.value == kAnswers[i]);
    }
    const bool proposed = m_proposal && m_proposal->value != core::Answer::Unknown && m_proposal->value != core::Answer::Unanswered;
    if (proposed)
        m_proposalText->setText(tr("Proposal: %1. %2 (%3 % of the evidence could be looked at)")
                                    .arg(Names::of(m_proposal->value), language.text(m_proposal->reasonKey, m_proposal->reasonArgs))
                                    .arg(qRound(m_proposal->confidence * 100)));
    else if (m_proposal && !m_proposal->reasonKey.empty())
        m_proposalText->setText(language.text(m_proposal->reasonKey, m_proposal->reasonArgs));
    else
        m_proposalText->setText(tr("No evidence in the source yet; please answer from your records."));
    m_accept->setVisible(proposed && m_answer.value != m_proposal->value);
    m_accept->setText(tr("Accept (A)"));
    m_accept->setAccessibleName(tr("Question %1: accept the proposal").arg(fromUtf8(m_item.id)));
    if (m_riderBox) {
        m_riderBox->setText(language.text(m_item.rider->text));
        m_riderBox->setAccessibleName(m_riderBox->text());
        m_riderBox->setChecked(m_rider.value_or(false));
    }
    m_note->setPlaceholderText(tr("Note: why this answer? (for the audit)"));
    m_note->setAccessibleName(tr("Question %1: note").arg(fromUtf8(m_item.id)));
    if (!m_note->hasFocus())
        m_note->setText(fromUtf8(m_answer.note));
    setState(m_answer.value == core::Answer::Unanswered ? QString()
             : m_answer.value == core::Answer::Unknown  ? QStringLiteral("warn")
                                                        : QStringLiteral("accent"));
}

void DiagnosisItem::choose(core::Answer answer)
{
    setFocus();
    emit answered(fromUtf8(m_item.id), m_answer.value == answer ? core::Answer::Unanswered : answer);
    fill();
}

void DiagnosisItem::accept()
{
    if (m_accept->isVisibleTo(this) && m_proposal)
        emit answered(fromUtf8(m_item.id), m_proposal->value);
}

void DiagnosisItem::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Y:
        choose(core::Answer::Yes);
        return;
    case Qt::Key_N:
        choose(core::Answer::No);
        return;
    case Qt::Key_U:
        choose(core::Answer::Unknown);
        return;
    case Qt::Key_A:
        accept();
        return;
    case Qt::Key_Up:
        emit moved(-1);
        return;
    case Qt::Key_Down:
        emit moved(1);
        return;
    default:
        Card::keyPressEvent(event);
    }
}

void DiagnosisItem::focusInEvent(QFocusEvent* event)
{
    Card::focusInEvent(event);
    emit focused(fromUtf8(m_item.id));
    QWidget::update();
}

void DiagnosisItem::paintEvent(QPaintEvent* event)
{
    Card::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_env.theme.colours().accent, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace naru::gui
