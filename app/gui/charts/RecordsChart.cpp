#include "app/gui/charts/RecordsChart.h"

#include <QDate>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <climits>
#include <cmath>
#include <utility>

namespace naru::gui {
namespace {

constexpr int kRecordsHeight = 170;
constexpr int kJulianOf1970 = 2440588;
constexpr qreal kMark = 4; ///< half the size of a dot or tick, in pixels
constexpr std::size_t kLabelledPeaks = 3;

QDate dateOf(int day)
{
    return QDate::fromJulianDay(kJulianOf1970 + day);
}

} // namespace

struct RecordsChart::Room {
    QRectF frame;
    int first = 0; ///< day
    int last = 0;
    double most = 1;
    [[nodiscard]] qreal x(int day) const { return frame.left() + frame.width() * (day - first + 0.5) / (last - first + 1); }
    [[nodiscard]] qreal y(double value) const { return frame.bottom() - frame.height() * value / most; }
};

RecordsChart::RecordsChart(Environment& environment, QWidget* parent) : QWidget(parent), m_env(environment)
{
    setFixedHeight(kRecordsHeight);
}

void RecordsChart::setRecords(checklist::LoadCurve load, std::vector<checklist::IncidentRecord> incidents)
{
    m_load = std::move(load);
    m_incidents = std::move(incidents);
    std::ranges::stable_sort(m_incidents, {}, &checklist::IncidentRecord::day);
    setAccessibleName(sentence());
    setVisible(!empty());
    update();
}

int RecordsChart::peaks() const
{
    return static_cast<int>(std::ranges::count(m_load.days, true, &checklist::LoadDay::peak));
}

QString RecordsChart::sentence() const
{
    QStringList parts;
    if (!m_load.days.empty())
        parts << tr("Busiest hour of each day, %1 to %2. Peaks (%3 requests or more): %4")
                     .arg(dateOf(m_load.days.front().day).toString(Qt::ISODate), dateOf(m_load.days.back().day).toString(Qt::ISODate),
                          m_env.language.number(m_load.limit, 0))
                     .arg(peaks());
    if (!m_incidents.empty())
        parts << tr("%1 outages, %2 complaints")
                     .arg(std::ranges::count(m_incidents, true, &checklist::IncidentRecord::stopped))
                     .arg(std::ranges::count(m_incidents, true, &checklist::IncidentRecord::complaint));
    return parts.join(QStringLiteral(" · "));
}

QString RecordsChart::said(const checklist::LoadDay& day) const
{
    QString text = dateOf(day.day).toString(Qt::ISODate);
    if (day.hour >= 0)
        text += QLatin1Char(' ') + tr("%1:00").arg(day.hour);
    text += QStringLiteral("  ") + tr("%1 requests").arg(m_env.language.number(day.hits, 0));
    if (day.responseMs > 0)
        text += QStringLiteral(", ") + tr("%1 ms").arg(m_env.language.number(day.responseMs, 0));
    return text;
}

QString RecordsChart::said(const checklist::IncidentRecord& incident) const
{
    QString text = dateOf(incident.day).toString(Qt::ISODate) + QLatin1Char(' ');
    text += incident.stopped ? tr("outage") : incident.complaint ? tr("complaint") : tr("incident");
    if (incident.minutes > 0)
        text += QStringLiteral(", ") + tr("%1 minutes").arg(m_env.language.number(incident.minutes, 0));
    return text;
}

RecordsChart::Room RecordsChart::room() const
{
    const qreal line = fontMetrics().height();
    Room out;
    out.first = std::min(m_load.days.empty() ? INT_MAX : m_load.days.front().day, m_incidents.empty() ? INT_MAX : m_incidents.front().day);
    out.last = std::max(m_load.days.empty() ? INT_MIN : m_load.days.back().day, m_incidents.empty() ? INT_MIN : m_incidents.back().day);
    for (const auto& day : m_load.days)
        out.most = std::max(out.most, day.hits);
    if (m_load.days.empty())
        for (const auto& incident : m_incidents)
            out.most = std::max(out.most, incident.minutes);
    const qreal left = fontMetrics().horizontalAdvance(m_env.language.number(out.most, 0)) + 10;
    out.frame = QRectF(left, line + 8, width() - left - 12, height() - 2 * line - 14 - 3 * kMark);
    return out;
}

void RecordsChart::paintFrame(QPainter& painter, const Room& room) const
{
    const Colours& s = m_env.theme.colours();
    const qreal line = fontMetrics().height();
    painter.setPen(s.muted);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft,
                     fontMetrics().elidedText(sentence(), Qt::ElideRight, width()));
    painter.drawText(QRectF(0, room.frame.top() - line / 2, room.frame.left() - 6, line), Qt::AlignRight,
                     m_env.language.number(room.most, 0));
    painter.drawText(QRectF(0, room.frame.bottom() - line / 2, room.frame.left() - 6, line), Qt::AlignRight, QStringLiteral("0"));
    const QRectF days(room.frame.left(), height() - line, room.frame.width(), line);
    painter.drawText(days, Qt::AlignLeft, dateOf(room.first).toString(Qt::ISODate));
    if (room.last > room.first)
        painter.drawText(days, Qt::AlignRight, dateOf(room.last).toString(Qt::ISODate));
    painter.setPen(s.line);
    painter.drawLine(room.frame.bottomLeft(), room.frame.bottomRight());
    painter.drawLine(room.frame.bottomLeft(), room.frame.topLeft());
}

