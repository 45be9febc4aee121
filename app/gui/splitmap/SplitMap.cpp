#include "app/gui/splitmap/SplitMap.h"

#include "analyzers/decompose/MapLayout.h"

#include <QApplication>
#include <QGraphicsScene>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace naru::gui {

namespace decompose = analyzers::decompose;

namespace {

constexpr double kSmallestMapScale = 0.02;
constexpr double kLargestMapScale = 3;
constexpr double kMapMargin = 60;
constexpr double kSpread = 9; ///< between the three kinds of one pair
constexpr double kWidest = 9;
/// Layouts of more areas are made outside of the GUI thread.
constexpr std::size_t kQuickLayout = 60;

QPointF pointOf(const decompose::MapPoint& point)
{
    return {point.x, point.y};
}

} // namespace

SplitMap::SplitMap(Environment& environment, QWidget* parent)
    : QGraphicsView(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_scene(new QGraphicsScene(this)),
      m_bundles(std::make_shared<const std::vector<MapLine>>()),
      m_threads(m_bundles)
{
    setObjectName(QStringLiteral("splitMap"));
    setScene(m_scene);
    setViewportUpdateMode(FullViewportUpdate);
    setTransformationAnchor(AnchorUnderMouse);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 80);
    refreshStyle();
    m_words->say([this] {
        setAccessibleName(tr("Map of the contexts"));
        setAccessibleDescription(tr("The tables beside the map hold the same and can be edited with the keyboard."));
        changed();
    });
    connect(&m_env.theme, &Theme::changed, this, [this] {
        refreshStyle();
        changed();
    });
}

SplitMap::~SplitMap() = default;

void SplitMap::refreshStyle()
{
    const Colours& s = m_env.theme.colours();
    const auto icon = [this](const char* name, const QColor& colour) {
        return m_env.theme.pixmap(QString::fromLatin1(name), colour, 16, 2).toImage();
    };
    m_style = {s, QApplication::font(), icon("pin", s.accent), icon("met", s.good), icon("unknown", s.muted), icon("warn", s.warn)};
}

void SplitMap::show(const core::Alternative& alternative, const Places& places)
{
    endDrag();
    const std::set<std::string> pinned(alternative.pinned.begin(), alternative.pinned.end());
    m_items.clear();
    for (const core::Context& context : alternative.contexts) {
        m_items.emplace_back(context, pinned);
        m_items.back().setOpen(m_open.contains(context.id));
    }
    const std::vector<decompose::MapBundle> bundles = decompose::bundlesOf(alternative);
    m_pairs.clear();
    for (const decompose::MapBundle& bundle : bundles)
        m_pairs.push_back({{}, std::clamp(1 + 1.6 * std::log2(1.0 + bundle.weight), 1.5, kWidest), bundle.kind, bundle.from, bundle.to});
    resolveCalls(alternative);
    for (const auto& [id, at] : places)
        m_places[id] = at;
    std::vector<decompose::MapSize> sizes;
    std::vector<std::optional<decompose::MapPoint>> known;
    for (const core::Context& context : alternative.contexts) {
        sizes.push_back(decompose::closedSize(context));
        const auto at = m_places.find(context.id);
        known.push_back(at == m_places.end() ? std::nullopt : std::optional<decompose::MapPoint>({at->second.x(), at->second.y()}));
    }
    const bool fresh = 2 * std::ranges::count_if(known, [](const auto& point) { return point.has_value(); }) <= std::ssize(known);
    const auto take = [this, fresh](const std::vector<decompose::MapPoint>& at) {
        Places base;
        for (std::size_t i = 0; i < m_items.size(); ++i)
            base[m_items[i].context().id] = pointOf(at[i]);
        takeLayout(base);
        if (fresh || m_fitted)
            fit();
    };
    m_layouts.cancel();
    if (!fresh || sizes.size() <= kQuickLayout) {
        take(decompose::layoutMap(sizes, decompose::tiesOf(bundles), known));
    } else {
        std::vector<decompose::MapPoint> rows(sizes.size()); // something to look at meanwhile
        take(decompose::makeRoom(sizes, rows));
        m_layouts.run([sizes, ties = decompose::tiesOf(bundles), take](const std::stop_token&) -> LatestRunner::Completion {
            return [take, at = decompose::layoutMap(sizes, ties)] { take(at); };
        });
    }
    select(m_selected);
}

