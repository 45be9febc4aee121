#include "app/gui/widgets/MessageBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace naru::gui {

MessageBar::MessageBar(Environment& environment, QWidget* parent)
    : QFrame(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_icon(new QLabel(this)),
      m_label(new QLabel(this)),
      m_remedy(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_label->setObjectName(QStringLiteral("messageText"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_remedy->setObjectName(QStringLiteral("messageRemedy"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setProperty("flat", true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_remedy);
    layout->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::dismiss);
    connect(m_remedy, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        dismiss();
        if (act)
            act();
    });
    m_words->say([this] {
        m_close->setText(tr("Dismiss"));
        m_close->setAccessibleName(tr("Dismiss the message"));
        fill();
    });
    connect(&m_env.theme, &Theme::changed, this, &MessageBar::fill);
    hide();
}

void MessageBar::say(Tone tone, std::function<QString()> sentence, std::function<QString()> remedy, std::function<void()> act)
{
    m_tone = tone;
    m_sentence = std::move(sentence);
    m_remedyText = std::move(remedy);
    m_act = std::move(act);
    fill();
    show();
}

void MessageBar::dismiss()
{
    m_sentence = nullptr;
    hide();
}

QString MessageBar::text() const
{
    return m_sentence ? m_label->text() : QString();
}

void MessageBar::fill()
{
    if (!m_sentence)
        return;
    const Colours& s = m_env.theme.colours();
    const char* const bars[] = {"info", "warn", "bad"};
    const QColor tones[] = {s.accent, s.warn, s.bad};
    const auto tone = static_cast<std::size_t>(m_tone);
    setProperty("bar", bars[tone]);
    style()->unpolish(this);
    style()->polish(this);
    m_icon->setPixmap(m_env.theme.pixmap(m_tone == Tone::Info ? QStringLiteral("check") : QStringLiteral("warn"), tones[tone], 20));
    m_label->setText(m_sentence());
    setAccessibleName(m_label->text());
    m_remedy->setVisible(static_cast<bool>(m_act));
    if (m_remedyText)
        m_remedy->setText(m_remedyText());
}

} // namespace naru::gui
