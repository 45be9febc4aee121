#pragma once

#include "app/gui/Environment.h"

#include <QChartView>

#include <vector>

namespace naru::gui {

/// Named amounts as horizontal bars, the first at the top. Amounts are for drawing only; the figures beside them are exact texts.
class CostChart : public QChartView {
    Q_OBJECT
public:
    explicit CostChart(Environment& environment, QWidget* parent = nullptr);
    struct Bar {
        QString name;
        double value = 0;
    };
    void setBars(const QString& title, const QString& unit, const std::vector<Bar>& bars);

private:
    Environment& m_env;
};

} // namespace naru::gui
