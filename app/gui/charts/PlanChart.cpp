#include "app/gui/charts/PlanChart.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>

namespace naru::gui {
namespace {

constexpr std::array kDashes = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

} // namespace

PlanChart::PlanChart(Environment& environment, const QString& name, QWidget* parent)
    : QChartView(new QChart, parent),
      m_env(environment)
{
    setObjectName(name);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    setMinimumSize(280, 180);
}

void PlanChart::clearAll()
{
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes())
        chart()->removeAxis(axis);
    m_unit.clear();
    chart()->setTitle({});
    chart()->legend()->setLabelColor(m_env.theme.colours().text);
}

void PlanChart::style(QAbstractAxis* axis) const
{
    const Colours& s = m_env.theme.colours();
    axis->setLabelsColor(s.muted);
    axis->setTitleBrush(s.muted);
    axis->setGridLineColor(s.line);
    axis->setLinePenColor(s.line);
}

void PlanChart::addAxes(QAbstractAxis* across, const QString& unit, double most)
{
    auto* up = new QValueAxis(chart());
    up->setRange(0, most > 0 ? most * 1.05 : 1);
    up->applyNiceNumbers();
    up->setLabelFormat(most < 10 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    m_unit = unit; // in the title: beside a low axis it would be cut
    chart()->setTitleBrush(m_env.theme.colours().muted);
    chart()->setTitleFont(font());
    for (QAbstractAxis* axis : {across, static_cast<QAbstractAxis*>(up)})
        style(axis);
    chart()->addAxis(across, Qt::AlignBottom);
    chart()->addAxis(up, Qt::AlignLeft);
    for (QAbstractSeries* series : chart()->series()) {
        series->attachAxis(across);
        series->attachAxis(up);
    }
    fit();
}

void PlanChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    fit();
}

void PlanChart::fit()
{
    // In a low chart the words around it would leave no room for the numbers of the axis, which then become dots.
    constexpr int kLow = 240;
    const bool low = height() < kLow;
    chart()->legend()->setAlignment(low ? Qt::AlignRight : Qt::AlignTop);
    QString title = m_unit;
    for (QAbstractAxis* axis : chart()->axes(Qt::Horizontal)) {
        axis->setTitleVisible(!low);
        if (low && !axis->titleText().isEmpty())
            title += QStringLiteral(" / ") + axis->titleText();
    }
    chart()->setTitle(title);
}

void PlanChart::setLines(const QString& steps, const QString& unit, double first, const std::vector<Series>& series)
{
    clearAll();
    const Colours& s = m_env.theme.colours();
    double most = 0;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto* line = new QLineSeries(chart());
        line->setName(series[i].name);
        line->setPen(QPen(s.series[i % s.series.size()], 2, kDashes[i % kDashes.size()]));
        for (std::size_t at = 0; at < series[i].values.size(); ++at) {
            line->append(first + static_cast<double>(at), series[i].values[at]);
            most = std::max(most, series[i].values[at]);
        }
        longest = std::max(longest, series[i].values.size());
        chart()->addSeries(line);
    }
    if (longest == 0)
        return;
    auto* across = new QValueAxis(chart());
    across->setRange(first, first + static_cast<double>(std::max<std::size_t>(longest, 2) - 1));
    across->setLabelFormat(QStringLiteral("%.0f"));
    across->setTickCount(static_cast<int>(std::clamp<std::size_t>(longest, 2, 8)));
    across->setTitleText(steps);
    addAxes(across, unit, most);
}

void PlanChart::setBars(const QStringList& names, const QString& unit, const std::vector<Series>& series)
{
    clearAll();
    if (names.isEmpty())
        return;
    const Colours& s = m_env.theme.colours();
    double most = 0;
    auto* bars = new QBarSeries(chart());
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto* set = new QBarSet(series[i].name);
        set->setColor(s.series[i % s.series.size()]);
        set->setBorderColor(s.base);
        for (const double value : series[i].values) {
            *set << value;
            most = std::max(most, value);
        }
        bars->append(set);
    }
    chart()->addSeries(bars);
    auto* across = new QBarCategoryAxis(chart());
    across->append(names);
    addAxes(across, unit, most);
}

} // namespace naru::gui
