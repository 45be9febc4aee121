#pragma once

#include "app/gui/Environment.h"

#include <QChartView>

#include <vector>

namespace naru::gui {

/// Lines over time or bars side by side in the colours of the theme, with a legend: nothing is told by colour alone, as every line has
/// its own dash and every bar its place.
class PlanChart : public QChartView {
    Q_OBJECT
public:
    struct Series {
        QString name;
        std::vector<double> values;
    };
    PlanChart(Environment& environment, const QString& name, QWidget* parent = nullptr);
    /// A value for each step, from `first` on.
    void setLines(const QString& steps, const QString& unit, double first, const std::vector<Series>& series);
    void setBars(const QStringList& names, const QString& unit, const std::vector<Series>& series);
    void clearAll();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void addAxes(QAbstractAxis* across, const QString& unit, double most);
    void style(QAbstractAxis* axis) const;

    Environment& m_env;
    QString m_unit;
};

} // namespace naru::gui
