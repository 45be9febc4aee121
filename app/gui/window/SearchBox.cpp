#include "app/gui/window/SearchBox.h"

#include <QKeyEvent>
#include <QListWidget>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr std::size_t kShown = 30;
constexpr int kWidth = 520;

} // namespace

SearchBox::SearchBox(Environment& environment, QWidget* window)
    : QLineEdit(window),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_list(new QListWidget(window))
{
    setObjectName(QStringLiteral("searchBox"));
    setClearButtonEnabled(true);
    setFixedWidth(300);
    m_list->setObjectName(QStringLiteral("searchResults"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::look);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    m_words->say([this] {
        setPlaceholderText(tr("Search everything (Ctrl+K)"));
        setAccessibleName(tr("Search everything"));
        m_list->setAccessibleName(tr("What was found"));
    });
}

void SearchBox::look()
{
    m_hits.clear();
    m_list->clear();
    const QString words = text().trimmed();
    if (words.isEmpty()) {
        m_list->hide();
        return;
    }
    if (m_stale && m_source) {
        m_entries = m_source();
        m_stale = false;
    }
    // Beginnings first, then anywhere; within each the shorter name is the better hit.
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const qsizetype at = m_entries[i].text.indexOf(words, 0, Qt::CaseInsensitive);
        if (at >= 0)
            ranked.emplace_back((at == 0 ? 0 : 10000) + static_cast<int>(std::min<qsizetype>(9999, m_entries[i].text.size())), i);
        else if (m_entries[i].detail.contains(words, Qt::CaseInsensitive))
            ranked.emplace_back(30000, i);
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<int, std::size_t>::first);
    for (const auto& [rank, i] : ranked) {
        if (m_hits.size() == kShown)
            break;
        m_hits.push_back(i);
        const Entry& entry = m_entries[i];
        m_list->addItem(entry.detail.isEmpty() ? entry.text : QStringLiteral("%1   -   %2").arg(entry.text, entry.detail));
    }
    if (m_hits.empty())
        m_list->addItem(tr("Nothing was found."));
    m_list->setCurrentRow(0);
    const QPoint below = mapTo(m_list->parentWidget(), QPoint(width() - kWidth, height() + 2));
    m_list->setGeometry(std::max(8, below.x()), below.y(), kWidth,
                        std::min(420, m_list->sizeHintForRow(0) * m_list->count() + 2 * m_list->frameWidth() + 4));
    m_list->raise();
    m_list->show();
}

void SearchBox::choose(int row)
{
    m_list->hide();
    if (row < 0 || static_cast<std::size_t>(row) >= m_hits.size())
        return;
    const Entry entry = m_entries[m_hits[static_cast<std::size_t>(row)]];
    clear();
    emit found(entry.kind, entry.id);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const int row = m_list->currentRow();
    switch (event->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
        return;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(row - 1, 0));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(row);
        return;
    case Qt::Key_Escape:
        m_list->hide();
        clear();
        if (window())
            window()->setFocus();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::MouseFocusReason || !m_list->underMouse())
        m_list->hide();
}

} // namespace naru::gui
