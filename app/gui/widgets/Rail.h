#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Results.h"

#include <QListWidget>

#include <array>

namespace naru::gui {

/// The steps of the way, each with its state; no step locks another.
class Rail : public QListWidget {
    Q_OBJECT
public:
    explicit Rail(Environment& environment, QWidget* parent = nullptr);
    /// Only icons, for narrow windows; names are in the tool tips.
    void setCompact(bool compact);
    [[nodiscard]] QSize sizeHint() const override;
    void setState(Step step, StepState state);
    [[nodiscard]] StepState state(Step step) const { return m_states[static_cast<std::size_t>(step)]; }
    void setStep(Step step) { setCurrentRow(static_cast<int>(step)); }
    [[nodiscard]] static QString name(Step step);
    [[nodiscard]] static QString name(StepState state);

signals:
    void stepChosen(naru::gui::Step step);

private:
    void fill();

    Environment& m_env;
    Words* m_words;
    std::array<StepState, kSteps> m_states{};
};

} // namespace naru::gui
