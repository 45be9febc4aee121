#include "app/gui/plan/WaveTimeline.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace naru::gui {
namespace {

constexpr double kName = 190;     ///< least room for the names of the waves
constexpr double kNameShare = 5;  ///< of the width they take at most one part of as many
constexpr double kBesideName = 38; ///< margins and the mark of a warning
constexpr double kLine = 26;
constexpr double kWaveGap = 4;
constexpr double kAxis = 30;
constexpr double kNewWave = 30;   ///< room below the last wave, where a new one begins
constexpr double kShortest = 16; ///< pixels, so that a wave without an estimate is seen and can be dragged
constexpr double kDragFrom = 5;   ///< pixels before a press becomes a drag

double heightOf(const core::Wave& wave)
{
    return std::max<double>(1, static_cast<double>(wave.contexts.size())) * kLine + 2 * kWaveGap;
}

} // namespace

WaveTimeline::WaveTimeline(Environment& environment, QWidget* parent) : QWidget(parent), m_env(environment)
{
    setObjectName(QStringLiteral("waveTimeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&m_env.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WaveTimeline::show(const core::Plan& plan)
{
    m_plan = plan;
    if (waveOf(m_current) == 0)
        m_current.clear();
    m_dragged.clear();
    m_target = 0;
    QFont bold = font();
    bold.setBold(true);
    m_widestName = 0;
    for (const core::Wave& wave : m_plan.waves)
        m_widestName = std::max(m_widestName, QFontMetricsF(bold).horizontalAdvance(nameOf(wave)));
    updateGeometry();
    update();
}

void WaveTimeline::setCurrent(const std::string& context)
{
    if (context == m_current || waveOf(context) == 0)
        return;
    m_current = context;
    for (const core::PlannedContext& one : m_plan.waves[static_cast<std::size_t>(waveOf(context))].contexts)
        if (one.context == context)
            setAccessibleDescription(tr("%1, wave %2").arg(fromUtf8(one.name)).arg(waveOf(context)));
    update();
    emit currentChanged(fromUtf8(context));
}

QSize WaveTimeline::sizeHint() const
{
    double height = kAxis + kNewWave;
    for (const core::Wave& wave : m_plan.waves)
        height += heightOf(wave);
    return {700, static_cast<int>(height)};
}

bool WaveTimeline::timed() const
{
    return std::ranges::any_of(m_plan.waves, [](const core::Wave& wave) { return wave.durationMonths > 0; });
}

double WaveTimeline::lengthOf(const core::Wave& wave) const
{
    return timed() ? wave.durationMonths : 1; // without any estimate they only stand one after the other
}

double WaveTimeline::months() const
{
    double all = 0;
    for (const core::Wave& wave : m_plan.waves)
        all += lengthOf(wave);
    return std::max(0.1, all);
}

double WaveTimeline::nameRoom() const
{
    return std::max(kName, std::min(width() / kNameShare, m_widestName + kBesideName));
}

double WaveTimeline::xOf(double month) const
{
    const double names = nameRoom();
    return names + (width() - names - 16 - kShortest) * month / months();
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
            all.push_back({QRectF(from + 1, y + kWaveGap + c * kLine + 2, std::max(kShortest, to - from - 2), kLine - 4),
                           static_cast<int>(w), wave.contexts.empty() ? -1 : c});
        y += heightOf(wave);
        month += lengthOf(wave);
    }
    return all;
}

const core::PlannedContext& WaveTimeline::contextOf(const Block& block) const
{
    return m_plan.waves[static_cast<std::size_t>(block.wave)].contexts[static_cast<std::size_t>(block.context)];
}

QRect WaveTimeline::placeOf(const std::string& context) const
{
    for (const Block& block : blocks())
        if (block.context >= 0 && contextOf(block).context == context)
            return block.area.toRect();
    return {};
}

QRect WaveTimeline::placeOf(int wave) const
{
    double y = kAxis;
    for (int w = 0; w < static_cast<int>(m_plan.waves.size()); ++w) {
        const double h = heightOf(m_plan.waves[static_cast<std::size_t>(w)]);
        if (w == wave)
            return QRectF(0, y, width(), h).toRect();
        y += h;
    }
    return QRectF(0, y, width(), kNewWave).toRect();
}

int WaveTimeline::waveAt(double y) const
{
    for (int w = 1; w <= static_cast<int>(m_plan.waves.size()); ++w)
        if (const QRect place = placeOf(w); y >= place.top() && y < place.top() + place.height())
            return w;
    return 0;
}

int WaveTimeline::waveOf(const std::string& context) const
{
    for (std::size_t w = 1; w < m_plan.waves.size(); ++w)
        for (const core::PlannedContext& one : m_plan.waves[w].contexts)
            if (one.context == context)
                return static_cast<int>(w);
    return 0;
}

QString WaveTimeline::nameOf(const core::Wave& wave) const
{
    const QString name = m_env.language.text(wave.nameKey, {{"number", std::to_string(wave.number)}});
    return wave.number == 0 ? name : tr("%1. %2").arg(wave.number).arg(name);
}

void WaveTimeline::paintScale(QPainter& painter) const
{
    if (!timed())
        return; // nothing is known of their length
    const Colours& s = m_env.theme.colours();
    // A mark every quarter or half of a month, every month, two, three, six or twelve: as many as there is room for.
    double step = 1;
    for (const double candidate : {0.25, 0.5, 1.0, 2.0, 3.0, 6.0, 12.0, 24.0}) {
        step = candidate;
        if (xOf(step) - xOf(0) > 54)
            break;
    }
    for (double month = 0; month <= months() + 0.01; month += step) {
        const double x = xOf(month);
        painter.setPen(s.line);
        painter.drawLine(QPointF(x, kAxis - 6), QPointF(x, height()));
        painter.setPen(s.muted);
        painter.drawText(QRectF(x - 30, 2, 60, kAxis - 10), Qt::AlignCenter, tr("%1 m").arg(m_env.language.number(month, step < 0.5 ? 2 : step < 1 ? 1 : 0)));
    }
}

void WaveTimeline::paintWaves(QPainter& painter) const
{
    const Colours& s = m_env.theme.colours();
    QFont bold = font();
    bold.setBold(true);
    for (std::size_t w = 0; w < m_plan.waves.size(); ++w) {
        const core::Wave& wave = m_plan.waves[w];
        const QRectF place = placeOf(static_cast<int>(w));
        if (w % 2 == 0)
            painter.fillRect(place.adjusted(0, 0, 0, 0), s.window);
        painter.setFont(bold);
        painter.setPen(s.text);
        const bool warned = !wave.warnings.empty();
        const double room = nameRoom() - (warned ? kBesideName : 18);
        painter.drawText(QRectF(8, place.top() + kWaveGap, room, kLine), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(nameOf(wave), Qt::ElideRight, static_cast<int>(room)));
        if (warned)
            painter.drawPixmap(QPointF(nameRoom() - 28, place.top() + kWaveGap + 4),
                               m_env.theme.pixmap(QStringLiteral("warn"), s.warn, 18));
        painter.setFont(font());
    }
    if (m_target > 0) {
        painter.setPen(QPen(s.accent, 2, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(placeOf(m_target)).adjusted(2, 1, -3, -2), 4, 4);
        if (m_target == static_cast<int>(m_plan.waves.size())) {
            painter.setPen(s.accent);
            painter.drawText(QRectF(placeOf(m_target)).adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("New last wave"));
        }
    }
}

void WaveTimeline::paintBlock(QPainter& painter, const Block& block) const
{
    const Colours& s = m_env.theme.colours();
    const core::Wave& wave = m_plan.waves[static_cast<std::size_t>(block.wave)];
    const bool chosen = block.context >= 0 && contextOf(block).context == m_current;
    painter.setPen(QPen(wave.pilot ? s.good : s.accent, chosen ? 2.5 : 1));
    painter.setBrush(wave.pilot ? s.goodSoft : s.accentSoft);
    painter.drawRoundedRect(block.area, 4, 4);
    if (chosen && hasFocus()) {
        painter.setPen(QPen(s.text, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(block.area.adjusted(-3, -3, 3, 3));
    }
    if (block.context < 0)
        return;
    const core::PlannedContext& context = contextOf(block);
    painter.setPen(s.text);
    QString text = fromUtf8(context.name);
    if (context.personMonths > 0)
        text += tr("  (%1 person months)").arg(m_env.language.number(context.personMonths, 1));
    if (context.moved)
        text += QStringLiteral(" ") + tr("[moved]");
    // A name that does not fit in its bar stands beside it.
    const double room = block.area.width() - 12;
    const double wanted = painter.fontMetrics().horizontalAdvance(text);
    const QRectF& a = block.area;
    if (wanted <= room)
        painter.drawText(a.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    else if (a.right() + wanted + 12 < width())
        painter.drawText(QRectF(a.right() + 6, a.top(), wanted + 4, a.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    else if (a.left() - nameRoom() > wanted + 12)
        painter.drawText(QRectF(a.left() - wanted - 8, a.top(), wanted + 4, a.height()), Qt::AlignRight | Qt::AlignVCenter, text);
    else
        painter.drawText(a.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(room)));
}

void WaveTimeline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintWaves(painter);
    paintScale(painter);
    for (const Block& block : blocks())
        paintBlock(painter, block);
    if (m_dragged.empty())
        return;
    // What is dragged hangs at the pointer.
    QRectF ghost = placeOf(m_dragged);
    ghost.setWidth(std::clamp(ghost.width(), 80.0, 220.0));
    ghost.moveCenter(m_pointer);
    const Colours& s = m_env.theme.colours();
    painter.setOpacity(0.85);
    painter.setPen(QPen(s.accent, 2));
    painter.setBrush(s.base);
    painter.drawRoundedRect(ghost, 4, 4);
    painter.setPen(s.text);
    for (const core::PlannedContext& one : m_plan.waves[static_cast<std::size_t>(waveOf(m_dragged))].contexts)
        if (one.context == m_dragged)
            painter.drawText(ghost.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(fromUtf8(one.name), Qt::ElideRight, static_cast<int>(ghost.width()) - 12));
}

bool WaveTimeline::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    for (const Block& block : blocks())
        if (block.context >= 0 && block.area.contains(help->pos()))
            text = m_env.language.text(contextOf(block).reasonKey, contextOf(block).reasonArgs);
    if (const int wave = waveAt(help->pos().y()); text.isEmpty() && wave > 0 && wave < static_cast<int>(m_plan.waves.size()))
        for (const std::string& warning : m_plan.waves[static_cast<std::size_t>(wave)].warnings)
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + m_env.language.text(warning);
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void WaveTimeline::mousePressEvent(QMouseEvent* event)
{
    for (const Block& block : blocks())
        if (block.context >= 0 && block.area.adjusted(-2, -2, 2, 2).contains(event->position())) {
            setCurrent(contextOf(block).context);
            if (event->button() == Qt::LeftButton)
                m_pressed = event->position();
        }
}

void WaveTimeline::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    if (!m_pressed) {
        const auto all = blocks();
        const bool above = std::ranges::any_of(all, [&](const Block& one) { return one.context >= 0 && one.area.contains(m_pointer); });
        setCursor(above ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    if (m_dragged.empty() && (m_pointer - *m_pressed).manhattanLength() < kDragFrom)
        return;
    m_dragged = m_current;
    setCursor(Qt::ClosedHandCursor);
    const int wave = waveAt(m_pointer.y());
    const int target = wave == waveOf(m_dragged) ? 0 : wave;
    if (target != m_target) {
        m_target = target;
        emit moveConsidered(fromUtf8(m_dragged), m_target);
    }
    update();
}

void WaveTimeline::mouseReleaseEvent(QMouseEvent*)
{
    drop();
}

void WaveTimeline::drop()
{
    m_pressed.reset();
    setCursor(Qt::ArrowCursor);
    const std::string dragged = std::exchange(m_dragged, {});
    const int target = std::exchange(m_target, 0);
    update();
    if (dragged.empty())
        return;
    emit moveConsidered(fromUtf8(dragged), 0);
    if (target > 0)
        emit moveWanted(fromUtf8(dragged), target);
}

void WaveTimeline::step(int by)
{
    std::vector<std::string> all;
    for (const core::Wave& wave : m_plan.waves)
        for (const core::PlannedContext& one : wave.contexts)
            all.push_back(one.context);
    if (all.empty())
        return;
    const auto at = std::ranges::find(all, m_current);
    const auto next = at == all.end() ? std::ptrdiff_t{0} : std::clamp<std::ptrdiff_t>(at - all.begin() + by, 0, std::ssize(all) - 1);
    setCurrent(all[static_cast<std::size_t>(next)]);
}

void WaveTimeline::keyPressEvent(QKeyEvent* event)
{
    const bool later = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right;
    const bool earlier = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (event->key() == Qt::Key_Escape && !m_dragged.empty()) {
        m_target = 0;
        drop();
    } else if (!later && !earlier) {
        QWidget::keyPressEvent(event);
    } else if (!(event->modifiers() & Qt::ControlModifier)) {
        step(later ? 1 : -1);
    } else if (const int wave = waveOf(m_current) + (later ? 1 : -1); waveOf(m_current) > 0 && wave > 0) {
        emit moveWanted(fromUtf8(m_current), wave);
    }
}

} // namespace naru::gui
