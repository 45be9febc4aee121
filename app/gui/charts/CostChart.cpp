#include "app/gui/charts/CostChart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QValueAxis>

#include <algorithm>

namespace naru::gui {

CostChart::CostChart(Environment& environment, QWidget* parent) : QChartView(new QChart, parent), m_env(environment)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->legend()->hide();
    setMinimumSize(300, 200);
}

void CostChart::setBars(const QString& title, const QString& unit, const std::vector<Bar>& bars)
{
    const Colours& s = m_env.theme.colours();
    QChart* c = chart();
    c->removeAllSeries();
    for (QAbstractAxis* axis : c->axes())
        c->removeAxis(axis);
    c->setTitle(title);
    c->setTitleBrush(s.text);
    if (bars.empty())
        return;
    auto* set = new QBarSet(title);
    set->setColor(s.accent);
    set->setBorderColor(s.accent);
    QStringList names;
    double most = 0;
    // A bar chart counts from the bottom.
    for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar) {
        *set << bar->value;
        names << bar->name;
        most = std::max(most, bar->value);
    }
    auto* series = new QHorizontalBarSeries(c);
    series->append(set);
    series->setBarWidth(0.6);
    c->addSeries(series);
    auto* category = new QBarCategoryAxis(c);
    category->append(names);
    category->setLabelsColor(s.text);
    category->setGridLineVisible(false);
    category->setLinePenColor(s.line);
    auto* value = new QValueAxis(c);
    value->setRange(0, most > 0 ? most * 1.05 : 1);
    value->applyNiceNumbers();
    value->setLabelFormat(QStringLiteral("%.0f"));
    value->setTitleText(unit);
    value->setTitleBrush(s.muted);
    value->setLabelsColor(s.muted);
    value->setGridLineColor(s.line);
    value->setLinePenColor(s.line);
    c->addAxis(category, Qt::AlignLeft);
    c->addAxis(value, Qt::AlignBottom);
    series->attachAxis(category);
    series->attachAxis(value);
}

} // namespace naru::gui
