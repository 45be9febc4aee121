#pragma once

#include "app/gui/plan/PlanRoom.h"
#include "planning/Weights.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace naru::gui {

template <typename Row> class RowsModel;
struct PlanRow;
class OrderPanel;
class StepsTree;
class TablePanel;
class WaveTimeline;
class WeightsPanel;

/// In what order, and with which way back: waves on a time line, the contexts as a table, the steps, and the weights of the order.
class WavesRoom : public PlanRoom {
    Q_OBJECT
public:
    WavesRoom(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Waves and steps"); }

private:
    void buildTools();
    void buildFacts();
    void buildBody();
    void choose(const std::string& context);
    void move(const std::string& context, int wave);
    /// Says what would change if the context moved to that wave; 0: says how the plan stands.
    void consider(const std::string& context, int wave);
    void moveCurrent(int by);
    void backToProposal();
    void setFact(const char* id, double value);
    void fillFacts();
    void fillGaps();
    [[nodiscard]] QString standing(const core::Plan& plan) const;
    [[nodiscard]] QString nameOf(const std::string& context) const;

    planning::PlanWeights m_weights;
    std::string m_current;
    QWidget* m_tools;
    QWidget* m_facts;
    QComboBox* m_pilot = nullptr;
    QPushButton* m_earlier = nullptr;
    QPushButton* m_later = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_showWeights = nullptr;
    QLabel* m_effect = nullptr;
    QLabel* m_factName = nullptr;
    QDoubleSpinBox* m_changeRate = nullptr;
    QDoubleSpinBox* m_load = nullptr;
    WaveTimeline* m_timeline = nullptr;
    RowsModel<PlanRow>* m_rows = nullptr;
    TablePanel* m_table = nullptr;
    StepsTree* m_steps = nullptr;
    QPlainTextEdit* m_gaps = nullptr;
    OrderPanel* m_order = nullptr;
    QTabWidget* m_tabs = nullptr;
    WeightsPanel* m_panel = nullptr;
};

} // namespace naru::gui
