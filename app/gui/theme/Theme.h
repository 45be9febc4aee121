#pragma once

#include "app/gui/theme/Colours.h"

#include <QIcon>
#include <QObject>
#include <QPixmap>
#include <QString>

namespace naru::gui {

/// Light, dark, or as the desktop has it: the palette and style sheet of the
/// application, and icons drawn in its colours.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    /// "system", "light" or "dark".
    void choose(const QString& choice);
    [[nodiscard]] const QString& choice() const { return m_choice; }
    [[nodiscard]] const Colours& colours() const { return m_dark ? darkColours() : lightColours(); }
    [[nodiscard]] bool dark() const { return m_dark; }

    /// An SVG of resources/icons with its lines in the given colour.
    [[nodiscard]] QIcon icon(const QString& name) const { return icon(name, colours().text); }
    [[nodiscard]] QIcon icon(const QString& name, const QColor& colour) const;
    [[nodiscard]] QPixmap pixmap(const QString& name, const QColor& colour, int size, qreal ratio = 2) const;

signals:
    void changed();

private:
    void apply();
    [[nodiscard]] QString styleSheet() const;

    QString m_choice;
    bool m_systemDark = false;
    bool m_dark = false;
};

} // namespace naru::gui
