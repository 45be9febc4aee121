#include "app/gui/widgets/Card.h"

#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace naru::gui {

Card::Card(const QString& name, QWidget* parent)
    : QFrame(parent),
      m_heading(makeLabel(name + QStringLiteral("Heading"), "heading", this, true))
{
    setObjectName(name);
    setProperty("card", true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(14, 12, 14, 12);
    outer->setSpacing(6);
    outer->addWidget(m_heading);
    m_heading->hide();
    m_body = new QVBoxLayout;
    m_body->setSpacing(6);
    outer->addLayout(m_body, 1);
}

void Card::setHeading(const QString& heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    setAccessibleName(heading);
}

void Card::setState(const QString& state)
{
    restyle(this, "state", state);
}

void Card::mousePressEvent(QMouseEvent* event)
{
    QFrame::mousePressEvent(event);
    emit clicked();
}

void Card::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        emit clicked();
    else
        QFrame::keyPressEvent(event);
}

QLabel* makeLabel(const QString& name, const char* role, QWidget* parent, bool wrap)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("role", role);
    label->setWordWrap(wrap);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void restyle(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace naru::gui
