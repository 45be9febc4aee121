#pragma once

#include "app/gui/Environment.h"

#include <QAbstractBarSeries>
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

    /// A bar from its low to its high end around one base value: a tornado.
    struct Span {
        QString name;
        double low = 0;
        double high = 0;
    };
    void setSpans(const QString& unit, double base, const std::vector<Span>& spans);

private:
    void clear(const QString& title);
    /// Whether the same is on the screen already: to draw it anew costs more than the whole estimate.
    [[nodiscard]] bool shows(const QStringList& content);
    /// With `amounts` the axis says them in round numbers; else only what it is about.
    void addAxes(QAbstractBarSeries* series, const QStringList& names, const QString& unit, double to, bool amounts);

    Environment& m_env;
    QStringList m_content; ///< what is shown, with its colours
};

} // namespace naru::gui
