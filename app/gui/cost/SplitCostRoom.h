#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/plan/PlanRoom.h"
#include "core/model/FunctionPointCount.h"
#include "costing/Estimator.h"

#include <optional>

class QCheckBox;
class QLabel;
class QTableWidget;
class QTabWidget;

namespace naru::gui {

class TablePanel;

/// One function before and after the split.
struct SplitFunction {
    core::CountedFunction function;
    QString context;
    bool added = false; ///< an API link of the guide
};

/// Size and cost of a context or a migration wave.
struct PartCost {
    QString name;
    int functions = 0;
    core::Decimal points;
    core::Decimal links; ///< function points of its API links; not in `points`
    core::Decimal cost;  ///< won of the development cost
};

/// The system as one against its split: the inventory before and after, what the guide's API links would add beside the view
/// that conforms to IFPUG, and what each context and each migration wave takes.
class SplitCostRoom : public PlanRoom {
    Q_OBJECT
public:
    SplitCostRoom(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Before and after the split"); }
    [[nodiscard]] bool needsPlan() const override { return false; }

private:
    void buildTables();
    void fillComparison();
    void fillParts();
    void fillInventory();
    void fillTotal();
    [[nodiscard]] std::optional<core::Estimate> estimateWith(const char* apiLinks) const;

    std::optional<costing::TariffCatalog> m_tariffs;
    QLabel* m_text;
    QCheckBox* m_links;
    QTableWidget* m_comparison;
    QTabWidget* m_tabs;
    QLabel* m_total; ///< of the parts, below the tables: a row among others would be sorted and filtered with them
    RowsModel<PartCost>* m_contexts;
    RowsModel<PartCost>* m_waves;
    RowsModel<SplitFunction>* m_functions;
    TablePanel* m_contextTable = nullptr;
    TablePanel* m_waveTable = nullptr;
    TablePanel* m_inventory = nullptr;
};

} // namespace naru::gui
