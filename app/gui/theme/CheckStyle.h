#pragma once

#include <QProxyStyle>

namespace naru::gui {

class Theme;

/// Fusion, with check boxes that can be seen on a dark ground, too.
class CheckStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit CheckStyle(const Theme& theme);
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;

private:
    const Theme& m_theme;
};

} // namespace naru::gui
