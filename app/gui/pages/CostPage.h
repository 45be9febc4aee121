#pragma once

#include "app/gui/pages/Page.h"
#include "core/model/Estimate.h"
#include "core/model/FunctionPointCount.h"
#include "costing/Tariff.h"

#include <optional>

class QComboBox;
class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QTabWidget;
class QVBoxLayout;

namespace naru::gui {

template <typename Row> class RowsModel;
class CostChart;
class CostSheet;
class FactorHints;
class FunctionDesk;
class PlanRoom;
class TablePanel;

/// What does it cost, and who says so? Inventory, factors, and the steps as a sheet.
class CostPage : public Page {
    Q_OBJECT
public:
    CostPage(Environment& environment, Document& document, QWidget* parent = nullptr);

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::Count | Part::Estimate | Part::Split | Part::Plan; }
    [[nodiscard]] bool hasContent() const override { return results().count.has_value(); }
    [[nodiscard]] std::optional<core::ResultKind> mainResult() const override { return core::ResultKind::Count; }
    void renew() override { emit actionWanted(QStringLiteral("count")); }

private:
    struct FactorBox {
        std::string id;
        QLabel* name;
        QComboBox* levels;
    };
    void buildInventory();
    void buildSheet();
    void buildFactors(QWidget* side);
    void fillFactors();
    void fillChart();
    void fillTornado();
    void buildRooms();
    void fillRooms();
    void fillBudget();
    void fillInventorySummary();
    void setState(core::FunctionState state);
    void choose(const std::string& key, const nlohmann::json& value);
    [[nodiscard]] const costing::Tariff* tariff() const;
    [[nodiscard]] std::string chosenText(const std::string& key, const std::string& fallback) const;

    std::optional<costing::TariffCatalog> m_tariffs;
    QTabWidget* m_tabs;
    RowsModel<core::CountedFunction>* m_functions;
    RowsModel<core::DroppedFunction>* m_dropped;
    TablePanel* m_inventory = nullptr;
    FunctionDesk* m_desk = nullptr;
    QComboBox* m_stateFilter = nullptr;
    QLabel* m_inventoryText = nullptr;
    QComboBox* m_edition = nullptr;
    QComboBox* m_method = nullptr;
    QVBoxLayout* m_form = nullptr;
    std::vector<FactorBox> m_factors;
    QDoubleSpinBox* m_profit = nullptr;
    QLineEdit* m_expenses = nullptr;
    QCheckBox* m_vat = nullptr;
    CostSheet* m_sheet = nullptr;
    CostChart* m_chart = nullptr;
    QComboBox* m_chartKind = nullptr;
    QLabel* m_provisional = nullptr;
    FactorHints* m_hints = nullptr;
    QLineEdit* m_budget = nullptr;
    QLabel* m_budgetText = nullptr;
    std::vector<PlanRoom*> m_rooms; ///< the last tabs; each is filled when it is looked at
    std::vector<bool> m_pendingRooms;
};

} // namespace naru::gui
