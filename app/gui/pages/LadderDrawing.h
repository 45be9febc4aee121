#pragma once

#include "app/gui/Environment.h"
#include "core/model/AuditReport.h"

#include <QWidget>

#include <vector>

namespace naru::gui {

/// The maturity ladders as steps: each level with how many of its criteria are met, the reached ones filled.
class LadderDrawing : public QWidget {
    Q_OBJECT
public:
    explicit LadderDrawing(Environment& environment, QWidget* parent = nullptr);
    void setLadders(const std::vector<core::LadderResult>& ladders);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLadder(QPainter& painter, const core::LadderResult& ladder, const QRectF& room) const;

    Environment& m_env;
    std::vector<core::LadderResult> m_ladders;
};

} // namespace naru::gui
