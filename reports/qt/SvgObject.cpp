#include "reports/qt/SvgObject.h"

#include <QPainter>
#include <QSvgRenderer>

namespace naru::reports {

namespace {
constexpr int kSvgProperty = QTextFormat::UserProperty + 1;
constexpr int kSizeProperty = QTextFormat::UserProperty + 2;
} // namespace

QTextCharFormat SvgObject::format(const QByteArray& svg, QSizeF size)
{
    QTextCharFormat format;
    format.setObjectType(kType);
    format.setProperty(kSvgProperty, svg);
    format.setProperty(kSizeProperty, size);
    return format;
}

QSizeF SvgObject::intrinsicSize(QTextDocument*, int, const QTextFormat& format)
{
    return format.property(kSizeProperty).toSizeF();
}

void SvgObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format)
{
    QSvgRenderer renderer(format.property(kSvgProperty).toByteArray());
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(painter, rect);
}

} // namespace naru::reports
