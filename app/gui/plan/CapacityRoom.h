#pragma once

#include "app/gui/plan/PlanRoom.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace naru::gui {

template <typename Row> class RowsModel;
class LoadForm;
class PlanChart;
class TablePanel;

/// Fixed instances against shared, scaled ones for a load profile: figures by service, charts, and the published tests beside the model.
class CapacityRoom : public PlanRoom {
    Q_OBJECT
public:
    CapacityRoom(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Capacity"); }

private:
    void buildTable();
    void import();
    void fillChart();
    void fillText();

    QPushButton* m_import;
    QPushButton* m_example;
    QPushButton* m_remove;
    QPushButton* m_type;
    LoadForm* m_form;
    QLabel* m_text;
    RowsModel<core::ServiceCapacity>* m_services = nullptr;
    TablePanel* m_table = nullptr;
    QComboBox* m_kind;
    PlanChart* m_chart;
    QPlainTextEdit* m_notes;
};

} // namespace naru::gui
