#include "app/gui/widgets/WaveTimeline.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace naru::gui {
namespace {

constexpr double kName = 190; ///< room for the names of the waves
constexpr double kLine = 26;
constexpr double kGap = 4;
constexpr double kAxis = 30;
constexpr double kShortest = 0.5; ///< months, so that a wave without an estimate is seen

double lengthOf(const core::Wave& wave)
{
    return std::max(kShortest, wave.durationMonths);
}

double heightOf(const core::Wave& wave)
{
    return std::max<double>(1, static_cast<double>(wave.contexts.size())) * kLine + 2 * kGap;
}

} // namespace

WaveTimeline::WaveTimeline(Environment& environment, QWidget* parent) : QWidget(parent), m_env(environment)
{
    setObjectName(QStringLiteral("waveTimeline"));
    connect(&m_env.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WaveTimeline::show(const core::Plan& plan)
{
    m_plan = plan;
    updateGeometry();
    update();
}

QSize WaveTimeline::sizeHint() const
{
    double height = kAxis + 8;
    for (const core::Wave& wave : m_plan.waves)
        height += heightOf(wave);
    return {700, static_cast<int>(height)};
}

double WaveTimeline::months() const
{
    double all = 0;
    for (const core::Wave& wave : m_plan.waves)
        all += lengthOf(wave);
    return std::max(1.0, all);
}

double WaveTimeline::xOf(double month) const
{
    return kName + (width() - kName - 16) * month / months();
}

std::vector<WaveTimeline::Block> WaveTimeline::blocks() const
{
    std::vector<Block> all;
    double y = kAxis;
    double month = 0;
    for (std::size_t w = 0; w < m_plan.waves.size(); ++w) {
        const core::Wave& wave = m_plan.waves[w];
        const double from = xOf(month);
        const double to = xOf(month + lengthOf(wave));
        const int count = std::max(1, static_cast<int>(wave.contexts.size()));
        for (int c = 0; c < count; ++c)
            all.push_back({QRectF(from + 1, y + kGap + c * kLine + 2, std::max(4.0, to - from - 2), kLine - 4), static_cast<int>(w),
                           wave.contexts.empty() ? -1 : c});
        y += heightOf(wave);
        month += lengthOf(wave);
    }
    return all;
}

void WaveTimeline::paintEvent(QPaintEvent*)
{
    const Colours& s = m_env.theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // A mark every month, two, three, six or twelve: as many as there is room for.
    double step = 1;
    for (const double candidate : {1.0, 2.0, 3.0, 6.0, 12.0, 24.0}) {
        step = candidate;
        if (xOf(step) - xOf(0) > 54)
            break;
    }
    painter.setPen(s.muted);
    for (double month = 0; month <= months() + 0.01; month += step) {
        const double x = xOf(month);
        painter.setPen(s.line);
        painter.drawLine(QPointF(x, kAxis - 6), QPointF(x, height()));
        painter.setPen(s.muted);
        painter.drawText(QRectF(x - 30, 2, 60, kAxis - 10), Qt::AlignCenter, tr("%1 m").arg(m_env.language.number(month, 0)));
    }
    double y = kAxis;
    for (std::size_t w = 0; w < m_plan.waves.size(); ++w) {
        const core::Wave& wave = m_plan.waves[w];
        const double h = heightOf(wave);
        if (w % 2 == 0)
            painter.fillRect(QRectF(0, y, kName - 6, h), s.window);
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(s.text);
        QString name = wave.nameKey.empty() ? tr("Wave %1").arg(wave.number)
                                            : m_env.language.text(wave.nameKey, {{"number", std::to_string(wave.number)}});
        if (wave.pilot && wave.nameKey.empty())
            name = tr("%1 (pilot)").arg(name);
        painter.drawText(QRectF(8, y + kGap, kName - 20, kLine), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(name, Qt::ElideRight, static_cast<int>(kName) - 20));
        painter.setFont(font());
        y += h;
    }
    for (const Block& block : blocks()) {
        const core::Wave& wave = m_plan.waves[static_cast<std::size_t>(block.wave)];
        painter.setPen(QPen(wave.pilot ? s.good : s.accent, 1));
        painter.setBrush(wave.pilot ? s.goodSoft : s.accentSoft);
        painter.drawRoundedRect(block.area, 4, 4);
        if (block.context < 0)
            continue;
        const core::PlannedContext& context = wave.contexts[static_cast<std::size_t>(block.context)];
        painter.setPen(s.text);
        QString text = fromUtf8(context.name);
        if (context.personMonths > 0)
            text += tr("  (%1 person months)").arg(m_env.language.number(context.personMonths, 1));
        // A name that does not fit in its bar stands beside it.
        const double room = block.area.width() - 12;
        const double wanted = painter.fontMetrics().horizontalAdvance(text);
        if (wanted <= room)
            painter.drawText(block.area.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        else if (block.area.right() + wanted + 12 < width())
            painter.drawText(QRectF(block.area.right() + 6, block.area.top(), wanted + 4, block.area.height()),
                             Qt::AlignLeft | Qt::AlignVCenter, text);
        else if (block.area.left() - kName > wanted + 12)
            painter.drawText(QRectF(block.area.left() - wanted - 8, block.area.top(), wanted + 4, block.area.height()),
                             Qt::AlignRight | Qt::AlignVCenter, text);
        else
            painter.drawText(block.area.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(room)));
    }
}

void WaveTimeline::mousePressEvent(QMouseEvent* event)
{
    for (const Block& block : blocks())
        if (block.context >= 0 && block.area.contains(event->position()))
            emit contextClicked(block.wave, block.context);
}

} // namespace naru::gui
