#include "app/gui/splitmap/ComparePanel.h"

#include "app/gui/widgets/Card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace naru::gui {

ComparePanel::ComparePanel(Environment& environment, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_with(new QComboBox(this)),
      m_take(new QPushButton(this)),
      m_text(makeLabel(QStringLiteral("compareText"), "muted", this, true)),
      m_matches(makeMatchTable(environment.language)),
      m_figures(makeFigureTable(environment.language)),
      m_differences(makeDifferencesTable(environment.language)),
      m_matchPanel(new TablePanel(environment, QStringLiteral("compareContextsTable"), m_matches, this)),
      m_figurePanel(new TablePanel(environment, QStringLiteral("compareFiguresTable"), m_figures, this)),
      m_movePanel(new TablePanel(environment, QStringLiteral("differencesTable"), m_differences, this))
{
    setObjectName(QStringLiteral("comparePanel"));
    m_with->setObjectName(QStringLiteral("compareWith"));
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_with->setMinimumContentsLength(16);
    m_take->setObjectName(QStringLiteral("takeAlternative"));
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_with);
    tools->addWidget(m_take);
    tools->addWidget(m_text, 1);
    for (TablePanel* panel : {m_matchPanel, m_figurePanel, m_movePanel})
        panel->setStretch(0);
    m_matchPanel->setStretch(-1);
    auto* upper = new QSplitter(this);
    upper->setObjectName(QStringLiteral("compareUpper"));
    upper->addWidget(m_matchPanel);
    upper->addWidget(m_figurePanel);
    upper->setChildrenCollapsible(false);
    auto* both = new QSplitter(Qt::Vertical, this);
    both->setObjectName(QStringLiteral("compareSplitter"));
    both->addWidget(upper);
    both->addWidget(m_movePanel);
    both->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(tools);
    layout->addWidget(both, 1);
    connect(m_with, &QComboBox::activated, this, &ComparePanel::fill);
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (const QString id = m_with->currentData().toString(); !id.isEmpty())
            emit takeWanted(id);
    });
    connect(&m_movePanel->view(), &TableView::currentRowChanged, this,
            [this](const QModelIndex& index) { emit memberChosen(index.data(IdRole).toString()); });
    m_words->say([this] {
        m_with->setAccessibleName(tr("Alternative to compare with"));
        m_take->setText(tr("Take this one"));
        m_take->setAccessibleName(m_take->text());
        m_matchPanel->setAccessibleTitle(tr("Contexts of both alternatives"));
        m_figurePanel->setAccessibleTitle(tr("Figures of both alternatives"));
        m_movePanel->setAccessibleTitle(tr("Members that would move"));
        fill();
    });
}

void ComparePanel::show(std::shared_ptr<const core::Partition> split, const std::string& here, const std::map<std::string, QString>& names)
{
    const QString old = m_with->currentData().toString();
    m_split = std::move(split);
    m_here = here;
    m_with->clear();
    for (const core::Alternative& one : m_split->alternatives)
        if (one.id != here) {
            const auto name = names.find(one.id);
            m_with->addItem(name == names.end() ? fromUtf8(one.id) : name->second, fromUtf8(one.id));
        }
    m_with->setCurrentIndex(std::max(0, m_with->findData(old)));
    fill();
}

void ComparePanel::fill()
{
    const auto find = [this](const std::string& id) -> const core::Alternative* {
        if (!m_split)
            return nullptr;
        const auto found = std::ranges::find(m_split->alternatives, id, &core::Alternative::id);
        return found == m_split->alternatives.end() ? nullptr : &*found;
    };
    const core::Alternative* here = find(m_here);
    const core::Alternative* there = find(m_with->currentData().toString().toStdString());
    m_take->setEnabled(here && there);
    if (!here || !there) {
        m_matches->setRows({});
        m_figures->setRows({});
        m_differences->setRows({});
        m_text->setText(tr("There is no second alternative."));
        return;
    }
    m_matches->setRows(matchRows(*here, *there));
    m_figures->setRows(figureRows(*here, *there));
    m_differences->setRows(differenceRows(*here, *there));
    m_text->setText(tr("%1 members would move. %2")
                        .arg(m_env.language.number(qint64{m_differences->rowCount()}), m_env.language.text(there->reasonKey)));
    for (TablePanel* panel : {m_matchPanel, m_figurePanel, m_movePanel})
        panel->refit();
}

} // namespace naru::gui