void SplitMap::resolveCalls(const core::Alternative& alternative)
{
    std::unordered_map<std::string_view, std::pair<int, int>> at;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const auto& members = m_items[i].context().members;
        for (std::size_t chip = 0; chip < members.size(); ++chip)
            for (const std::string* name : {&members[chip].id, &members[chip].name})
                at.emplace(*name, std::pair(static_cast<int>(i), static_cast<int>(chip)));
    }
    // The ends are members, or what is declared in one ("a.B.method(int)"): then the longest name before it that is a member.
    const auto locate = [&](std::string_view name) {
        auto found = at.find(name);
        for (name = name.substr(0, name.find('(')); found == at.end();) {
            const std::size_t joint = name.find_last_of(".#$");
            if (joint == std::string_view::npos)
                break;
            name = name.substr(0, joint);
            found = at.find(name);
        }
        return found;
    };
    m_calls.clear();
    for (const core::ContextInterface& face : alternative.interfaces)
        if (face.kind == core::InterfaceKind::Call)
            for (const core::InterfaceFunction& function : face.functions) {
                const auto from = locate(function.from);
                const auto to = locate(function.to);
                if (from != at.end() && to != at.end() && from->second.first != to->second.first)
                    m_calls.push_back({from->second.first, from->second.second, to->second.first, to->second.second});
            }
}

void SplitMap::arrange()
{
    m_places.clear();
    std::vector<decompose::MapSize> sizes;
    std::vector<decompose::MapTie> ties;
    for (const MapContext& item : m_items)
        sizes.push_back(decompose::closedSize(item.context()));
    for (const MapLine& pair : m_pairs)
        ties.push_back({pair.from, pair.to, std::exp2((pair.width - 1) / 1.6) - 1});
    const std::vector<decompose::MapPoint> at = decompose::layoutMap(sizes, ties);
    Places base;
    for (std::size_t i = 0; i < m_items.size(); ++i)
        base[m_items[i].context().id] = pointOf(at[i]);
    takeLayout(base);
    fit();
    emit placed(base);
}

void SplitMap::takeLayout(const Places& base)
{
    std::vector<decompose::MapSize> sizes;
    std::vector<decompose::MapPoint> at;
    for (const auto& [id, point] : base)
        m_places[id] = point;
    bool open = false;
    for (const MapContext& item : m_items) {
        const QPointF point = m_places[item.context().id];
        sizes.push_back({item.size().width(), item.size().height()});
        at.push_back({point.x(), point.y()});
        open = open || item.isOpen();
    }
    if (open) // the closed ones go aside, and back again when it is closed
        at = decompose::makeRoom(sizes, std::move(at));
    for (std::size_t i = 0; i < m_items.size(); ++i)
        m_items[i].setAt(pointOf(at[i]));
    rebuildLines();
}

void SplitMap::rebuildLines(bool paintAnew)
{
    std::vector<MapLine> bundles;
    for (MapLine pair : m_pairs) {
        const MapContext& from = m_items[static_cast<std::size_t>(pair.from)];
        const MapContext& to = m_items[static_cast<std::size_t>(pair.to)];
        if (pair.kind == core::InterfaceKind::Call && (from.isOpen() || to.isOpen()))
            continue; // its calls are drawn one by one
        QLineF line(from.at(), to.at());
        // Both directions and the three kinds of a pair lie side by side.
        const QLineF across = line.length() > 0 ? line.normalVector().unitVector() : QLineF();
        const double off = kSpread * (static_cast<int>(pair.kind) + (pair.kind == core::InterfaceKind::Call ? 0.9 : 0.2));
        line.translate(across.dx() * off, across.dy() * off);
        pair.line = {leaveRect(from.rect(), line.p1(), line.p2()), leaveRect(to.rect(), line.p2(), line.p1())};
        bundles.push_back(pair);
    }
    std::vector<MapLine> threads;
    for (const Call& call : m_calls) {
        const MapContext& from = m_items[static_cast<std::size_t>(call.from)];
        const MapContext& to = m_items[static_cast<std::size_t>(call.to)];
        if (!from.isOpen() && !to.isOpen())
            continue;
        const QRectF start = from.isOpen() ? from.chip(static_cast<std::size_t>(call.fromChip)) : from.rect();
        const QRectF end = to.isOpen() ? to.chip(static_cast<std::size_t>(call.toChip)) : to.rect();
        const QLineF line(leaveRect(start, start.center(), end.center()), leaveRect(end, end.center(), start.center()));
        threads.push_back({line, 1, core::InterfaceKind::Call, call.from, call.to});
    }
    m_bundles = std::make_shared<const std::vector<MapLine>>(std::move(bundles));
    m_threads = std::make_shared<const std::vector<MapLine>>(std::move(threads));
    if (!paintAnew)
        return;
    const QRectF all = bounds();
    // Room around the map, so that it can be panned and areas can be dragged outward.
    m_scene->setSceneRect(all.adjusted(-all.width() / 2 - kMapMargin, -all.height() / 2 - kMapMargin, all.width() / 2 + kMapMargin,
                                       all.height() / 2 + kMapMargin));
    changed();
}

