#pragma once

#include <QColor>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace naru::reports {

/// How the pages of a document look. Lengths are in points.
struct PageStyle {
    QString family;
    QString monospace;
    double scale = 1; ///< of all type and distances; below 1 for what must stay on one page
    double side = 56.7;
    double top = 56.7;
    double bottom = 56.7;
    double body = 10.5;
    double table = 9.5;
    double note = 9;
    double lineSpacing = 1.5;
    double tableSpacing = 1.28;

    static constexpr double kA4Width = 210 * 72.0 / 25.4;
    static constexpr double kA4Height = 297 * 72.0 / 25.4;

    [[nodiscard]] QSizeF paper(bool landscape) const { return landscape ? QSizeF(kA4Height, kA4Width) : QSizeF(kA4Width, kA4Height); }
    /// The part of the sheet that text may fill.
    [[nodiscard]] QRectF content(bool landscape) const { return QRectF({}, paper(landscape)).adjusted(side, top, -side, -bottom); }
};

/// The installed family for Korean text; empty when no font has Korean letters. Needs a QGuiApplication.
QString koreanFamily();
/// The style with the fonts of this machine.
PageStyle pageStyle();

/// Colours of paper; the same in every theme of the window.
namespace paper {
inline const QColor kInk(0x10, 0x16, 0x20);
inline const QColor kLine(0x8a, 0x93, 0xa0);
inline const QColor kHeader(0xe9, 0xee, 0xf5);
inline const QColor kSoft(0x3e, 0x48, 0x55);
inline const QColor kGap(0xa8, 0x41, 0x0a);
inline const QColor kAccent(0x1f, 0x3f, 0x78);
} // namespace paper

} // namespace naru::reports
