#include "app/gui/widgets/FlowLayout.h"

#include <QWidget>

#include <algorithm>

namespace naru::gui {

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent), m_gap(gap)
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout()
{
    while (QLayoutItem* item = takeAt(0))
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty()) {
            width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
            height = std::max(height, item->sizeHint().height());
        }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool move) const
{
    int y = rect.y();
    qsizetype at = 0;
    while (at < m_items.size()) {
        // One line: as many items as fit, at least one.
        QList<QLayoutItem*> line;
        int used = 0;
        int height = 0;
        for (; at < m_items.size(); ++at) {
            QLayoutItem* item = m_items[at];
            if (item->isEmpty())
                continue;
            const int wide = std::min(item->sizeHint().width(), rect.width());
            if (!line.isEmpty() && used + m_gap + wide > rect.width())
                break;
            used += wide + (line.isEmpty() ? 0 : m_gap);
            height = std::max(height, item->hasHeightForWidth() ? item->heightForWidth(wide) : item->sizeHint().height());
            line.append(item);
        }
        if (line.isEmpty())
            break;
        int x = rect.x();
        int left = m_fill ? rect.width() - used : 0;
        for (qsizetype i = 0; i < line.size() && move; ++i) {
            int wide = std::min(line[i]->sizeHint().width(), rect.width());
            const int more = left / static_cast<int>(line.size() - i);
            left -= more;
            wide += more;
            line[i]->setGeometry(QRect(x, y, wide, height));
            x += wide + m_gap;
        }
        y += height + m_gap;
    }
    return std::max(0, y - m_gap - rect.y());
}

} // namespace naru::gui
