#pragma once

#include "app/gui/splitmap/MapPicture.h"
#include "core/model/Partition.h"

#include <QString>

#include <set>
#include <string>

namespace naru::gui {

/// A context on the map: where it stands, how large it is, and which member is where in it when it is open.
class MapContext {
public:
    MapContext(core::Context context, const std::set<std::string>& pinned);

    [[nodiscard]] const core::Context& context() const { return m_context; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QPointF at() const { return m_at; }
    void setAt(const QPointF& at) { m_at = at; }
    [[nodiscard]] QRectF rect() const { return {m_at.x() - m_size.width() / 2, m_at.y() - m_size.height() / 2, m_size.width(), m_size.height()}; }
    /// Rectangle of a member of the opened context on the map.
    [[nodiscard]] QRectF chip(std::size_t member) const { return cell(member).translated(m_at); }
    /// The member of the opened context at a point of the map; nullptr when none.
    [[nodiscard]] const core::PartitionMember* memberAt(const QPointF& point) const;
    [[nodiscard]] QString toolTip(const QPointF& point) const;
    /// How it is drawn; texts in the present language.
    [[nodiscard]] MapArea look(const std::string& marked) const;

private:
    void measure();
    [[nodiscard]] QRectF cell(std::size_t member) const; ///< relative to the middle

    core::Context m_context;
    std::vector<bool> m_pinned; ///< by member
    QPointF m_at;
    QSizeF m_size;
    int m_columns = 1;
    bool m_open = false;
    mutable std::shared_ptr<const std::vector<MapChip>> m_chips; ///< made when first drawn
};

/// The words below the name: kind and sizes.
QString sizeLine(const core::Context& context);

} // namespace naru::gui
