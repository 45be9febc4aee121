#include "app/gui/charts/RadarChart.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QLineSeries>
#include <QPolarChart>
#include <QValueAxis>

namespace naru::gui {

RadarChart::RadarChart(Environment& environment, QWidget* parent) : QChartView(new QPolarChart, parent), m_env(environment)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->legend()->hide();
    setMinimumWidth(260);
    setFixedHeight(250);
}

void RadarChart::setValues(const QStringList& axes, const QList<double>& values, double highest)
{
    auto* polar = static_cast<QPolarChart*>(chart());
    polar->removeAllSeries();
    for (QAbstractAxis* axis : polar->axes())
        polar->removeAxis(axis);
    if (axes.isEmpty())
        return;
    const Colours& s = m_env.theme.colours();
    auto* upper = new QLineSeries(polar);
    auto* lower = new QLineSeries(polar);
    const qsizetype n = axes.size();
    // A category axis puts a label at the end of its category: axis i stands at (i + 1) / n of the circle.
    for (qsizetype i = 0; i <= n; ++i) {
        upper->append(static_cast<qreal>(i) * 360 / static_cast<qreal>(n), values[(i + n - 1) % n]);
        lower->append(static_cast<qreal>(i) * 360 / static_cast<qreal>(n), 0);
    }
    auto* area = new QAreaSeries(upper, lower);
    QColor fill = s.accent;
    fill.setAlphaF(.25F);
    area->setPen(QPen(s.accent, 2));
    area->setBrush(fill);
    polar->addSeries(area);

    auto* angular = new QCategoryAxis(polar);
    angular->setRange(0, 360);
    angular->setStartValue(0);
    for (qsizetype i = 0; i < n; ++i)
        angular->append(axes[i], static_cast<qreal>(i + 1) * 360 / static_cast<qreal>(n));
    angular->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    angular->setLabelsColor(s.text);
    angular->setGridLineColor(s.line);
    angular->setLinePenColor(s.line);
    auto* radial = new QValueAxis(polar);
    radial->setRange(0, highest);
    radial->setTickCount(5);
    radial->setLabelFormat(QStringLiteral("%d"));
    radial->setLabelsColor(s.muted);
    radial->setGridLineColor(s.line);
    radial->setLinePenColor(s.line);
    polar->addAxis(angular, QPolarChart::PolarOrientationAngular);
    polar->addAxis(radial, QPolarChart::PolarOrientationRadial);
    area->attachAxis(angular);
    area->attachAxis(radial);
}

} // namespace naru::gui
