#pragma once

#include "app/gui/Environment.h"
#include "core/model/Plan.h"

#include <QWidget>

namespace naru::gui {

/// The waves of a plan one after the other on a line of months, each with its contexts.
class WaveTimeline : public QWidget {
    Q_OBJECT
public:
    explicit WaveTimeline(Environment& environment, QWidget* parent = nullptr);
    void show(const core::Plan& plan);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

signals:
    void contextClicked(int wave, int context);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Block {
        QRectF area;
        int wave = 0;
        int context = 0;
    };
    [[nodiscard]] std::vector<Block> blocks() const;
    [[nodiscard]] double months() const;
    [[nodiscard]] double xOf(double month) const;

    Environment& m_env;
    core::Plan m_plan;
};

} // namespace naru::gui
