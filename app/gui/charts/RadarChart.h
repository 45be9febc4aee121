#pragma once

#include "app/gui/Environment.h"

#include <QChartView>

namespace naru::gui {

/// Values from 0 to `highest` along named axes, as a polar chart.
class RadarChart : public QChartView {
    Q_OBJECT
public:
    explicit RadarChart(Environment& environment, QWidget* parent = nullptr);
    void setValues(const QStringList& axes, const QList<double>& values, double highest);

private:
    Environment& m_env;
};

} // namespace naru::gui
