#pragma once

#include "app/gui/plan/PlanRoom.h"
#include "planning/Weights.h"

#include <string>
#include <vector>

class QDoubleSpinBox;
class QLabel;

namespace naru::gui {

/// What pulls a context to the front, what holds it back, and how waves are cut, each with its weight to be changed.
class WeightsPanel : public PlanRoom {
    Q_OBJECT
public:
    /// `defaults` are the proposed weights; they must outlive the panel.
    WeightsPanel(Environment& environment, Document& document, const planning::PlanWeights& defaults, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Weights of the order"); }

private:
    struct Row {
        std::string id;
        double proposed = 0;
        QDoubleSpinBox* box = nullptr;
    };
    void build(QWidget* body);
    void set(const Row& row);
    void backToProposal();

    const planning::PlanWeights& m_defaults;
    std::vector<Row> m_rows;
    QPushButton* m_reset;
};

} // namespace naru::gui
