#include "app/gui/splitmap/MapPicture.h"

#include "app/gui/Language.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

namespace naru::gui {
namespace {

constexpr double kRound = 12;
/// Below this scale only the area and its name are drawn, below the next one chips have no text.
constexpr double kNameOnly = 0.38;
constexpr double kNoChipText = 0.55;
constexpr double kArrow = 11;
constexpr double kSmallArrow = 6;
constexpr std::size_t kSmoothLines = 2000; ///< more are drawn without smoothing
constexpr std::size_t kArrowThreads = 400; ///< with more of them arrow heads would only be in the way
constexpr double kSmallestPoints = 7;      ///< of a name that has little room
constexpr std::size_t kStopEvery = 512;    ///< chips between two looks at whether to stop

/// Size of a font that looks like `points` on the screen at a scale.
QFont onScreen(QFont font, double points, double scale)
{
    font.setPointSizeF(points / std::max(0.02, scale));
    return font;
}

void paintArrow(QPainter& painter, const QLineF& line, double length, double half)
{
    const double whole = std::max(1.0, line.length());
    const QPointF u(line.dx() / whole, line.dy() / whole);
    const QPointF side(-u.y(), u.x());
    const QPointF points[] = {line.p2(), line.p2() - u * length + side * half, line.p2() - u * length - side * half};
    painter.drawPolygon(points, 3);
}

bool near(const QLineF& line, const QRectF& shown)
{
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-12, -12, 12, 12).intersects(shown);
}

/// The part of a line inside a rectangle (Liang and Barsky); none when it passes by.
std::optional<QLineF> clipped(const QLineF& line, const QRectF& rect)
{
    double first = 0;
    double last = 1;
    const auto cut = [&](double step, double room) { // line.p1 + t * d stays on the inner side while t * step <= room
        if (step == 0)
            return room >= 0;
        const double t = room / step;
        (step < 0 ? first : last) = step < 0 ? std::max(first, t) : std::min(last, t);
        return first <= last;
    };
    if (cut(-line.dx(), line.x1() - rect.left()) && cut(line.dx(), rect.right() - line.x1()) && cut(-line.dy(), line.y1() - rect.top()) &&
        cut(line.dy(), rect.bottom() - line.y1()))
        return QLineF(line.pointAt(first), line.pointAt(last));
    return std::nullopt;
}

/// Lines in pixels of the picture. Those that begin and end at the same places (by two pixels) are drawn once: with tens of
/// thousands of lines on a screen most lie on each other.
std::vector<QLineF> inPixels(const std::vector<MapLine>& lines, const QRectF& shown, double scale, int focus, bool strong, int lifted)
{
    std::vector<std::uint64_t> keys;
    keys.reserve(lines.size());
    constexpr double kFarthest = 32000; // pixels; pictures are smaller
    const QRectF frame = shown.adjusted(-20 / scale, -20 / scale, 20 / scale, 20 / scale);
    const auto half = [&](double pixels) {
        return static_cast<std::uint64_t>(static_cast<int>(std::clamp(pixels + 64, 0.0, kFarthest)) / 2);
    };
    const auto packed = [&](const QPointF& point) {
        return (half((point.x() - shown.x()) * scale) << 16U) | half((point.y() - shown.y()) * scale);
    };
    for (const MapLine& one : lines)
        if ((focus < 0 || one.from == focus || one.to == focus) == strong && one.from != lifted && one.to != lifted)
            if (const auto seen = clipped(one.line, frame))
                keys.push_back((packed(seen->p1()) << 32U) | packed(seen->p2()));
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    std::vector<QLineF> out;
    out.reserve(keys.size());
    const auto at = [](std::uint64_t key) { return static_cast<double>(key & 0xffffU) * 2 - 64; };
    for (const std::uint64_t key : keys)
        out.emplace_back(at(key >> 48U), at(key >> 32U), at(key >> 16U), at(key));
    return out;
}

} // namespace

