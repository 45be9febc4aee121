#include "app/gui/splitmap/EdgeLayer.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace naru::gui {
namespace {

constexpr double kSpread = 9; ///< between the three kinds of one pair
constexpr double kWidest = 9;
constexpr double kArrow = 11;

/// Where the line from inside the rectangle toward `other` leaves it.
QPointF leave(const QRectF& rect, const QPointF& from, const QPointF& other)
{
    const QPointF d = other - from;
    if (d.isNull())
        return from;
    const double toX = d.x() > 0 ? (rect.right() - from.x()) / d.x() : d.x() < 0 ? (rect.left() - from.x()) / d.x() : 1e9;
    const double toY = d.y() > 0 ? (rect.bottom() - from.y()) / d.y() : d.y() < 0 ? (rect.top() - from.y()) / d.y() : 1e9;
    return from + d * std::clamp(std::min(toX, toY), 0.0, 1.0);
}

double distanceTo(const QLineF& line, const QPointF& point)
{
    const QPointF d = line.p2() - line.p1();
    const double length = QPointF::dotProduct(d, d);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), d) / length, 0.0, 1.0) : 0;
    const QPointF off = point - (line.p1() + d * t);
    return std::hypot(off.x(), off.y());
}

} // namespace

void EdgeLayer::setEdges(std::vector<MapEdge> edges)
{
    prepareGeometryChange();
    m_edges = std::move(edges);
    measure();
    update();
}

void EdgeLayer::setFocus(int context)
{
    if (context == m_focus)
        return;
    m_focus = context;
    update();
}

void EdgeLayer::measure()
{
    m_drawn.clear();
    m_bounds = {};
    for (const MapEdge& edge : m_edges) {
        QLineF line(edge.fromRect.center(), edge.toRect.center());
        // Both directions and the three kinds of a pair lie side by side.
        const QLineF across = line.length() > 0 ? line.normalVector().unitVector() : QLineF();
        const double off = kSpread * (static_cast<int>(edge.kind) + (edge.kind == core::InterfaceKind::Call ? 0.9 : 0.2));
        line.translate(across.dx() * off, across.dy() * off);
        const QPointF start = leave(edge.fromRect, line.p1(), line.p2());
        const QPointF end = leave(edge.toRect, line.p2(), line.p1());
        m_drawn.push_back(
            {QLineF(start, end), std::clamp(1 + 1.6 * std::log2(1.0 + edge.weight), 1.5, kWidest), edge.kind == core::InterfaceKind::Call});
        m_bounds |= QRectF(start, end).normalized().adjusted(-20, -20, 20, 20);
    }
}

int EdgeLayer::edgeAt(const QPointF& point, double tolerance) const
{
    int best = -1;
    double nearest = tolerance;
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        const double distance = distanceTo(m_drawn[i].line, point) - m_drawn[i].width / 2;
        if (distance < nearest) {
            nearest = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void EdgeLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const Colours& s = m_env.theme.colours();
    const std::array colours = {s.edgeCall, s.edgeTable, s.edgeTransaction};
    const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing, m_edges.size() < 2000);
    const QRectF shown = option->exposedRect;
    for (const bool strong : {false, true})
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const MapEdge& edge = m_edges[i];
            const Drawn& drawn = m_drawn[i];
            const bool mine = m_focus < 0 || edge.from == m_focus || edge.to == m_focus;
            if (mine != strong || !QRectF(drawn.line.p1(), drawn.line.p2()).normalized().adjusted(-12, -12, 12, 12).intersects(shown))
                continue;
            const QColor colour = mine ? colours[static_cast<std::size_t>(edge.kind)] : s.line;
            QPen pen(colour, std::max(1.0, drawn.width * std::min(1.0, detail)));
            pen.setCosmetic(true);
            pen.setCapStyle(Qt::FlatCap);
            if (edge.kind == core::InterfaceKind::SharedTable)
                pen.setStyle(Qt::DashLine);
            painter->setPen(pen);
            const double length = drawn.line.length();
            QLineF body = drawn.line;
            if (drawn.arrow && length > kArrow)
                body.setLength(length - kArrow * 0.8);
            painter->drawLine(body);
            if (!drawn.arrow || detail < 0.2)
                continue;
            const QPointF u(drawn.line.dx() / std::max(1.0, length), drawn.line.dy() / std::max(1.0, length));
            const QPointF side(-u.y(), u.x());
            const double half = kArrow * 0.45 + drawn.width / 2;
            const QPointF tip = drawn.line.p2();
            const QPointF points[] = {tip, tip - u * kArrow + side * half, tip - u * kArrow - side * half};
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour);
            painter->drawPolygon(points, 3);
        }
}

} // namespace naru::gui
