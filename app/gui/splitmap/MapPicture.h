#pragma once

#include "app/gui/theme/Colours.h"
#include "core/model/Partition.h"

#include <QFont>
#include <QImage>
#include <QLineF>
#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>
#include <vector>

class QPainter;

namespace naru::gui {

/// What painting needs of the theme, so that any thread can do it.
struct MapStyle {
    Colours colours;
    QFont font;
    QImage pin;
    QImage agreed;
    QImage open;
    QImage disputed;
};

/// A member in an opened area; the rectangle is relative to the middle of the area.
struct MapChip {
    QRectF rect;
    QString text;
    core::MemberRole role = core::MemberRole::Class;
    bool pinned = false;
};

/// A context as it is drawn.
struct MapArea {
    QPointF at; ///< middle, in the map's own measure
    QSizeF size;
    QString name;
    QString line; ///< kind and sizes
    QStringList tables;
    int kind = 0;   ///< of core::SubdomainKind
    int pinned = 0; ///< members that are pinned
    std::string review;
    bool open = false;
    std::shared_ptr<const std::vector<MapChip>> chips; ///< of an opened area
    int marked = -1;                                   ///< chip that is selected
    [[nodiscard]] QRectF rect() const { return {at.x() - size.width() / 2, at.y() - size.height() / 2, size.width(), size.height()}; }
};

/// A line between two areas (a bundle), or between the members of opened ones (a thread).
struct MapLine {
    QLineF line;
    double width = 1;
    core::InterfaceKind kind = core::InterfaceKind::Call;
    int from = 0; ///< area
    int to = 0;
};

/// The map as plain values: cheap to copy, painted by any thread into any picture.
struct MapPicture {
    MapStyle style;
    std::vector<MapArea> areas;
    std::shared_ptr<const std::vector<MapLine>> bundles;
    std::shared_ptr<const std::vector<MapLine>> threads;
    std::vector<QLineF> ofMember; ///< threads of the selected member
    int focus = -1;               ///< selected area: only its own lines are drawn in colour
    int lifted = -1;              ///< area that hangs on the mouse: left out

    /// How much there is to draw in a part of the map: chips and lines. Below some thousands a frame takes a few milliseconds.
    [[nodiscard]] std::size_t effort(const QRectF& shown, double scale) const;
    /// Paints the part `shown` at a scale into a picture whose top left corner is that of `shown`. Stops early when asked to.
    void paint(QPainter& painter, const QRectF& shown, double scale, const std::stop_token& stop = {}) const;
    /// One area alone, with its members. The painter stands in the map's own measure.
    void paintArea(QPainter& painter, int area, double scale, const QRectF& shown) const;
    void paintLine(QPainter& painter, const MapLine& line, double scale, bool strong) const;

private:
    void paintBody(QPainter& painter, int area, double scale) const;
    void paintHead(QPainter& painter, const MapArea& area) const;
    void paintChips(QPainter& painter, const MapArea& area, double scale, const QRectF& shown, const std::stop_token& stop) const;
    void paintPlate(QPainter& painter, const MapArea& area, double scale) const;
    void paintThreads(QPainter& painter, const QRectF& shown, double scale, const std::stop_token& stop) const;
};

/// Where the line from inside a rectangle toward a point leaves it.
QPointF leaveRect(const QRectF& rect, const QPointF& from, const QPointF& toward);

inline constexpr double kMapHead = 48; ///< of an area, above its tables or members
inline constexpr double kMapPad = 12;

} // namespace naru::gui
