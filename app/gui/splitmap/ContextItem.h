#pragma once

#include "app/gui/Environment.h"
#include "core/model/Partition.h"

#include <QGraphicsObject>

#include <set>
#include <string>
#include <vector>

namespace naru::gui {

/// A context on the map: a rounded area with its name, kind, size and owned tables; opened it shows its members.
class ContextItem : public QGraphicsObject {
    Q_OBJECT
public:
    ContextItem(Environment& environment, core::Context context, std::set<std::string> pinned);

    [[nodiscard]] const core::Context& context() const { return m_context; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    [[nodiscard]] QSizeF size() const { return m_size; }
    /// The member under a point of the item; nullptr when none.
    [[nodiscard]] const core::PartitionMember* memberAt(const QPointF& point) const;
    void setTarget(bool target);               ///< something is dragged over it
    void setMarked(const std::string& member); ///< the selected member; empty: none
    void hover(const QPointF& point);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void measure();
    [[nodiscard]] QRectF cell(std::size_t member) const;
    void paintClosed(QPainter* painter, double detail) const;
    void paintOpen(QPainter* painter, double detail) const;
    void paintHead(QPainter* painter) const;

    Environment& m_env;
    core::Context m_context;
    std::set<std::string> m_pinned;
    QSizeF m_size;
    int m_columns = 1;
    bool m_open = false;
    bool m_target = false;
    std::string m_marked;
};

/// The words below the name: kind and sizes.
QString sizeLine(const core::Context& context);

} // namespace naru::gui
