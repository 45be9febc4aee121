#include "app/gui/theme/CheckStyle.h"

#include "app/gui/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace naru::gui {

CheckStyle::CheckStyle(const Theme& theme) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme) {}

void CheckStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element != PE_IndicatorCheckBox) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const Colours& s = m_theme.colours();
    const bool on = option->state & State_On;
    const bool active = option->state & State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    painter->setPen(QPen(on && active ? s.accent : s.muted, 1.2));
    painter->setBrush(on && active ? s.accent : s.base);
    painter->drawRoundedRect(box, 3, 3);
    if (on) {
        QPainterPath check;
        check.moveTo(box.left() + box.width() * 0.22, box.top() + box.height() * 0.52);
        check.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.72);
        check.lineTo(box.left() + box.width() * 0.78, box.top() + box.height() * 0.30);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(active ? s.accentText : s.muted, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(check);
    }
    painter->restore();
}

} // namespace naru::gui
