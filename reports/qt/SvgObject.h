#pragma once

#include <QTextFormat>
#include <QTextObjectInterface>

namespace naru::reports {

/// Draws an SVG document inside a text document as vectors.
class SvgObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    static constexpr int kType = QTextFormat::UserObject + 1;

    using QObject::QObject;

    /// The character format of one drawing, `size` in points of the document.
    static QTextCharFormat format(const QByteArray& svg, QSizeF size);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;
};

} // namespace naru::reports
