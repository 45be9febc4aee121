#include "app/gui/window/WelcomePage.h"

#include "app/gui/widgets/Card.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace naru::gui {

WelcomePage::WelcomePage(Environment& environment, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_logo(new QLabel(this)),
      m_title(makeLabel(QStringLiteral("welcomeTitle"), "title", this)),
      m_sentence(makeLabel(QStringLiteral("welcomeSentence"), "muted", this, true)),
      m_new(new QPushButton(this)),
      m_open(new QPushButton(this)),
      m_sample(new QPushButton(this)),
      m_recentTitle(makeLabel(QStringLiteral("recentTitle"), "heading", this)),
      m_recent(new QListWidget(this)),
      m_noRecent(makeLabel(QStringLiteral("noRecent"), "muted", this))
{
    setObjectName(QStringLiteral("welcomePage"));
    m_logo->setPixmap(m_env.theme.pixmap(QStringLiteral("naru"), m_env.theme.colours().accent, 64));
    m_new->setObjectName(QStringLiteral("welcomeNew"));
    m_new->setProperty("primary", true);
    m_open->setObjectName(QStringLiteral("welcomeOpen"));
    m_sample->setObjectName(QStringLiteral("welcomeSample"));
    m_recent->setObjectName(QStringLiteral("recentList"));
    m_recent->setMinimumWidth(360);

    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addStretch(1);
    left->addWidget(m_logo);
    left->addWidget(m_title);
    left->addWidget(m_sentence);
    left->addSpacing(16);
    for (QPushButton* button : {m_new, m_open, m_sample}) {
        button->setMinimumHeight(38);
        button->setMaximumWidth(320);
        left->addWidget(button);
    }
    left->addStretch(2);
    auto* right = new QVBoxLayout;
    right->addStretch(1);
    right->addWidget(m_recentTitle);
    right->addWidget(m_recent, 3);
    right->addWidget(m_noRecent);
    right->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(60, 30, 60, 30);
    row->setSpacing(60);
    row->addStretch(1);
    row->addLayout(left, 4);
    row->addLayout(right, 5);
    row->addStretch(1);

    connect(m_new, &QPushButton::clicked, this, [this] { emit actionWanted(QStringLiteral("new")); });
    connect(m_open, &QPushButton::clicked, this, [this] { emit actionWanted(QStringLiteral("open")); });
    connect(m_sample, &QPushButton::clicked, this, [this] { emit actionWanted(QStringLiteral("sample")); });
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { emit openWanted(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { emit openWanted(item->data(Qt::UserRole).toString()); });
    m_words->say([this] {
        m_title->setText(tr("Naru"));
        m_sentence->setText(tr("From the source of a legacy system to a defensible procurement package: "
                               "diagnosis, analysis, readiness, split, cost, plan, documents."));
        m_new->setText(tr("New project from a source folder"));
        m_open->setText(tr("Open a project"));
        m_sample->setText(tr("Try the sample system"));
        for (QPushButton* button : {m_new, m_open, m_sample})
            button->setAccessibleName(button->text());
        m_recentTitle->setText(tr("Recent projects"));
        m_recent->setAccessibleName(m_recentTitle->text());
        m_noRecent->setText(tr("Projects you have worked on appear here."));
    });
    fillRecent();
}

void WelcomePage::fillRecent()
{
    m_recent->clear();
    for (const QString& file : m_env.settings.recent()) {
        const QFileInfo info(file);
        auto* item =
            new QListWidgetItem(info.completeBaseName() + QLatin1Char('\n') + QDir::toNativeSeparators(info.absolutePath()), m_recent);
        item->setData(Qt::UserRole, file);
        if (!info.exists())
            item->setForeground(m_env.theme.colours().muted);
    }
    m_recent->setVisible(m_recent->count() > 0);
    m_noRecent->setVisible(m_recent->count() == 0);
}

} // namespace naru::gui
