#pragma once

#include <QByteArray>
#include <QSvgRenderer>
#include <QWidget>

namespace naru::gui {

/// A drawing of the documents on white paper, as wide as there is room for and at its own height.
class DrawingView : public QWidget {
    Q_OBJECT
public:
    explicit DrawingView(const QString& name, QWidget* parent = nullptr);
    void show(const QByteArray& svg);
    [[nodiscard]] const QByteArray& svg() const { return m_svg; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {720, heightForWidth(720)}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QByteArray m_svg;
    QSvgRenderer m_renderer;
};

} // namespace naru::gui
