#include "app/gui/pages/Page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace naru::gui {

Page::Page(Environment& environment, Document& document, Step step, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_document(document),
      m_step(step),
      m_words(new Words(environment.language, this)),
      m_title(makeLabel(QStringLiteral("pageTitle"), "title", this)),
      m_sentence(makeLabel(QStringLiteral("pageSentence"), "muted", this, true)),
      m_tools(new QHBoxLayout),
      m_stale(new QFrame(this)),
      m_staleText(new QLabel(m_stale)),
      m_staleButton(new QPushButton(m_stale)),
      m_stack(new QStackedWidget(this)),
      m_main(new QWidget(m_stack)),
      m_empty(new QWidget(m_stack)),
      m_emptyText(makeLabel(QStringLiteral("emptyText"), "heading", m_empty, true)),
      m_emptyButton(new QPushButton(m_empty))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 12);
    auto* head = new QVBoxLayout; // the sentence has the whole width: beside tools a narrow page would break it after each word
    head->setSpacing(2);
    auto* line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addLayout(m_tools);
    head->addLayout(line);
    head->addWidget(m_sentence);
    layout->addLayout(head);

    m_stale->setProperty("bar", "warn");
    m_staleText->setObjectName(QStringLiteral("staleText"));
    m_staleText->setWordWrap(true);
    m_staleButton->setObjectName(QStringLiteral("staleButton"));
    auto* stale = new QHBoxLayout(m_stale);
    stale->setContentsMargins(10, 4, 6, 4);
    stale->addWidget(m_staleText, 1);
    stale->addWidget(m_staleButton);
    m_stale->hide();
    layout->addWidget(m_stale);
    connect(m_staleButton, &QPushButton::clicked, this, [this] { renew(); });

    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyButton->setObjectName(QStringLiteral("emptyButton"));
    m_emptyButton->setProperty("primary", true);
    auto* empty = new QVBoxLayout(m_empty);
    empty->addStretch(2);
    empty->addWidget(m_emptyText);
    empty->addSpacing(10);
    empty->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    empty->addStretch(3);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_main);
    layout->addWidget(m_stack, 1);

    m_words->say([this] {
        m_staleText->setText(tr("The inputs of this result have changed since it was made. What you see is the older result."));
        m_staleButton->setText(tr("Make it anew"));
        m_staleButton->setAccessibleName(m_staleButton->text());
    });
    connect(&m_document, &Document::changed, this, &Page::update);
    connect(&m_env.language, &Language::changed, this, [this] { update(Part::All); });
    connect(&m_env.theme, &Theme::changed, this, [this] { update(Part::All); });
}

void Page::setHead(std::function<QString()> title, std::function<QString()> sentence)
{
    m_words->say([this, title = std::move(title), sentence = std::move(sentence)] {
        m_title->setText(title());
        m_sentence->setText(sentence());
        setAccessibleName(title());
    });
}

void Page::setEmpty(std::function<QString()> sentence, std::function<QString()> button, std::function<void()> act)
{
    connect(m_emptyButton, &QPushButton::clicked, this, [act = std::move(act)] { act(); });
    m_words->say([this, sentence = std::move(sentence), button = std::move(button)] {
        m_emptyText->setText(sentence());
        m_emptyButton->setText(button());
        m_emptyButton->setAccessibleName(button());
    });
}

void Page::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_pending)
        turn();
}

void Page::update(Parts changed)
{
    if (!(changed & (parts() | Part::Project)))
        return;
    m_pending |= changed;
    if (isVisible())
        turn();
}

void Page::turn()
{
    m_changed |= std::exchange(m_pending, {});
    const bool content = m_document.isOpen() && hasContent();
    m_stack->setCurrentWidget(content ? m_main : m_empty);
    const auto kind = mainResult();
    m_stale->setVisible(content && kind && m_document.outOfDate(*kind));
    if (!content)
        return;
    refresh();
    m_changed = {};
}

} // namespace naru::gui
