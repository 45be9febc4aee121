#pragma once

#include "app/gui/Environment.h"
#include "core/model/Plan.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace naru::gui {

/// The waves of a plan one after the other on a line of months, each with its contexts. A context is dragged to another wave with
/// the mouse, or chosen with the arrow keys and moved with Ctrl and an arrow key. The widget only says what is wanted.
class WaveTimeline : public QWidget {
    Q_OBJECT
public:
    explicit WaveTimeline(Environment& environment, QWidget* parent = nullptr);
    void show(const core::Plan& plan);
    /// Id of the context that is chosen; empty: none.
    [[nodiscard]] const std::string& current() const { return m_current; }
    void setCurrent(const std::string& context);
    /// Where a context stands, in widget coordinates; empty when it is not in the plan. For tests and for scrolling to it.
    [[nodiscard]] QRect placeOf(const std::string& context) const;
    [[nodiscard]] QRect placeOf(int wave) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

signals:
    void currentChanged(const QString& context);
    /// A person wants the context in that wave; one more than there are is a new last wave.
    void moveWanted(const QString& context, int wave);
    /// While dragging: over which wave; 0: over none.
    void moveConsidered(const QString& context, int wave);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Block {
        QRectF area;
        int wave = 0;
        int context = 0; ///< -1: the preparation, which has none
    };
    [[nodiscard]] std::vector<Block> blocks() const;
    [[nodiscard]] double months() const;
    [[nodiscard]] bool timed() const; ///< the effort of some wave is known
    [[nodiscard]] double lengthOf(const core::Wave& wave) const;
    [[nodiscard]] double nameRoom() const;
    [[nodiscard]] double xOf(double month) const;
    [[nodiscard]] const core::PlannedContext& contextOf(const Block& block) const;
    [[nodiscard]] int waveAt(double y) const; ///< 0: the preparation or outside
    [[nodiscard]] int waveOf(const std::string& context) const;
    [[nodiscard]] QString nameOf(const core::Wave& wave) const;
    void paintScale(QPainter& painter) const;
    void paintWaves(QPainter& painter) const;
    void paintBlock(QPainter& painter, const Block& block) const;
    void step(int by);
    void drop();

    Environment& m_env;
    core::Plan m_plan;
    std::string m_current;
    std::string m_dragged;
    std::optional<QPointF> m_pressed;
    QPointF m_pointer;
    double m_widestName = 0; ///< of the waves, in pixels
    int m_target = 0;        ///< wave below the pointer while dragging
};

} // namespace naru::gui
