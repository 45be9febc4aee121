#include "app/gui/widgets/ClauseEditor.h"

#include "app/gui/Language.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {
namespace {

enum Filter { All, Gaps, Edited };
constexpr int kPreviewLetters = 60;

} // namespace

ClauseEditor::ClauseEditor(QWidget* parent)
    : QWidget(parent),
      m_filter(new QComboBox(this)),
      m_list(new QListWidget(this)),
      m_state(new QLabel(this)),
      m_text(new QPlainTextEdit(this)),
      m_made(new QPlainTextEdit(this)),
      m_madeLabel(new QLabel(this)),
      m_apply(new QPushButton(this)),
      m_restore(new QPushButton(this))
{
    setObjectName(QStringLiteral("clauseEditor"));
    m_filter->setObjectName(QStringLiteral("clauseFilter"));
    m_list->setObjectName(QStringLiteral("clauseList"));
    m_state->setObjectName(QStringLiteral("clauseState"));
    m_text->setObjectName(QStringLiteral("clauseText"));
    m_made->setObjectName(QStringLiteral("clauseMade"));
    m_apply->setObjectName(QStringLiteral("clauseApply"));
    m_restore->setObjectName(QStringLiteral("clauseRestore"));
    m_filter->addItems({QString(), QString(), QString()});
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_state->setWordWrap(true);
    m_made->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_made->setTabChangesFocus(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_apply);
    buttons->addWidget(m_restore);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_state);
    layout->addWidget(m_text, 2);
    layout->addLayout(buttons);
    layout->addWidget(m_madeLabel);
    layout->addWidget(m_made, 1);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] { fill(); });
    connect(m_list, &QListWidget::currentItemChanged, this, [this] { showClause(); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        const core::Clause* now = clause();
        m_apply->setEnabled(now != nullptr && m_text->toPlainText() != fromUtf8(now->text));
    });
    connect(m_apply, &QPushButton::clicked, this, &ClauseEditor::apply);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const core::Clause* now = clause())
            emit restoreWanted(fromUtf8(now->id));
    });
    retranslate();
    showClause();
}

void ClauseEditor::retranslate()
{
    m_filter->setItemText(All, tr("All clauses"));
    m_filter->setItemText(Gaps, tr("Facts that are missing"));
    m_filter->setItemText(Edited, tr("Edited clauses"));
    m_filter->setAccessibleName(tr("Which clauses are listed"));
    m_list->setAccessibleName(tr("Clauses of the document"));
    m_text->setAccessibleName(tr("Text of the clause"));
    m_made->setAccessibleName(tr("Text made from the results"));
    m_madeLabel->setText(tr("Made from the results"));
    m_apply->setText(tr("Apply"));
    m_apply->setAccessibleName(tr("Apply the text of the clause"));
    m_restore->setText(tr("Restore"));
    m_restore->setToolTip(tr("Takes back your words; the text made from the results stands again."));
    m_restore->setAccessibleName(tr("Restore the text made from the results"));
    fill();
}

void ClauseEditor::show(const std::vector<core::Clause>& clauses)
{
    m_clauses = clauses;
    fill();
}

QString ClauseEditor::current() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
}

const core::Clause* ClauseEditor::clause() const
{
    const std::string id = current().toStdString();
    const auto found = std::ranges::find(m_clauses, id, &core::Clause::id);
    return found == m_clauses.end() ? nullptr : &*found;
}

void ClauseEditor::fill()
{
    const QString before = current();
    const QString typed = m_text->toPlainText();
    const bool typing = m_apply->isEnabled() && !before.isEmpty();
    const int filter = m_filter->currentIndex();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const core::Clause& clause : m_clauses) {
            if ((filter == Gaps && !clause.gap) || (filter == Edited && !clause.edited))
                continue;
            QString text = fromUtf8(clause.text).simplified();
            if (text.size() > kPreviewLetters)
                text = text.left(kPreviewLetters) + QStringLiteral("…");
            const QString mark = clause.changedSince ? tr("[edited, results changed since] ")
                                 : clause.edited     ? tr("[edited] ")
                                 : clause.gap        ? tr("[missing] ")
                                                     : QString();
            const QString place = clause.place.empty() ? tr("Front page") : fromUtf8(clause.place);
            auto* item = new QListWidgetItem(place + QLatin1Char('\n') + mark + text, m_list);
            item->setData(Qt::UserRole, fromUtf8(clause.id));
            if (fromUtf8(clause.id) == before)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem() && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    showClause();
    if (typing && current() == before)
        m_text->setPlainText(typed);
}

void ClauseEditor::showClause()
{
    const core::Clause* now = clause();
    m_shown = now ? fromUtf8(now->id) : QString();
    m_text->setEnabled(now != nullptr);
    m_restore->setEnabled(now != nullptr && now->edited);
    m_made->setVisible(now != nullptr && now->edited);
    m_madeLabel->setVisible(m_made->isVisibleTo(this));
    m_text->setPlainText(now ? fromUtf8(now->text) : QString());
    m_made->setPlainText(now ? fromUtf8(now->generated) : QString());
    m_apply->setEnabled(false);
    m_state->setText(!now ? tr("The document has no clause of this kind.")
                     : now->changedSince
                         ? tr("You edited this clause, and the results have changed since. Please compare it with the text below.")
                     : now->edited ? tr("You edited this clause. It stays as it is when the document is made anew.")
                     : now->gap    ? tr("A fact is missing here that only the agency knows.")
                                   : tr("Made from the results. Change the words here; the change can be undone."));
    if (now)
        emit chosen(m_shown);
}

void ClauseEditor::apply()
{
    if (const core::Clause* now = clause()) {
        m_apply->setEnabled(false);
        emit wanted(fromUtf8(now->id), m_text->toPlainText(), fromUtf8(now->generated));
    }
}

} // namespace naru::gui
