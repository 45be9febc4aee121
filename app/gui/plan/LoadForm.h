#pragma once

#include "app/gui/plan/PlanRoom.h"
#include "planning/capacity/LoadProfile.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace naru::gui {

/// Numbers and ranges as a person writes them, "9-11, 14": ascending, each once; none when it is no such list or leaves the limits.
std::optional<std::vector<int>> numbersIn(const QString& text, int least, int most);
/// The same list written shortly, each number raised by `by`.
QString shortly(const std::vector<int>& numbers, int by = 0);

/// The load of one service as a person describes it: requests in an ordinary hour, peaks, surges, service time, instances.
/// Where hourly figures were imported, they stay, and only time and instances are typed.
class LoadForm : public PlanRoom {
    Q_OBJECT
public:
    LoadForm(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Type a load"); }
    /// Shows what is known of a service, by its name or the id of its context.
    void choose(const QString& service);

private:
    void build(QGridLayout* grid);
    void fill();
    void take();
    void remove();
    void readKnown();
    [[nodiscard]] std::string chosen() const;
    void decide(const planning::LoadSet& load);

    planning::LoadSet m_load; ///< what is decided
    QComboBox* m_service = nullptr;
    QDoubleSpinBox* m_average = nullptr;
    QLineEdit* m_peakHours = nullptr;
    QDoubleSpinBox* m_peakFactor = nullptr;
    QDoubleSpinBox* m_nightFactor = nullptr;
    QDoubleSpinBox* m_weekendFactor = nullptr;
    QLineEdit* m_surgeDays = nullptr;
    QDoubleSpinBox* m_surgeFactor = nullptr;
    QDoubleSpinBox* m_serviceMs = nullptr;
    QSpinBox* m_fixed = nullptr;
    QSpinBox* m_least = nullptr;
    QSpinBox* m_most = nullptr;
    QLabel* m_said = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_remove = nullptr;
    std::vector<QWidget*> m_shape; ///< what hourly figures stand against
};

} // namespace naru::gui
