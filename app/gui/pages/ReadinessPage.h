#pragma once

#include "app/gui/models/FindingsTree.h"
#include "app/gui/pages/Page.h"

#include <vector>

class QComboBox;
class QPushButton;
class QLineEdit;
class QSortFilterProxyModel;
class QTabWidget;
class QTreeView;
class QTreeWidget;
class QGridLayout;
class QHBoxLayout;

namespace naru::gui {

class LadderDrawing;

/// What keeps it from running well in a cloud? Factors, findings, ladders.
class ReadinessPage : public Page {
    Q_OBJECT
public:
    ReadinessPage(Environment& environment, Document& document, QWidget* parent = nullptr);

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::Audit | Part::Maturity; }
    [[nodiscard]] bool hasContent() const override { return results().audit.has_value(); }
    [[nodiscard]] std::optional<core::ResultKind> mainResult() const override { return core::ResultKind::Audit; }
    void renew() override { emit actionWanted(QStringLiteral("analyze")); }

private:
    void buildFactors();
    void buildFindings();
    void buildLadders();
    void fillFactors();
    void fillLadders();
    /// What the evidence panel says of what is selected on a tab.
    [[nodiscard]] Subject subjectOf(int tab) const;
    [[nodiscard]] Subject factorSubject(std::size_t factor) const;
    [[nodiscard]] Subject ladderSubject(const QTreeWidgetItem& line) const;
    void group();
    void exportFile(bool components);
    void buildAcceptance(QHBoxLayout& bar);
    void acceptSelected();
    void reopenSelected();
    void takeBaseline();
    void writeBaseline();
    void showAcceptance();

    static constexpr int kWholeLadder = -1; ///< in place of the criterion of a line

    QTabWidget* m_tabs;
    int m_factor = -1; ///< whose tile was clicked last
    QGridLayout* m_grid = nullptr;
    std::vector<Card*> m_tiles;
    std::vector<std::array<QLabel*, 3>> m_tileLabels;
    QComboBox* m_grouping = nullptr;
    QLineEdit* m_filterLine = nullptr;
    QLabel* m_findingsSummary = nullptr;
    FindingsTree* m_findings = nullptr;
    QSortFilterProxyModel* m_filter = nullptr;
    QTreeView* m_findingsView = nullptr;
    QTreeWidget* m_ladders = nullptr;
    LadderDrawing* m_drawing = nullptr;
    QPushButton* m_sarif = nullptr;
    QPushButton* m_components = nullptr;
    QComboBox* m_shown = nullptr; ///< open findings, or accepted ones
    QPushButton* m_accept = nullptr;
    QPushButton* m_baseline = nullptr;
};

} // namespace naru::gui