void RecordsChart::paintLoad(QPainter& painter, const Room& room) const
{
    const Colours& s = m_env.theme.colours();
    if (m_load.limit > 0 && m_load.limit < room.most) {
        painter.setPen(QPen(s.warn, 1, Qt::DashLine));
        painter.drawLine(QPointF(room.frame.left(), room.y(m_load.limit)), QPointF(room.frame.right(), room.y(m_load.limit)));
    }
    QPainterPath path;
    for (const auto& day : m_load.days) {
        const QPointF at(room.x(day.day), room.y(day.hits));
        path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(s.accent, 1.5));
    painter.drawPath(path);
    std::vector<const checklist::LoadDay*> peaks;
    for (const auto& day : m_load.days)
        if (day.peak)
            peaks.push_back(&day);
    std::ranges::stable_sort(peaks, [](const auto* a, const auto* b) { return a->hits > b->hits; });
    for (std::size_t i = 0; i < peaks.size(); ++i) {
        const QPointF at(room.x(peaks[i]->day), room.y(peaks[i]->hits));
        painter.setPen(Qt::NoPen);
        painter.setBrush(s.bad);
        painter.drawEllipse(at, kMark, kMark);
        if (i >= kLabelledPeaks)
            continue;
        painter.setPen(s.text);
        const QString label = dateOf(peaks[i]->day).toString(QStringLiteral("MM-dd")) +
                              (peaks[i]->hour >= 0 ? QLatin1Char(' ') + tr("%1:00").arg(peaks[i]->hour) : QString());
        const qreal wide = fontMetrics().horizontalAdvance(label);
        const qreal x = std::clamp(at.x() + kMark + 3, room.frame.left(), std::max(room.frame.left(), room.frame.right() - wide));
        painter.drawText(QPointF(x, at.y() + fontMetrics().ascent() / 2.0), label);
    }
}

void RecordsChart::paintIncidents(QPainter& painter, const Room& room) const
{
    const Colours& s = m_env.theme.colours();
    const bool bars = m_load.days.empty();
    for (const auto& incident : m_incidents) {
        const qreal x = room.x(incident.day);
        const QColor colour = incident.stopped ? s.bad : incident.complaint ? s.warn : s.muted;
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(incident.stopped ? QBrush(colour) : QBrush(Qt::NoBrush));
        if (bars && incident.minutes > 0)
            painter.drawRect(QRectF(x - kMark, room.y(incident.minutes), 2 * kMark, room.frame.bottom() - room.y(incident.minutes)));
        const qreal y = room.frame.bottom() + 2 * kMark;
        if (incident.stopped) // a square for an outage, a ring for a complaint: not by colour alone
            painter.drawRect(QRectF(x - kMark, y - kMark, 2 * kMark, 2 * kMark));
        else
            painter.drawEllipse(QPointF(x, y), kMark, kMark);
    }
}

void RecordsChart::paintEvent(QPaintEvent*)
{
    if (empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Room where = room();
    paintFrame(painter, where);
    paintLoad(painter, where);
    paintIncidents(painter, where);
}

bool RecordsChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || empty())
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Room where = room();
    const auto away = [&](int day) { return std::abs(where.x(day) - help->pos().x()); };
    QString text;
    qreal nearest = 8;
    for (const auto& day : m_load.days)
        if (away(day.day) < nearest) {
            nearest = away(day.day);
            text = said(day);
        }
    for (const auto& incident : m_incidents)
        if (away(incident.day) < 2 * kMark)
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + said(incident);
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace naru::gui
