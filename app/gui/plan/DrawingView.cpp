#include "app/gui/plan/DrawingView.h"

#include "app/gui/theme/Colours.h"

#include <QPainter>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr int kDrawingMargin = 8;

} // namespace

DrawingView::DrawingView(const QString& name, QWidget* parent) : QWidget(parent)
{
    setObjectName(name);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void DrawingView::show(const QByteArray& svg)
{
    if (svg == m_svg)
        return;
    m_svg = svg;
    m_renderer.load(svg);
    m_renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    setMinimumHeight(heightForWidth(std::max(320, width())));
    updateGeometry();
    update();
}

int DrawingView::heightForWidth(int width) const
{
    const QSizeF size = m_renderer.viewBoxF().size();
    if (size.isEmpty())
        return 2 * kDrawingMargin;
    return static_cast<int>(size.height() * (width - 2 * kDrawingMargin) / size.width()) + 2 * kDrawingMargin;
}

void DrawingView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

void DrawingView::paintEvent(QPaintEvent*)
{
    if (!m_renderer.isValid())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The drawing is made for paper: it lies on a sheet in the dark theme, too.
    painter.fillRect(rect(), lightColours().base);
    m_renderer.render(&painter, QRectF(rect()).adjusted(kDrawingMargin, kDrawingMargin, -kDrawingMargin, -kDrawingMargin));
}

} // namespace naru::gui