QPointF leaveRect(const QRectF& rect, const QPointF& from, const QPointF& toward)
{
    const QPointF d = toward - from;
    if (d.isNull())
        return from;
    const double toX = d.x() > 0 ? (rect.right() - from.x()) / d.x() : d.x() < 0 ? (rect.left() - from.x()) / d.x() : 1e9;
    const double toY = d.y() > 0 ? (rect.bottom() - from.y()) / d.y() : d.y() < 0 ? (rect.top() - from.y()) / d.y() : 1e9;
    return from + d * std::clamp(std::min(toX, toY), 0.0, 1.0);
}

std::size_t MapPicture::effort(const QRectF& shown, double scale) const
{
    std::size_t sum = bundles->size() + threads->size();
    for (const MapArea& area : areas)
        if (area.open && area.rect().intersects(shown)) {
            const QRectF part = area.rect().intersected(shown);
            const double share = part.width() * part.height() / std::max(1.0, area.size.width() * area.size.height());
            const double each = scale < kNoChipText ? 0.2 : 1; // a chip with its name takes several times as long
            sum += static_cast<std::size_t>(share * each * static_cast<double>(area.chips->size()));
        }
    return sum;
}

void MapPicture::paint(QPainter& painter, const QRectF& shown, double scale, const std::stop_token& stop) const
{
    painter.save();
    painter.scale(scale, scale);
    painter.translate(-shown.topLeft());
    painter.setRenderHint(QPainter::Antialiasing, bundles->size() < kSmoothLines);
    for (const bool strong : {false, true})
        for (const MapLine& line : *bundles)
            if ((focus < 0 || line.from == focus || line.to == focus) == strong && line.from != lifted && line.to != lifted &&
                near(line.line, shown))
                paintLine(painter, line, scale, strong);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto each = [&](auto paintOne) { // the selected one lies on top
        for (int i = 0; i < static_cast<int>(areas.size()) && !stop.stop_requested(); ++i)
            if (i != lifted && i != focus && areas[static_cast<std::size_t>(i)].rect().intersects(shown))
                paintOne(i);
        if (focus >= 0 && focus != lifted && areas[static_cast<std::size_t>(focus)].rect().intersects(shown))
            paintOne(focus);
    };
    each([&](int area) { paintBody(painter, area, scale); });
    if (!threads->empty() && !stop.stop_requested())
        paintThreads(painter, shown, scale, stop);
    if (!ofMember.empty()) {
        QPen pen(style.colours.accent, 1.6);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawLines(ofMember.data(), static_cast<int>(ofMember.size()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.colours.accent);
        for (const QLineF& line : ofMember)
            paintArrow(painter, line, kSmallArrow * 1.4 / std::min(1.0, scale), kSmallArrow * 0.7 / std::min(1.0, scale));
    }
    each([&](int area) {
        const MapArea& one = areas[static_cast<std::size_t>(area)];
        if (one.open)
            paintChips(painter, one, scale, shown, stop);
        if (scale < kNameOnly)
            paintPlate(painter, one, scale);
    });
    painter.restore();
}

void MapPicture::paintArea(QPainter& painter, int area, double scale, const QRectF& shown) const
{
    const MapArea& one = areas[static_cast<std::size_t>(area)];
    paintBody(painter, area, scale);
    if (one.open)
        paintChips(painter, one, scale, shown, {});
    if (scale < kNameOnly)
        paintPlate(painter, one, scale);
}

void MapPicture::paintLine(QPainter& painter, const MapLine& line, double scale, bool strong) const
{
    const Colours& s = style.colours;
    const std::array colours = {s.edgeCall, s.edgeTable, s.edgeTransaction};
    const QColor colour = strong ? colours[static_cast<std::size_t>(line.kind)] : s.line;
    QPen pen(colour, std::max(1.0, line.width * std::min(1.0, scale)));
    pen.setCosmetic(true);
    pen.setCapStyle(Qt::FlatCap);
    if (line.kind == core::InterfaceKind::SharedTable)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    const bool arrow = line.kind == core::InterfaceKind::Call;
    const double length = line.line.length();
    QLineF body = line.line;
    if (arrow && length > kArrow)
        body.setLength(length - kArrow * 0.8);
    painter.drawLine(body);
    if (!arrow || scale < 0.2)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    paintArrow(painter, line.line, kArrow, kArrow * 0.45 + line.width / 2);
}

void MapPicture::paintBody(QPainter& painter, int index, double scale) const
{
    const Colours& s = style.colours;
    const MapArea& area = areas[static_cast<std::size_t>(index)];
    const auto kind = static_cast<std::size_t>(area.kind);
    QPen border(s.kind[kind], index == focus ? 3 : 1.5);
    border.setCosmetic(scale < 0.5); // stays visible on a small map
    painter.setPen(border);
    painter.setBrush(s.kindSoft[kind]);
    painter.drawRoundedRect(area.rect(), kRound, kRound);
    if (scale < kNameOnly)
        return; // the name comes last, on a plate
    paintHead(painter, area);
    if (area.open)
        return;
    QFont font = style.font;
    font.setPointSizeF(font.pointSizeF() - 1);
    painter.setFont(font);
    painter.setPen(s.role[1]);
    const QFontMetricsF metrics(font);
    double y = area.rect().top() + kMapHead + 4;
    const double room = area.size.width() - 2 * kMapPad;
    for (const QString& table : area.tables) {
        painter.drawText(QRectF(area.rect().left() + kMapPad, y, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(table, Qt::ElideRight, room));
        y += 17;
    }
}

void MapPicture::paintHead(QPainter& painter, const MapArea& area) const
{
    const Colours& s = style.colours;
    const double left = area.rect().left() + kMapPad;
    const double top = area.rect().top();
    const double whole = area.size.width() - 2 * kMapPad;
    QFont font = style.font;
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() + 1);
    painter.setFont(font);
    painter.setPen(s.text);
    double room = whole;
    const QPointF corner(area.rect().right() - kMapPad, top + 9);
    if (!area.review.empty()) {
        painter.drawImage(QRectF(corner.x() - 16, corner.y(), 16, 16), area.review == "agreed"   ? style.agreed
                                                                     : area.review == "disputed" ? style.disputed
                                                                                                 : style.open);
        room -= 22;
    }
    QFont small = style.font;
    small.setPointSizeF(small.pointSizeF() - 1);
    if (area.pinned > 0) { // pins are seen on a closed area as well
        const QString count = QString::number(area.pinned);
        const double wide = QFontMetricsF(small).horizontalAdvance(count) + 18;
        const double x = corner.x() - (whole - room) - wide;
        painter.drawImage(QRectF(x, corner.y(), 15, 15), style.pin);
        painter.setFont(small);
        painter.setPen(s.accent);
        painter.drawText(QRectF(x + 17, corner.y() - 2, wide - 17, 20), Qt::AlignLeft | Qt::AlignVCenter, count);
        room -= wide + 6;
        painter.setFont(font);
        painter.setPen(s.text);
    }
    painter.drawText(QRectF(left, top + 6, room, 20), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(area.name, Qt::ElideRight, room));
    painter.setFont(small);
    painter.setPen(s.muted);
    painter.drawText(QRectF(left, top + 26, whole, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(small).elidedText(area.line, Qt::ElideRight, whole));
}

void MapPicture::paintChips(QPainter& painter, const MapArea& area, double scale, const QRectF& shown, const std::stop_token& stop) const
{
    const Colours& s = style.colours;
    const QRectF part = shown.translated(-area.at);
    painter.save();
    painter.translate(area.at);
    QFont font = style.font;
    font.setPointSizeF(font.pointSizeF() - 1);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const bool plain = scale < kNameOnly;
    painter.setRenderHint(QPainter::Antialiasing, !plain);
    for (std::size_t i = 0; i < area.chips->size(); ++i) {
        if (i % kStopEvery == 0 && stop.stop_requested())
            break;
        const MapChip& chip = (*area.chips)[i];
        if (!chip.rect.intersects(part))
            continue;
        const QColor& colour = s.role[static_cast<std::size_t>(chip.role)];
        const bool marked = static_cast<int>(i) == area.marked;
        if (plain) {
            painter.fillRect(chip.rect, marked ? s.accent : colour);
            continue;
        }
        painter.setPen(QPen(marked ? s.accent : colour, marked ? 2 : 1));
        painter.setBrush(marked ? s.accentSoft : s.base);
        if (chip.role == core::MemberRole::Table)
            painter.drawRect(chip.rect);
        else
            painter.drawRoundedRect(chip.rect, chip.role == core::MemberRole::View ? 11 : 4, chip.role == core::MemberRole::View ? 11 : 4);
        if (scale < kNoChipText)
            continue;
        double room = chip.rect.width() - 16;
        if (chip.pinned) {
            painter.drawImage(QRectF(chip.rect.right() - 20, chip.rect.top() + 4, 15, 15), style.pin);
            room -= 16;
        }
        painter.setPen(s.text);
        painter.drawText(chip.rect.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(chip.text, Qt::ElideMiddle, room));
    }
    painter.restore();
}

void MapPicture::paintPlate(QPainter& painter, const MapArea& area, double scale) const
{
    const Colours& s = style.colours;
    QFont font = style.font;
    font.setBold(true);
    // As large as on a map in full size, but no wider than the area.
    const double points = std::min(style.font.pointSizeF() + 1, 0.9 * style.font.pointSizeF() + 30 * scale);
    font = onScreen(font, points, scale);
    const double pad = 5 / scale;
    const double room = area.size.width() - 2 * pad;
    if (const double wide = QFontMetricsF(font).horizontalAdvance(area.name); wide > room) // a smaller name says more than its first letter
        font = onScreen(font, std::clamp(0.94 * points * room / wide, std::min(kSmallestPoints, points), points), scale);
    const QFontMetricsF metrics(font);
    const QString name = metrics.elidedText(area.name, Qt::ElideRight, room);
    const QSizeF size(std::min(room, metrics.horizontalAdvance(name)) + 2 * pad, metrics.height());
    const QRectF plate(area.at - QPointF(size.width() / 2, size.height() / 2), size);
    if (area.open) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(s.kindSoft[static_cast<std::size_t>(area.kind)]);
        painter.drawRoundedRect(plate, pad, pad);
    }
    painter.setFont(font);
    painter.setPen(s.text);
    painter.drawText(plate, Qt::AlignCenter, name);
}

void MapPicture::paintThreads(QPainter& painter, const QRectF& shown, double scale, const std::stop_token& stop) const
{
    const Colours& s = style.colours;
    const bool few = threads->size() <= kArrowThreads;
    painter.save();
    painter.resetTransform();
    painter.setRenderHint(QPainter::Antialiasing, few);
    // With a clip that is a rectangle the raster engine writes lines straight into the picture; without one it mixes them in span by span.
    painter.setClipRect(QRectF(QPointF(), shown.size() * scale));
    for (const bool bright : {false, true}) {
        if (stop.stop_requested())
            break;
        const std::vector<QLineF> lines = inPixels(*threads, shown, scale, focus, bright, lifted);
        const QColor colour = bright ? s.edgeCall : s.line;
        // A solid pen of no width is what the raster engine draws fastest.
        painter.setPen(QPen(colour, few ? 1.2 : 0));
        painter.drawLines(lines.data(), static_cast<int>(lines.size()));
        if (!few || scale < kNoChipText)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const QLineF& line : lines)
            paintArrow(painter, line, kSmallArrow, kSmallArrow * 0.5);
    }
    painter.restore();
}

} // namespace naru::gui
