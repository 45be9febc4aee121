#include "app/gui/pages/LadderDrawing.h"

#include <QPainter>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr int kLadderHeight = 150;
constexpr qreal kStepGap = 6;

} // namespace

LadderDrawing::LadderDrawing(Environment& environment, QWidget* parent) : QWidget(parent), m_env(environment)
{
    setObjectName(QStringLiteral("ladderDrawing"));
    setFixedHeight(kLadderHeight);
}

void LadderDrawing::setLadders(const std::vector<core::LadderResult>& ladders)
{
    m_ladders = ladders;
    QStringList spoken;
    for (const core::LadderResult& ladder : m_ladders)
        spoken << m_env.language.text(ladder.name) + QStringLiteral(": ") + m_env.language.text(ladder.levelName);
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    setToolTip(accessibleName());
    update();
}

void LadderDrawing::paintEvent(QPaintEvent*)
{
    if (m_ladders.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = (this->width() - kStepGap * 3 * static_cast<qreal>(m_ladders.size() - 1)) / static_cast<qreal>(m_ladders.size());
    for (std::size_t i = 0; i < m_ladders.size(); ++i)
        paintLadder(painter, m_ladders[i], {static_cast<qreal>(i) * (width + kStepGap * 3), 0, width, static_cast<qreal>(height())});
}

void LadderDrawing::paintLadder(QPainter& painter, const core::LadderResult& ladder, const QRectF& room) const
{
    const Colours& colours = m_env.theme.colours();
    const qreal line = painter.fontMetrics().height();
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(room.left(), 0, room.width(), line), Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_env.language.text(ladder.name), Qt::ElideRight, static_cast<int>(room.width())));
    const int levels = ladder.highest - ladder.lowest + 1;
    const qreal step = (room.width() - kStepGap * (levels - 1)) / levels;
    const qreal floor = room.bottom() - 2;
    const qreal tallest = floor - line - kStepGap;
    for (int i = 0; i < levels; ++i) {
        const int level = ladder.lowest + i;
        const bool reached = level <= ladder.level;
        const auto of = std::ranges::count(ladder.criteria, level, &core::CriterionResult::level);
        const auto met = std::ranges::count_if(ladder.criteria, [level](const core::CriterionResult& one) {
            return one.level == level && one.state == core::CriterionState::Met;
        });
        const qreal tall = tallest * (0.45 + 0.55 * (i + 1) / levels);
        const QRectF box(room.left() + i * (step + kStepGap), floor - tall, step, tall);
        painter.setPen(QPen(reached ? colours.good : colours.muted, 1));
        painter.setBrush(reached ? QBrush(colours.good) : QBrush(Qt::NoBrush));
        painter.drawRect(box);
        if (!reached && of > 0) { // how far the step has come
            QColor part = colours.good;
            part.setAlphaF(0.35F);
            const qreal share = static_cast<qreal>(met) / static_cast<qreal>(of);
            painter.fillRect(QRectF(box.left(), box.bottom() - box.height() * share, box.width(), box.height() * share), part);
        }
        painter.setPen(reached ? palette().color(QPalette::Base) : palette().color(QPalette::Text));
        painter.drawText(box.adjusted(4, 4, -4, -4), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
                         QStringLiteral("Lv%1\n%2/%3").arg(level).arg(met).arg(of));
    }
}

} // namespace naru::gui
