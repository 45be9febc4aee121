#pragma once

#include <QFrame>
#include <QLabel>
#include <QString>

class QVBoxLayout;

namespace naru::gui {

/// A sheet with a heading, for things that are read together.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& name, QWidget* parent = nullptr);
    void setHeading(const QString& heading);
    /// "good", "warn", "bad", "accent" or empty: the edge at the left.
    void setState(const QString& state);
    [[nodiscard]] QVBoxLayout& body() { return *m_body; }

signals:
    void clicked();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_heading;
    QVBoxLayout* m_body;
};

/// A label with a role of the style sheet ("title", "heading", "muted", "figure", "verdict") and an objectName.
QLabel* makeLabel(const QString& name, const char* role, QWidget* parent, bool wrap = false);
/// Sets a property the style sheet looks at, and draws anew.
void restyle(QWidget* widget, const char* property, const QVariant& value);

} // namespace naru::gui
