#include "app/gui/charts/CostChart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QHorizontalStackedBarSeries>
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

bool CostChart::shows(const QStringList& content)
{
    const Colours& s = m_env.theme.colours();
    const QStringList shown = content + QStringList{s.text.name(), s.line.name(), s.accent.name()};
    const bool same = shown == m_content;
    m_content = shown;
    return same;
}

void CostChart::clear(const QString& title)
{
    QChart* c = chart();
    c->removeAllSeries();
    for (QAbstractAxis* axis : c->axes())
        c->removeAxis(axis);
    c->setTitle(title);
    c->setTitleBrush(m_env.theme.colours().text);
}

void CostChart::addAxes(QAbstractBarSeries* series, const QStringList& names, const QString& unit, double to, bool amounts)
{
    const Colours& s = m_env.theme.colours();
    QChart* c = chart();
    c->addSeries(series);
    // An axis is made ready before the chart has it: each change of one that is shown lays the chart out anew.
    auto* category = new QBarCategoryAxis(c);
    category->append(names);
    category->setLabelsColor(s.text);
    category->setGridLineVisible(false);
    category->setLinePenColor(s.line);
    auto* value = new QValueAxis(c);
    value->setRange(0, to);
    if (amounts)
        value->applyNiceNumbers();
    value->setLabelsVisible(amounts);
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

void CostChart::setBars(const QString& title, const QString& unit, const std::vector<Bar>& bars)
{
    QStringList content{QStringLiteral("bars"), title, unit};
    for (const Bar& bar : bars)
        content << bar.name << QString::number(bar.value, 'g', 17);
    if (shows(content))
        return;
    clear(title);
    if (bars.empty())
        return;
    auto* set = new QBarSet(title);
    set->setColor(m_env.theme.colours().accent);
    set->setBorderColor(m_env.theme.colours().accent);
    QStringList names;
    double most = 0;
    // A bar chart counts from the bottom.
    for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar) {
        *set << bar->value;
        names << bar->name;
        most = std::max(most, bar->value);
    }
    auto* series = new QHorizontalBarSeries(chart());
    series->append(set);
    series->setBarWidth(0.6);
    addAxes(series, names, unit, most > 0 ? most * 1.05 : 1, true);
}

void CostChart::setSpans(const QString& unit, double base, const std::vector<Span>& spans)
{
    QStringList content{QStringLiteral("spans"), unit, QString::number(base, 'g', 17)};
    for (const Span& span : spans)
        content << span.name << QString::number(span.low, 'g', 17) << QString::number(span.high, 'g', 17);
    if (shows(content))
        return;
    clear({});
    if (spans.empty())
        return;
    const Colours& s = m_env.theme.colours();
    double lowest = base;
    double highest = base;
    for (const Span& span : spans) {
        lowest = std::min(lowest, span.low);
        highest = std::max(highest, span.high);
    }
    const double margin = std::max((highest - lowest) * 0.05, 1e-6);
    // An unseen bar carries the one below the base, that one the bar above it.
    auto* room = new QBarSet(QString());
    auto* below = new QBarSet(QString());
    auto* above = new QBarSet(QString());
    for (QBarSet* set : {room, below, above})
        set->setBorderColor(Qt::transparent);
    room->setColor(Qt::transparent);
    below->setColor(s.good);
    above->setColor(s.bad);
    QStringList names;
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        const double low = std::min(span->low, base);
        *room << low - (lowest - margin);
        *below << base - low;
        *above << std::max(span->high, base) - base;
        names << span->name;
    }
    auto* series = new QHorizontalStackedBarSeries(chart());
    for (QBarSet* set : {room, below, above})
        series->append(set);
    series->setBarWidth(0.6);
    // The bars begin at the lowest end; their names say the amounts.
    addAxes(series, names, unit, highest - lowest + 2 * margin, false);
}

} // namespace naru::gui
