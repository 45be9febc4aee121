#pragma once

#include "app/gui/pages/Page.h"

#include <vector>

class QTabWidget;

namespace naru::gui {

class PlanRoom;

/// In what order, with which way back, to what, at what running cost? One room a tab; a room is filled when it is looked at.
class PlanPage : public Page {
    Q_OBJECT
public:
    PlanPage(Environment& environment, Document& document, QWidget* parent = nullptr);
    void showRunningCost();

protected:
    void refresh() override;
    [[nodiscard]] Parts parts() const override { return Part::Plan; }
    [[nodiscard]] bool hasContent() const override { return results().plan.has_value() || document().systemCount() > 1; }
    [[nodiscard]] std::optional<core::ResultKind> mainResult() const override { return core::ResultKind::Plan; }
    void renew() override { emit actionWanted(QStringLiteral("plan")); }

private:
    void fillShown();

    QTabWidget* m_tabs;
    std::vector<PlanRoom*> m_rooms;
    std::vector<bool> m_pending;
};

} // namespace naru::gui
