#pragma once

#include "app/gui/Environment.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace naru::gui {

/// The slider from few large contexts to many small ones. Moving it only shows a cut; taking it is another step.
class GranularityBar : public QWidget {
    Q_OBJECT
public:
    explicit GranularityBar(Environment& environment, QWidget* parent = nullptr);
    /// Resolutions of the steps, coarse to fine.
    void setSteps(std::vector<double> resolutions);
    /// Back at the split on the screen, which has this resolution.
    void rest(double resolution);
    /// What the step on the slider gives; `elsewhere`: members that would stand in another context than now.
    void say(std::size_t step, qint64 contexts, double stability, qint64 elsewhere);
    [[nodiscard]] bool showsCut() const { return m_cut; }

signals:
    void stepWanted(int step);
    void takeWanted();
    void backWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();

    Environment& m_env;
    Words* m_words;
    QLabel* m_coarse;
    QSlider* m_slider;
    QLabel* m_fine;
    QLabel* m_text;
    QPushButton* m_take;
    QPushButton* m_back;
    std::vector<double> m_steps;
    bool m_cut = false;    ///< a cut is shown instead of the split
    bool m_waiting = true; ///< for the figures of the step
    qint64 m_contexts = 0;
    qint64 m_elsewhere = 0;
    double m_stability = 1;
};

} // namespace naru::gui
