#pragma once

#include "app/gui/pages/Page.h"
#include "app/gui/widgets/ElidedButton.h"

#include <array>

class QPushButton;
class QTreeWidget;

namespace naru::gui {

class RadarChart;

/// Where does this system stand, and what next?
class OverviewPage : public Page {
    Q_OBJECT
public:
    OverviewPage(Environment& environment, Document& document, QWidget* parent = nullptr);

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::All; }
    [[nodiscard]] bool hasContent() const override { return true; }

private:
    struct Next {
        QString sentence;
        QString button;
        Step step = Step::Overview;
        QString action;
    };
    void build();
    void fillVerdict();
    void fillMaturity();
    void fillCost();
    void fillRisks();
    void fillNext();
    void fillSystems(const core::Portfolio* portfolio);
    [[nodiscard]] Next nextStep() const;

    Card* m_verdict;
    QLabel* m_verdictText;
    QLabel* m_verdictDetail;
    Card* m_maturity;
    RadarChart* m_radar;
    QLabel* m_maturityText;
    Card* m_cost;
    QLabel* m_costFigure;
    QLabel* m_costText;
    Card* m_size;
    QLabel* m_sizeText;
    Card* m_risks;
    std::array<QLabel*, 3> m_riskIcons{};
    std::array<ElidedButton*, 3> m_riskLines{};
    std::array<Subject, 3> m_riskSubjects;
    QLabel* m_noRisks;
    Card* m_next;
    QLabel* m_nextText;
    QPushButton* m_nextButton;
    Card* m_systems; ///< when the project has several
    QTreeWidget* m_systemTable;
};

} // namespace naru::gui
