#include "app/gui/splitmap/SplitMap.h"

#include "analyzers/decompose/MapLayout.h"
#include "app/gui/splitmap/ContextItem.h"

#include <QApplication>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace naru::gui {

namespace decompose = analyzers::decompose;

namespace {

constexpr double kSmallest = 0.08;
constexpr double kLargest = 3;
constexpr double kMargin = 60;

std::map<std::tuple<int, int, core::InterfaceKind>, int> bundlesOf(const core::Alternative& alternative,
                                                                   const std::map<std::string, int>& index)
{
    std::map<std::tuple<int, int, core::InterfaceKind>, int> bundles;
    for (const core::ContextInterface& face : alternative.interfaces) {
        const auto from = index.find(face.from);
        const auto to = index.find(face.to);
        if (from == index.end() || to == index.end() || from->second == to->second)
            continue;
        int weight = 0;
        for (const core::InterfaceFunction& function : face.functions)
            weight += std::max(1, function.calls);
        weight = std::max({1, weight, static_cast<int>(face.tables.size())});
        auto key = std::tuple(from->second, to->second, face.kind);
        if (face.kind != core::InterfaceKind::Call && from->second > to->second)
            key = std::tuple(to->second, from->second, face.kind); // has no direction
        bundles[key] += weight;
    }
    return bundles;
}

} // namespace

SplitMap::SplitMap(Environment& environment, QWidget* parent)
    : QGraphicsView(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_scene(new QGraphicsScene(this))
{
    setObjectName(QStringLiteral("splitMap"));
    setScene(m_scene);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(SmartViewportUpdate);
    setTransformationAnchor(AnchorUnderMouse);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_words->say([this] {
        setAccessibleName(tr("Map of the contexts"));
        setAccessibleDescription(tr("The tables beside the map hold the same and can be edited with the keyboard."));
        for (ContextItem* i : m_items)
            i->update();
        viewport()->update();
    });
    connect(&m_env.theme, &Theme::changed, this, [this] {
        for (ContextItem* i : m_items)
            i->update();
        viewport()->update();
    });
}

void SplitMap::show(const core::Alternative& alternative)
{
    endDrag();
    const bool first = m_items.empty();
    m_scene->clear();
    m_items.clear();
    m_edges = new EdgeLayer(m_env);
    m_scene->addItem(m_edges);
    std::map<std::string, int> index;
    const std::set<std::string> pinned(alternative.pinned.begin(), alternative.pinned.end());
    for (const core::Context& context : alternative.contexts) {
        index.emplace(context.id, static_cast<int>(m_items.size()));
        auto* item = new ContextItem(m_env, context, pinned);
        item->setOpen(m_open.contains(context.id));
        item->setMarked(m_marked);
        m_scene->addItem(item);
        m_items.push_back(item);
    }
    m_bundles.clear();
    for (const auto& [key, weight] : bundlesOf(alternative, index))
        m_bundles.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), weight, {}, {}});
    const bool known = !first && std::ranges::all_of(m_items, [&](const ContextItem* i) { return m_places.contains(i->context().id); });
    if (known) {
        for (ContextItem* i : m_items)
            i->setPos(m_places[i->context().id]);
        rebuildEdges();
    } else {
        arrange();
    }
    select(m_selected);
}

void SplitMap::arrange()
{
    std::vector<decompose::MapSize> sizes;
    std::vector<decompose::MapTie> ties;
    for (const ContextItem* i : m_items)
        sizes.push_back({i->size().width(), i->size().height()});
    for (const MapEdge& edge : m_bundles)
        ties.push_back({edge.from, edge.to, static_cast<double>(edge.weight)});
    const std::vector<decompose::MapPoint> places = decompose::layoutMap(sizes, ties);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_items[i]->setPos(places[i].x, places[i].y);
        m_places[m_items[i]->context().id] = m_items[i]->pos();
    }
    rebuildEdges();
    fit();
}

void SplitMap::rebuildEdges()
{
    std::vector<MapEdge> edges = m_bundles;
    const auto rectOf = [this](int index) {
        const ContextItem* i = m_items[static_cast<std::size_t>(index)];
        return i->boundingRect().adjusted(3, 3, -3, -3).translated(i->pos());
    };
    for (MapEdge& edge : edges) {
        edge.fromRect = rectOf(edge.from);
        edge.toRect = rectOf(edge.to);
    }
    m_edges->setEdges(std::move(edges));
    QRectF bounds;
    for (const ContextItem* i : m_items)
        bounds |= i->boundingRect().translated(i->pos());
    // Room around the map, so that it can be panned and areas can be dragged outward.
    m_scene->setSceneRect(bounds.adjusted(-bounds.width() / 2 - kMargin, -bounds.height() / 2 - kMargin, bounds.width() / 2 + kMargin,
                                          bounds.height() / 2 + kMargin));
}

