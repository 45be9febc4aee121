#pragma once

#include "app/gui/plan/PlanRoom.h"

class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QTableWidget;
class QTableWidgetItem;

namespace naru::gui {

class PlanChart;

/// Virtual machines against containers from prices that a person types: the sheet with its formulas, and when containers have paid off.
class RunningCostRoom : public PlanRoom {
    Q_OBJECT
public:
    RunningCostRoom(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Running cost"); }

private:
    void buildSheet();
    void fillSheet(const core::RunningCost& cost);
    void fillChart(const core::RunningCost& cost);
    void typed(const QTableWidgetItem* cell);
    void set(const std::string& item, const std::string& key, const QString& text);
    void setWhole(const char* key, const nlohmann::json& value);
    void import();
    [[nodiscard]] nlohmann::json entered() const;

    QPushButton* m_import;
    QPushButton* m_remove;
    QSpinBox* m_years;
    QDoubleSpinBox* m_growth;
    QLabel* m_text;
    QTableWidget* m_sheet;
    PlanChart* m_chart;
    std::vector<std::string> m_ids; ///< of the rows
    bool m_filling = false;
};

} // namespace naru::gui
