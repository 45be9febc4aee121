// Gestures and keys on the map.

#include "app/gui/splitmap/ContextItem.h"
#include "app/gui/splitmap/SplitMap.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace naru::gui {

void SplitMap::mousePressEvent(QMouseEvent* event)
{
    setFocus();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = m_last = event->pos();
    m_moved = false;
    ContextItem* at = event->button() == Qt::LeftButton ? itemAtView(event->pos()) : nullptr;
    if (!at) {
        m_drag = Drag::Pan;
        return;
    }
    m_dragItem = at;
    const QPointF inside = mapToScene(event->pos()) - at->pos();
    if (const core::PartitionMember* member = at->memberAt(inside)) {
        m_drag = Drag::Member;
        m_dragMember = member->id;
        m_ghost = fromUtf8(member->name).section(QLatin1Char(member->role == core::MemberRole::View ? '/' : '.'), -1);
        select(at->context().id);
        markMember(member->id);
        emit memberSelected(fromUtf8(member->id), fromUtf8(at->context().id));
        return;
    }
    m_drag = Drag::Context;
    m_grab = inside;
    m_home = at->pos();
    chooseItem(at);
}

void SplitMap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::None) {
        if (ContextItem* at = itemAtView(event->pos()))
            at->hover(mapToScene(event->pos()) - at->pos());
        return;
    }
    if (!m_moved && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_moved = true;
    if (m_drag == Drag::Pan) {
        const QPoint step = event->pos() - m_last;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - step.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - step.y());
        m_fitted = false;
    } else {
        ContextItem* over = itemAtView(event->pos(), m_dragItem);
        if (m_drag == Drag::Context) {
            m_dragItem->setZValue(3);
            m_dragItem->setPos(mapToScene(event->pos()) - m_grab);
            rebuildEdges();
        }
        if (over != m_target) {
            if (m_target)
                m_target->setTarget(false);
            m_target = over;
            if (m_target)
                m_target->setTarget(true);
            if (m_drag == Drag::Member)
                emit dragging(fromUtf8(m_dragMember), m_target ? fromUtf8(m_target->context().id) : QString());
        }
        viewport()->update();
    }
    m_last = event->pos();
}

void SplitMap::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = m_drag;
    ContextItem* const target = m_target;
    ContextItem* const from = m_dragItem;
    const std::string member = m_dragMember;
    const bool moved = m_moved;
    const QPointF home = m_home;
    endDrag();
    if (!moved) {
        if (drag == Drag::Pan) {
            const double reach = 6 / transform().m11();
            const int edge = m_edges ? m_edges->edgeAt(mapToScene(event->pos()), reach) : -1;
            if (edge >= 0) {
                const MapEdge& e = m_edges->edges()[static_cast<std::size_t>(edge)];
                emit edgeSelected(fromUtf8(m_items[static_cast<std::size_t>(e.from)]->context().id),
                                  fromUtf8(m_items[static_cast<std::size_t>(e.to)]->context().id), e.kind);
            } else {
                chooseItem(nullptr);
            }
        }
        return;
    }
    if (drag == Drag::Member && target)
        emit moveWanted(fromUtf8(member), fromUtf8(target->context().id));
    if (drag == Drag::Context && target) {
        from->setPos(home);
        rebuildEdges();
        emit mergeWanted(fromUtf8(from->context().id), fromUtf8(target->context().id));
    } else if (drag == Drag::Context) {
        m_places[from->context().id] = from->pos();
        from->setZValue(2);
    }
}

void SplitMap::endDrag()
{
    if (m_target)
        m_target->setTarget(false);
    if (m_drag == Drag::Member && m_moved)
        emit dragging(fromUtf8(m_dragMember), QString());
    m_drag = Drag::None;
    m_target = nullptr;
    m_dragItem = nullptr;
    m_dragMember.clear();
    viewport()->update();
}

void SplitMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (ContextItem* at = itemAtView(event->pos()))
        setOpen(at->context().id, !at->isOpen());
}

void SplitMap::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void SplitMap::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1.2);
        return;
    case Qt::Key_Minus:
        zoom(1 / 1.2);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Escape:
        if (m_drag == Drag::Context && m_dragItem) {
            m_dragItem->setPos(m_home);
            rebuildEdges();
        }
        endDrag();
        return;
    case Qt::Key_F2:
        if (!m_selected.empty())
            emit renameWanted(fromUtf8(m_selected));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_selected.empty())
            setOpen(m_selected, !isOpen(m_selected));
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Right:
    case Qt::Key_Down: {
        if (m_items.empty())
            return;
        const auto at = std::ranges::find_if(m_items, [&](const ContextItem* i) { return i->context().id == m_selected; });
        const auto count = std::ssize(m_items);
        const auto step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : count - 1;
        const auto next = at == m_items.end() ? 0 : (at - m_items.begin() + step) % count;
        chooseItem(m_items[static_cast<std::size_t>(next)]);
        ensureVisible(m_items[static_cast<std::size_t>(next)]);
        return;
    }
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void SplitMap::drawForeground(QPainter* painter, const QRectF&)
{
    if (m_drag != Drag::Member || !m_moved)
        return;
    const Colours& s = m_env.theme.colours();
    painter->save();
    painter->resetTransform();
    const int width = fontMetrics().horizontalAdvance(m_ghost) + 20;
    const QRect chip(m_last.x() + 8, m_last.y() + 8, width, 24);
    painter->setPen(QPen(s.accent, 1.5));
    painter->setBrush(s.accentSoft);
    painter->drawRoundedRect(chip, 4, 4);
    painter->setPen(s.text);
    painter->drawText(chip, Qt::AlignCenter, m_ghost);
    painter->restore();
}

} // namespace naru::gui