void SplitMap::fit()
{
    QRectF bounds;
    for (const ContextItem* i : m_items)
        bounds |= i->boundingRect().translated(i->pos());
    if (bounds.isEmpty())
        return;
    bounds.adjust(-kMargin / 3, -kMargin / 3, kMargin / 3, kMargin / 3);
    fitInView(bounds, Qt::KeepAspectRatio);
    if (transform().m11() > 1.1) {
        setTransform(QTransform::fromScale(1.1, 1.1));
        centerOn(bounds.center());
    }
    m_fitted = true;
}

void SplitMap::zoom(double factor)
{
    const double wanted = std::clamp(transform().m11() * factor, kSmallest, kLargest);
    scale(wanted / transform().m11(), wanted / transform().m11());
    m_fitted = false;
}

QImage SplitMap::image(double factor) const
{
    QRectF bounds;
    for (const ContextItem* i : m_items)
        bounds |= i->boundingRect().translated(i->pos());
    bounds.adjust(-20, -20, 20, 20);
    QImage picture((bounds.size() * factor).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    picture.fill(m_env.theme.colours().base);
    QPainter painter(&picture);
    m_scene->render(&painter, QRectF(picture.rect()), bounds);
    return picture;
}

ContextItem* SplitMap::item(const std::string& context) const
{
    const auto found = std::ranges::find_if(m_items, [&](const ContextItem* i) { return i->context().id == context; });
    return found == m_items.end() ? nullptr : *found;
}

void SplitMap::select(const std::string& context)
{
    m_selected = context;
    int focus = -1;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const bool mine = m_items[i]->context().id == context;
        m_items[i]->setSelected(mine);
        m_items[i]->setZValue(mine ? 2 : 1);
        if (mine)
            focus = static_cast<int>(i);
    }
    if (m_edges)
        m_edges->setFocus(focus);
}

void SplitMap::markMember(const std::string& member)
{
    m_marked = member;
    for (ContextItem* i : m_items)
        i->setMarked(member);
}

void SplitMap::setOpen(const std::string& context, bool open)
{
    ContextItem* i = item(context);
    if (!i || i->isOpen() == open)
        return;
    if (open)
        m_open.insert(context);
    else
        m_open.erase(context);
    i->setOpen(open);
    arrange();
    if (!open)
        return;
    // The members are what one wants to see now.
    fitInView(i->boundingRect().translated(i->pos()).adjusted(-kMargin, -kMargin, kMargin, kMargin), Qt::KeepAspectRatio);
    if (transform().m11() > 1) {
        setTransform({});
        centerOn(i);
    }
    m_fitted = false;
}

QPoint SplitMap::viewPositionOf(const std::string& context) const
{
    const ContextItem* i = item(context);
    return i ? mapFromScene(i->pos() + QPointF(0, -i->size().height() / 2 + 16)) : QPoint(-1, -1);
}

QPoint SplitMap::viewPositionOfMember(const std::string& context, const std::string& member) const
{
    const ContextItem* i = item(context);
    if (!i)
        return {-1, -1};
    const QRectF area = i->boundingRect();
    for (double y = area.top(); y < area.bottom(); y += 8)
        for (double x = area.left(); x < area.right(); x += 16)
            if (const auto* at = i->memberAt({x, y}); at && at->id == member)
                return mapFromScene(i->pos() + QPointF(x + 4, y + 6));
    return {-1, -1};
}

ContextItem* SplitMap::itemAtView(const QPoint& point, const ContextItem* except) const
{
    const QPointF at = mapToScene(point);
    for (auto i = m_items.rbegin(); i != m_items.rend(); ++i)
        if (*i != except && (*i)->boundingRect().translated((*i)->pos()).contains(at))
            return *i;
    return nullptr;
}

void SplitMap::chooseItem(ContextItem* chosen)
{
    select(chosen ? chosen->context().id : std::string());
    emit contextSelected(chosen ? fromUtf8(chosen->context().id) : QString());
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
