#pragma once

#include "app/gui/pages/Page.h"

class QTabWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace naru::gui {

class WaveTimeline;

/// In what order, with which way back? Waves on a time line, their steps, the target architecture.
class PlanPage : public Page {
    Q_OBJECT
public:
    PlanPage(Environment& environment, Document& document, QWidget* parent = nullptr);

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::Plan; }
    [[nodiscard]] bool hasContent() const override { return results().plan.has_value(); }
    [[nodiscard]] std::optional<core::ResultKind> mainResult() const override { return core::ResultKind::Plan; }
    void renew() override { emit actionWanted(QStringLiteral("plan")); }

private:
    void fillSteps();
    QTreeWidgetItem* addStep(QTreeWidgetItem* parent, const core::PlanStep& step);
    void fillArchitecture();
    void fillGaps();
    void inspectStep(const QTreeWidgetItem* item);
    void inspectContext(int wave, int context);

    QTabWidget* m_tabs;
    WaveTimeline* m_timeline;
    QTreeWidget* m_steps;
    QTreeWidget* m_architecture;
    QLabel* m_gaps;
};

} // namespace naru::gui
