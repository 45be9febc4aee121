// How the map comes onto the screen: one picture, somewhat larger than the window, moved while panning.

#include "app/gui/splitmap/SplitMap.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace naru::gui {
namespace {

/// Chips and lines up to which a frame is painted at once; it takes some milliseconds.
constexpr std::size_t kAtOnce = 1200;
/// The picture reaches beyond the window by this part of its size on every side.
constexpr double kBeyond = 0.2;
constexpr double kPictureMargin = 20;
constexpr double kLargestPicture = 16000; ///< pixels of a side

} // namespace

void SplitMap::changed()
{
    ++m_content;
    viewport()->update();
}

MapPicture SplitMap::picture() const
{
    MapPicture out;
    out.style = m_style;
    for (const MapContext& item : m_items)
        out.areas.push_back(item.look(m_marked));
    out.bundles = m_bundles;
    out.threads = m_threads;
    out.focus = indexOf(m_selected);
    out.lifted = m_drag == Drag::Context && m_moved ? m_dragItem : -1;
    for (std::size_t i = 0, thread = 0; i < m_calls.size() && !m_marked.empty(); ++i) {
        const Call& call = m_calls[i];
        const MapContext& from = m_items[static_cast<std::size_t>(call.from)];
        const MapContext& to = m_items[static_cast<std::size_t>(call.to)];
        if (!from.isOpen() && !to.isOpen())
            continue; // has no thread
        const bool ofMember = from.context().members[static_cast<std::size_t>(call.fromChip)].id == m_marked ||
                              to.context().members[static_cast<std::size_t>(call.toChip)].id == m_marked;
        if (ofMember)
            out.ofMember.push_back((*m_threads)[thread].line);
        ++thread;
    }
    return out;
}

QRectF SplitMap::visible() const
{
    const QTransform back = viewportTransform().inverted();
    return back.mapRect(QRectF(viewport()->rect()));
}

SplitMap::Frame SplitMap::painted(const MapPicture& picture, const QRectF& shown, double scale, double ratio, int content,
                                  const std::stop_token& stop)
{
    Frame frame;
    frame.shown = shown;
    frame.scale = scale;
    frame.content = content;
    frame.image = QImage((shown.size() * scale * ratio).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    frame.image.setDevicePixelRatio(ratio);
    frame.image.fill(picture.style.colours.base);
    QPainter painter(&frame.image);
    picture.paint(painter, shown, scale, stop);
    return frame;
}

void SplitMap::wantFrame()
{
    const QRectF now = visible();
    const double scale = transform().m11();
    const bool sameScale = std::abs(m_frame.scale - scale) < 1e-9;
    if (!m_frame.image.isNull() && m_frame.content == m_content && sameScale && m_frame.shown.contains(now))
        return;
    // Whole pixels beyond the window, so that panning moves the picture without blur.
    const double beyondX = std::floor(viewport()->width() * kBeyond) / scale;
    const double beyondY = std::floor(viewport()->height() * kBeyond) / scale;
    const QRectF shown = now.adjusted(-beyondX, -beyondY, beyondX, beyondY);
    const MapPicture map = picture();
    const double ratio = devicePixelRatioF();
    if (map.effort(shown, scale) <= kAtOnce) {
        m_frames.cancel();
        m_frame = painted(map, shown, scale, ratio, m_content, {});
        return;
    }
    m_frames.run([this, map, shown, scale, ratio, content = m_content](const std::stop_token& stop) -> LatestRunner::Completion {
        auto frame = std::make_shared<Frame>(painted(map, shown, scale, ratio, content, stop));
        return [this, frame] {
            m_frame = std::move(*frame);
            viewport()->update(); // asks for the next one when the map has gone on
        };
    });
}

void SplitMap::paintEvent(QPaintEvent*)
{
    wantFrame();
    QPainter painter(viewport());
    const QRectF now = visible();
    const double scale = transform().m11();
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    const QPointF corner = (m_frame.shown.topLeft() - now.topLeft()) * scale;
    if (m_frame.image.isNull()) {
        painter.fillRect(viewport()->rect(), m_style.colours.base);
    } else if (std::abs(m_frame.scale - scale) < 1e-9) {
        if (!m_frame.shown.contains(now))
            painter.fillRect(viewport()->rect(), m_style.colours.base);
        painter.drawImage(corner.toPoint(), m_frame.image);
    } else {
        painter.fillRect(viewport()->rect(), m_style.colours.base);
        painter.drawImage(QRectF(corner, m_frame.shown.size() * scale), m_frame.image);
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paintOver(painter);
}

void SplitMap::paintOver(QPainter& painter)
{
    if (m_drag == Drag::None || !m_moved)
        return;
    const Colours& s = m_style.colours;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(viewportTransform());
    if (m_target >= 0) {
        QPen pen(s.accent, 3, Qt::DashLine);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_items[static_cast<std::size_t>(m_target)].rect(), 12, 12);
    }
    if (m_drag == Drag::Context) {
        const MapPicture map = picture();
        for (const MapLine& line : *m_bundles)
            if (line.from == m_dragItem || line.to == m_dragItem)
                map.paintLine(painter, line, transform().m11(), true);
        map.paintArea(painter, m_dragItem, transform().m11(), visible());
    }
    painter.resetTransform();
    if (m_drag != Drag::Member)
        return;
    const int width = fontMetrics().horizontalAdvance(m_ghost) + 20;
    const QRect chip(m_last.x() + 8, m_last.y() + 8, width, 24);
    painter.setPen(QPen(s.accent, 1.5));
    painter.setBrush(s.accentSoft);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(s.text);
    painter.drawText(chip, Qt::AlignCenter, m_ghost);
}

QImage SplitMap::image(double factor) const
{
    const QRectF all = bounds().adjusted(-kPictureMargin, -kPictureMargin, kPictureMargin, kPictureMargin);
    const double scale = std::min(factor, kLargestPicture / std::max({1.0, all.width(), all.height()}));
    QImage picture((all.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    picture.fill(m_style.colours.base);
    QPainter painter(&picture);
    this->picture().paint(painter, all, scale);
    return picture;
}

} // namespace naru::gui
