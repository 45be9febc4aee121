#pragma once

#include "app/gui/plan/PlanRoom.h"

class QTabWidget;

namespace naru::gui {

template <typename Row> class RowsModel;
class DrawingView;
class ResponsibilityPanel;
class TablePanel;

/// What the services will stand on: the drawing and its elements with products and reasons.
class ArchitectureRoom : public PlanRoom {
    Q_OBJECT
public:
    ArchitectureRoom(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Target architecture"); }

private:
    QWidget* buildDrawing();
    void buildElements();
    void save();
    [[nodiscard]] QString areaOf(const std::string& id) const;

    QTabWidget* m_tabs;
    DrawingView* m_drawing = nullptr;
    RowsModel<core::ArchitectureElement>* m_elements = nullptr;
    TablePanel* m_table = nullptr;
    ResponsibilityPanel* m_responsibility = nullptr;
};

} // namespace naru::gui
