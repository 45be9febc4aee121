#include "reports/qt/SvgRasterizer.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace naru::reports {

using namespace naru::core;

namespace {
constexpr double kDotsPerMm = 300 / 25.4;
constexpr int kLargest = 8000; ///< pixels a side
} // namespace

Result<RasterImage> SvgRasterizer::rasterize(const std::string& svg, double widthMm, double heightMm)
{
    QSvgRenderer renderer(QByteArray(svg.data(), static_cast<qsizetype>(svg.size())));
    if (!renderer.isValid())
        return failure(ErrorCode::Malformed, "report.figure.unreadable");
    const double wanted = std::max(widthMm, heightMm) * kDotsPerMm;
    const double dots = wanted > kLargest ? kDotsPerMm * kLargest / wanted : kDotsPerMm;
    const QSize size(std::max(1, static_cast<int>(std::lround(widthMm * dots))),
                     std::max(1, static_cast<int>(std::lround(heightMm * dots))));
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return failure(ErrorCode::LimitExceeded, "report.figure.too-large");
    image.setDotsPerMeterX(static_cast<int>(std::lround(dots * 1000)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dots * 1000)));
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return failure(ErrorCode::Internal, "report.figure.too-large");
    return RasterImage{
        .png = std::string(png.constData(), static_cast<std::size_t>(png.size())), .width = size.width(), .height = size.height()};
}

} // namespace naru::reports
