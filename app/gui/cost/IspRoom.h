#pragma once

#include "app/gui/plan/PlanRoom.h"
#include "costing/IspTable.h"

#include <optional>

class QLabel;
class QTableWidget;
class QTableWidgetItem;

namespace naru::gui {

class ColumnFit;

/// Where the development cost stands among the other costs of a project: the cost table of an information strategy plan, whose other
/// rows a person types in; and a way to the running cost of virtual machines against containers.
class IspRoom : public PlanRoom {
    Q_OBJECT
public:
    IspRoom(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("ISP cost table"); }
    [[nodiscard]] bool needsPlan() const override { return false; }

signals:
    void runningCostWanted();

private:
    void buildSheet();
    void fillRows(const costing::IspTable& table);
    void fillRunningCost();
    void typed(const QTableWidgetItem* cell);
    [[nodiscard]] costing::IspTable table() const;

    std::optional<costing::IspTable> m_blank; ///< as it is shipped
    QTableWidget* m_sheet;
    ColumnFit* m_fit = nullptr;
    QLabel* m_text;
    QLabel* m_remark;
    QLabel* m_running;
    QPushButton* m_openRunning;
    std::vector<std::string> m_ids; ///< of the rows; empty: the sum
    bool m_filling = false;
};

} // namespace naru::gui