QRectF SplitMap::bounds() const
{
    QRectF all;
    for (const MapContext& item : m_items)
        all |= item.rect();
    return all;
}

void SplitMap::fit()
{
    QRectF all = bounds();
    if (all.isEmpty())
        return;
    all.adjust(-kMapMargin / 3, -kMapMargin / 3, kMapMargin / 3, kMapMargin / 3);
    fitInView(all, Qt::KeepAspectRatio);
    if (transform().m11() > 1.1) {
        setTransform(QTransform::fromScale(1.1, 1.1));
        centerOn(all.center());
    }
    m_fitted = true;
}

void SplitMap::zoom(double factor)
{
    const double wanted = std::clamp(transform().m11() * factor, kSmallestMapScale, kLargestMapScale);
    scale(wanted / transform().m11(), wanted / transform().m11());
    m_fitted = false;
}

int SplitMap::indexOf(const std::string& context) const
{
    const auto found = std::ranges::find_if(m_items, [&](const MapContext& item) { return item.context().id == context; });
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

void SplitMap::select(const std::string& context)
{
    if (m_selected != context)
        changed();
    m_selected = context;
}

void SplitMap::markMember(const std::string& member)
{
    if (m_marked != member)
        changed();
    m_marked = member;
}

void SplitMap::setOpen(const std::string& context, bool open)
{
    const int index = indexOf(context);
    if (index < 0 || m_items[static_cast<std::size_t>(index)].isOpen() == open)
        return;
    if (open)
        m_open.insert(context);
    else
        m_open.erase(context);
    MapContext& item = m_items[static_cast<std::size_t>(index)];
    item.setOpen(open);
    takeLayout({});
    if (!open) {
        if (m_fitted || m_open.empty())
            fit();
        return;
    }
    // The members are what one wants to see now.
    fitInView(item.rect().adjusted(-kMapMargin, -kMapMargin, kMapMargin, kMapMargin), Qt::KeepAspectRatio);
    if (transform().m11() > 1) {
        setTransform({});
        centerOn(item.at());
    }
    m_fitted = false;
}

QPoint SplitMap::viewPositionOf(const std::string& context) const
{
    const int index = indexOf(context);
    if (index < 0)
        return {-1, -1};
    const MapContext& item = m_items[static_cast<std::size_t>(index)];
    return mapFromScene(item.at() + QPointF(0, -item.size().height() / 2 + 16));
}

QPoint SplitMap::viewPositionOfMember(const std::string& context, const std::string& member) const
{
    const int index = indexOf(context);
    if (index < 0)
        return {-1, -1};
    const MapContext& item = m_items[static_cast<std::size_t>(index)];
    const auto at = std::ranges::find(item.context().members, member, &core::PartitionMember::id);
    if (!item.isOpen() || at == item.context().members.end())
        return {-1, -1};
    return mapFromScene(item.chip(static_cast<std::size_t>(at - item.context().members.begin())).center());
}

QPointF SplitMap::placeOf(const std::string& context) const
{
    const int index = indexOf(context);
    return index < 0 ? QPointF() : m_items[static_cast<std::size_t>(index)].at();
}

int SplitMap::indexAt(const QPoint& point, int except) const
{
    const QPointF at = mapToScene(point);
    for (int i = static_cast<int>(m_items.size()) - 1; i >= 0; --i)
        if (i != except && m_items[static_cast<std::size_t>(i)].rect().contains(at))
            return i;
    return -1;
}

void SplitMap::chooseIndex(int index)
{
    select(index < 0 ? std::string() : idOf(index));
    emit contextSelected(index < 0 ? QString() : fromUtf8(idOf(index)));
}

} // namespace naru::gui
