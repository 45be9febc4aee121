// Gestures and keys on the map.

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
    const int at = event->button() == Qt::LeftButton && !m_readOnly ? indexAt(event->pos()) : -1;
    if (at < 0) {
        m_drag = Drag::Pan;
        return;
    }
    m_dragItem = at;
    const MapContext& item = m_items[static_cast<std::size_t>(at)];
    if (const core::PartitionMember* found = item.memberAt(mapToScene(event->pos()))) {
        const core::PartitionMember member = *found;
        const std::string context = item.context().id;
        m_drag = Drag::Member;
        m_dragMember = member.id;
        m_ghost = fromUtf8(member.name).section(QLatin1Char(member.role == core::MemberRole::View ? '/' : '.'), -1);
        select(context);
        markMember(member.id);
        emit memberSelected(fromUtf8(member.id), fromUtf8(context));
        return;
    }
    m_drag = Drag::Context;
    m_home = item.at();
    m_grab = mapToScene(event->pos()) - m_home;
    chooseIndex(at);
}

void SplitMap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::None) {
        const int at = indexAt(event->pos());
        setToolTip(at < 0 ? QString() : m_items[static_cast<std::size_t>(at)].toolTip(mapToScene(event->pos())));
        return;
    }
    if (!m_moved && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    const bool begins = !m_moved;
    m_moved = true;
    if (m_drag == Drag::Pan) {
        const QPoint step = event->pos() - m_last;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - step.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - step.y());
        m_fitted = false;
    } else {
        if (m_drag == Drag::Context) {
            m_items[static_cast<std::size_t>(m_dragItem)].setAt(mapToScene(event->pos()) - m_grab);
            rebuildLines(false);
            if (begins)
                changed(); // without what hangs on the mouse
        }
        if (const int over = indexAt(event->pos(), m_dragItem); over != m_target)
            dragOver(over);
        viewport()->update();
    }
    m_last = event->pos();
}

void SplitMap::dragOver(int over)
{
    m_target = over;
    const QString into = over < 0 ? QString() : fromUtf8(idOf(over));
    if (m_drag == Drag::Member)
        emit dragging(fromUtf8(m_dragMember), into);
    else
        emit draggingContext(fromUtf8(idOf(m_dragItem)), into);
}

void SplitMap::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = m_drag;
    const bool moved = m_moved;
    const std::string member = m_dragMember;
    const std::string from = m_dragItem < 0 ? std::string() : idOf(m_dragItem);
    const std::string target = m_target < 0 ? std::string() : idOf(m_target);
    if (drag == Drag::Context && moved) {
        MapContext& item = m_items[static_cast<std::size_t>(m_dragItem)];
        if (!target.empty())
            item.setAt(m_home);
        else
            m_places[from] = item.at();
    }
    endDrag();
    if (!moved) {
        if (drag == Drag::Pan && !m_readOnly)
            clickBeside(event->pos());
        return;
    }
    if (drag == Drag::Member && !target.empty()) {
        emit moveWanted(fromUtf8(member), fromUtf8(target));
    } else if (drag == Drag::Context) {
        rebuildLines();
        if (!target.empty())
            emit mergeWanted(fromUtf8(from), fromUtf8(target));
        else
            emit placed({{from, m_places[from]}});
    }
}

void SplitMap::clickBeside(const QPoint& point)
{
    const double reach = 6 / transform().m11();
    for (const auto* lines : {m_threads.get(), m_bundles.get()})
        if (const int line = lineAt(*lines, mapToScene(point), reach); line >= 0) {
            const MapLine& one = (*lines)[static_cast<std::size_t>(line)];
            emit edgeSelected(fromUtf8(idOf(one.from)), fromUtf8(idOf(one.to)), one.kind);
            return;
        }
    chooseIndex(-1);
}

int SplitMap::lineAt(const std::vector<MapLine>& lines, const QPointF& point, double tolerance) const
{
    int best = -1;
    double nearest = tolerance;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QPointF d = lines[i].line.p2() - lines[i].line.p1();
        const double length = QPointF::dotProduct(d, d);
        const double t = length > 0 ? std::clamp(QPointF::dotProduct(point - lines[i].line.p1(), d) / length, 0.0, 1.0) : 0;
        const QPointF off = point - (lines[i].line.p1() + d * t);
        const double distance = std::hypot(off.x(), off.y()) - lines[i].width / 2;
        if (distance < nearest) {
            nearest = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void SplitMap::endDrag()
{
    const Drag drag = m_drag;
    const bool moved = m_moved;
    m_drag = Drag::None;
    if (drag == Drag::Member && moved)
        emit dragging(fromUtf8(m_dragMember), QString());
    if (drag == Drag::Context && moved) {
        emit draggingContext(fromUtf8(idOf(m_dragItem)), QString());
        changed();
    }
    m_moved = false;
    m_target = -1;
    m_dragItem = -1;
    m_dragMember.clear();
    viewport()->update();
}

void SplitMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int at = indexAt(event->pos()); at >= 0)
        setOpen(std::string(idOf(at)), !m_items[static_cast<std::size_t>(at)].isOpen());
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
        if (m_drag == Drag::None) {
            QGraphicsView::keyPressEvent(event); // the page may know what to do with it
            event->ignore();
            return;
        }
        if (m_drag == Drag::Context) {
            m_items[static_cast<std::size_t>(m_dragItem)].setAt(m_home);
            rebuildLines();
        }
        endDrag();
        return;
    case Qt::Key_F2:
        if (!m_selected.empty() && !m_readOnly)
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
        if (m_items.empty() || m_readOnly)
            return;
        const int count = static_cast<int>(m_items.size());
        const int at = indexOf(m_selected);
        const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : count - 1;
        const int next = at < 0 ? 0 : (at + step) % count;
        chooseIndex(next);
        ensureVisible(m_items[static_cast<std::size_t>(next)].rect());
        return;
    }
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void SplitMap::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitted)
        fit();
}

void SplitMap::showEvent(QShowEvent* event)
{
    QGraphicsView::showEvent(event);
    if (m_fitted)
        fit();
}

} // namespace naru::gui
