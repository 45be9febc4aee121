#pragma once

#include "app/gui/plan/PlanRoom.h"
#include "core/model/Portfolio.h"
#include "planning/portfolio/PortfolioPlan.h"

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QTabWidget;

namespace naru::gui {

template <typename Row> class RowsModel;
class PlanChart;
class TablePanel;

/// All systems of the project ranked and put into segments, which a person may change, and the roadmap by year.
class PortfolioRoom : public PlanRoom {
    Q_OBJECT
public:
    PortfolioRoom(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Portfolio"); }
    [[nodiscard]] bool needsPlan() const override { return false; }

private:
    void buildSystems();
    void buildDecision(QWidget* page);
    void buildRoadmap();
    void take(std::shared_ptr<const core::Portfolio> portfolio);
    void fill();
    void fillTexts();
    void fillRoadmap();
    void choose(core::SystemId system);
    void decideSegment();
    void decideYear(int year);
    void import();
    [[nodiscard]] const core::PortfolioSystem* chosen() const;
    [[nodiscard]] QString criterionName(const std::string& id) const;
    [[nodiscard]] QString segmentName(const std::string& segment) const;

    planning::PortfolioRules m_rules; ///< name the criteria
    std::shared_ptr<const core::Portfolio> m_portfolio;
    core::SystemId m_system = 0;
    QPushButton* m_import;
    QLabel* m_text;
    QTabWidget* m_tabs;
    RowsModel<core::PortfolioSystem>* m_systems = nullptr;
    TablePanel* m_table = nullptr;
    QLabel* m_name = nullptr;
    QComboBox* m_segment = nullptr;
    QLineEdit* m_note = nullptr;
    QSpinBox* m_year = nullptr;
    RowsModel<core::RoadmapYear>* m_years = nullptr;
    TablePanel* m_yearTable = nullptr;
    PlanChart* m_chart = nullptr;
    QPlainTextEdit* m_effects;
};

} // namespace naru::gui
