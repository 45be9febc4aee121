#include "app/gui/widgets/Inspector.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

namespace naru::gui {
namespace {

/// "path:line" or the document a piece of evidence comes from.
QString placeOf(const core::Evidence& evidence)
{
    if (!evidence.file.empty())
        return fromUtf8(evidence.file) + (evidence.line > 0 ? QStringLiteral(":%1").arg(evidence.line) : QString());
    return fromUtf8(evidence.source);
}

/// Lets long names break at their joints: a label grows beyond its dock otherwise.
QString breakable(QString text)
{
    static const QRegularExpression joints(QStringLiteral("([./_#(,])(?=\\S)"));
    return text.replace(joints, QStringLiteral("\\1\u200b"));
}

} // namespace

Inspector::Inspector(Environment& environment, QWidget* parent)
    : QDockWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_title(new QLabel(this)),
      m_summary(new QLabel(this)),
      m_facts(new QLabel(this)),
      m_heading(new QLabel(this)),
      m_list(new QListWidget(this)),
      m_jump(new QPushButton(this)),
      m_copy(new QPushButton(this))
{
    setObjectName(QStringLiteral("inspector"));
    setFeatures(DockWidgetClosable | DockWidgetMovable);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    auto* body = new QWidget(this);
    body->setMinimumWidth(220);
    auto* layout = new QVBoxLayout(body);
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setProperty("role", "heading");
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_heading->setProperty("role", "heading");
    m_list->setObjectName(QStringLiteral("evidenceList"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_jump->setObjectName(QStringLiteral("evidenceJump"));
    m_copy->setObjectName(QStringLiteral("evidenceCopy"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_jump);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto* scroll = new QScrollArea(body);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* about = new QWidget(scroll);
    about->setProperty("scrollBody", true);
    auto* words = new QVBoxLayout(about);
    words->setContentsMargins({});
    words->addWidget(m_title);
    words->addWidget(m_summary);
    words->addWidget(m_facts);
    words->addStretch();
    scroll->setWidget(about);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_heading);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    setWidget(body);

    connect(m_list, &QListWidget::itemActivated, this, &Inspector::jumpToCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_jump->setEnabled(row >= 0 && !m_subject.evidence[static_cast<std::size_t>(row)].file.empty()); });
    connect(m_jump, &QPushButton::clicked, this, &Inspector::jumpToCurrent);
    connect(m_copy, &QPushButton::clicked, this, &Inspector::copy);
    m_words->say([this] {
        setWindowTitle(tr("Evidence"));
        m_list->setAccessibleName(tr("Evidence of what is selected"));
        m_jump->setText(tr("Go to source"));
        m_copy->setText(tr("Copy"));
        m_jump->setAccessibleName(m_jump->text());
        m_copy->setAccessibleName(tr("Copy the evidence"));
        fill();
    });
    connect(&m_env.theme, &Theme::changed, this, &Inspector::fill);
}

void Inspector::show(const Subject& subject)
{
    m_subject = subject;
    fill();
}

void Inspector::clear()
{
    show({});
}

void Inspector::fill()
{
    const bool empty = m_subject.empty();
    m_title->setText(empty ? tr("Nothing is selected") : breakable(m_subject.title));
    m_summary->setText(empty ? tr("Select an answer, a context, a function or a figure to see what it rests on.") : m_subject.summary);
    m_summary->setVisible(!m_summary->text().isEmpty());
    QString facts;
    for (const auto& [name, value] : m_subject.facts)
        facts += QStringLiteral("<p style='margin:0 0 6px 0'><span style='color:%1'>%2</span><br/>%3</p>")
                     .arg(m_env.theme.colours().muted.name(), name.toHtmlEscaped(), breakable(value).toHtmlEscaped());
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
    m_list->clear();
    for (const core::Evidence& evidence : m_subject.evidence) {
        const QString place = placeOf(evidence);
        const QString quote = fromUtf8(evidence.text).simplified();
        auto* item = new QListWidgetItem(place.isEmpty() ? quote : quote.isEmpty() ? place : place + QLatin1Char('\n') + quote, m_list);
        item->setToolTip(item->text());
        if (!evidence.file.empty())
            item->setIcon(m_env.theme.icon(QStringLiteral("jump"), m_env.theme.colours().accent));
    }
    m_heading->setText(tr("Evidence (%1)").arg(m_subject.evidence.size()));
    m_heading->setVisible(!empty);
    m_list->setVisible(!m_subject.evidence.empty());
    m_copy->setVisible(!empty);
    m_jump->setVisible(!m_subject.evidence.empty());
    m_jump->setEnabled(false);
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    static_cast<QVBoxLayout*>(widget()->layout())->setStretchFactor(m_list, m_list->count() > 0 ? 1 : 0);
}

void Inspector::jumpToCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const core::Evidence& evidence = m_subject.evidence[static_cast<std::size_t>(row)];
    if (!evidence.file.empty())
        emit jump(fromUtf8(evidence.file), evidence.line);
}

void Inspector::copy()
{
    QStringList lines{m_subject.title};
    if (!m_subject.summary.isEmpty())
        lines << m_subject.summary;
    for (const auto& [name, value] : m_subject.facts)
        lines << name + QLatin1Char('\t') + value;
    for (const core::Evidence& evidence : m_subject.evidence)
        lines << placeOf(evidence) + QLatin1Char('\t') + fromUtf8(evidence.text).simplified();
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace naru::gui
