#pragma once

#include "app/gui/Environment.h"
#include "core/model/Partition.h"

#include <QGraphicsItem>

#include <vector>

namespace naru::gui {

/// A bundle of what goes from one context to another.
struct MapEdge {
    int from = 0; ///< index of the context item
    int to = 0;
    core::InterfaceKind kind = core::InterfaceKind::Call;
    int weight = 1; ///< remote calls, tables or transactions
    QRectF fromRect;
    QRectF toRect;
};

/// All bundles of the map in one item: opaque cosmetic lines, width by weight, colour by kind.
/// (An item for each line would make a frame of a large map seconds long.)
class EdgeLayer : public QGraphicsItem {
public:
    explicit EdgeLayer(Environment& environment) : m_env(environment) { setZValue(0); }
    void setEdges(std::vector<MapEdge> edges);
    [[nodiscard]] const std::vector<MapEdge>& edges() const { return m_edges; }
    /// Only bundles that touch this context are drawn strong; -1: all.
    void setFocus(int context);
    /// Index of the bundle near a point, -1 when none.
    [[nodiscard]] int edgeAt(const QPointF& point, double tolerance) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Drawn {
        QLineF line;
        double width = 1;
        bool arrow = true;
    };
    void measure();

    Environment& m_env;
    std::vector<MapEdge> m_edges;
    std::vector<Drawn> m_drawn;
    QRectF m_bounds;
    int m_focus = -1;
};

} // namespace naru::gui
