#pragma once

#include "app/gui/Environment.h"
#include "app/gui/splitmap/EdgeLayer.h"
#include "core/model/Partition.h"

#include <QGraphicsView>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace naru::gui {

class ContextItem;

/// The map of a split. Says what a person wants by gesture; changes nothing itself.
class SplitMap : public QGraphicsView {
    Q_OBJECT
public:
    explicit SplitMap(Environment& environment, QWidget* parent = nullptr);
    /// Shows an alternative. Contexts that were shown before keep their place and state.
    void show(const core::Alternative& alternative);
    void select(const std::string& context);
    void markMember(const std::string& member);
    void setOpen(const std::string& context, bool open);
    [[nodiscard]] bool isOpen(const std::string& context) const { return m_open.contains(context); }
    void fit();
    void zoom(double factor);
    void arrange(); ///< lays the map out anew
    [[nodiscard]] QPoint viewPositionOf(const std::string& context) const;
    [[nodiscard]] QPoint viewPositionOfMember(const std::string& context, const std::string& member) const;
    /// The map as a picture, with nothing cut off.
    [[nodiscard]] QImage image(double scale) const;

signals:
    void contextSelected(const QString& context);
    void memberSelected(const QString& member, const QString& context);
    void edgeSelected(const QString& from, const QString& to, naru::core::InterfaceKind kind);
    void moveWanted(const QString& member, const QString& context);
    void mergeWanted(const QString& from, const QString& into);
    void renameWanted(const QString& context);
    /// A member hangs over a context it does not belong to (empty: over none).
    void dragging(const QString& member, const QString& context);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Drag { None, Pan, Member, Context };
    void rebuildEdges();
    void endDrag();
    [[nodiscard]] ContextItem* itemAtView(const QPoint& point, const ContextItem* except = nullptr) const;
    [[nodiscard]] ContextItem* item(const std::string& context) const;
    void chooseItem(ContextItem* item);

    Environment& m_env;
    Words* m_words;
    QGraphicsScene* m_scene;
    EdgeLayer* m_edges = nullptr;
    std::vector<ContextItem*> m_items;
    std::vector<MapEdge> m_bundles;
    std::map<std::string, QPointF> m_places;
    std::set<std::string> m_open;
    std::string m_selected;
    std::string m_marked;

    Drag m_drag = Drag::None;
    QPoint m_pressed;
    QPoint m_last;
    bool m_moved = false;
    bool m_fitted = true; ///< the whole map is shown: stays so when the window grows
    ContextItem* m_dragItem = nullptr;
    ContextItem* m_target = nullptr;
    QPointF m_grab;
    QPointF m_home;
    std::string m_dragMember;
    QString m_ghost;
};

} // namespace naru::gui
