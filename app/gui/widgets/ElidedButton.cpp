#include "app/gui/widgets/ElidedButton.h"

#include <QStyleOptionButton>

namespace naru::gui {

ElidedButton::ElidedButton(QWidget* parent) : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedButton::setWhole(const QString& sentence)
{
    m_whole = sentence;
    setToolTip(sentence);
    setAccessibleName(sentence);
    fit();
}

void ElidedButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    fit();
}

void ElidedButton::fit()
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const int room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).width();
    QString shown = m_whole;
    shown.replace(QLatin1Char('&'), QLatin1String("&&"));
    setText(fontMetrics().elidedText(shown, Qt::ElideRight, room));
}

} // namespace naru::gui
