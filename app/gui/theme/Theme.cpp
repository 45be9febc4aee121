#include "app/gui/theme/Theme.h"

#include "app/gui/theme/CheckStyle.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace naru::gui {
namespace {

QPalette paletteOf(const Colours& s)
{
    QPalette p;
    const auto all = [&p](QPalette::ColorRole role, const QColor& colour) { p.setColor(role, colour); };
    all(QPalette::Window, s.window);
    all(QPalette::WindowText, s.text);
    all(QPalette::Base, s.base);
    all(QPalette::AlternateBase, s.raised);
    all(QPalette::Text, s.text);
    all(QPalette::Button, s.raised);
    all(QPalette::ButtonText, s.text);
    all(QPalette::BrightText, s.bad);
    all(QPalette::PlaceholderText, s.muted);
    all(QPalette::Highlight, s.accent);
    all(QPalette::HighlightedText, s.accentText);
    all(QPalette::ToolTipBase, s.base);
    all(QPalette::ToolTipText, s.text);
    all(QPalette::Link, s.accent);
    all(QPalette::LinkVisited, s.accent);
    all(QPalette::Light, s.base);
    all(QPalette::Midlight, s.raised);
    all(QPalette::Mid, s.line);
    all(QPalette::Dark, s.line);
    all(QPalette::Shadow, s.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, s.muted);
    p.setColor(QPalette::Disabled, QPalette::Highlight, s.line);
    return p;
}

// Only what the palette cannot say. @names are replaced by colours.
constexpr const char* kSheet = R"(
QToolTip { border: 1px solid @line; padding: 4px; background: @base; color: @text; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QDockWidget { titlebar-close-icon: none; }
QStatusBar { border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QMenuBar { border-bottom: 1px solid @line; }
QToolBar { border: none; border-bottom: 1px solid @line; spacing: 4px; padding: 4px; }
QListWidget#rail { background: @raised; border: none; border-right: 1px solid @line; outline: none; }
QFrame[card="true"] { background: @base; border: 1px solid @line; border-radius: 8px; }
QFrame[card="true"][state="good"] { border-left: 4px solid @good; }
QFrame[card="true"][state="warn"] { border-left: 4px solid @warn; }
QFrame[card="true"][state="bad"] { border-left: 4px solid @bad; }
QFrame[card="true"][state="accent"] { border-left: 4px solid @accent; }
QFrame[bar="warn"] { background: @warnSoft; border: none; border-top: 1px solid @warn; }
QFrame[bar="bad"] { background: @badSoft; border: none; border-top: 1px solid @bad; }
QFrame[bar="info"] { background: @accentSoft; border: none; border-top: 1px solid @accent; }
QLabel[role="title"] { font-size: 17pt; font-weight: 600; }
QLabel[role="heading"] { font-size: 11pt; font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="figure"] { font-size: 19pt; font-weight: 600; }
QLabel[role="verdict"] { font-size: 14pt; font-weight: 600; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="bad"] { color: @bad; }
QLabel[tone="accent"] { color: @accent; }
QPushButton { padding: 5px 14px; border: 1px solid @line; border-radius: 5px; background: @base; color: @text; }
QPushButton:hover { border-color: @accent; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:pressed { background: @accentSoft; }
QPushButton:checked { background: @accent; color: @accentText; border-color: @accent; }
QPushButton:disabled { color: @muted; background: @window; }
QPushButton[primary="true"] { background: @accent; color: @accentText; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[compact="true"] { padding: 5px 8px; }
QPushButton[flat="true"] { border: none; background: transparent; color: @accent; padding: 3px 6px; }
QPushButton[line="true"] { text-align: left; }
QPushButton[flat="true"]:hover { text-decoration: underline; }
QPushButton[flat="true"]:focus { border: 1px solid @accent; }
QLineEdit, QPlainTextEdit, QTextEdit {
  border: 1px solid @line; border-radius: 4px; padding: 3px 6px; background: @base; color: @text;
  selection-background-color: @accent; selection-color: @accentText; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent; }
QAbstractSpinBox QLineEdit { border: none; }
QTableView, QTreeView, QListView { background: @base; alternate-background-color: @window; border: 1px solid @line; border-radius: 4px;
  gridline-color: @line; selection-background-color: @accentSoft; selection-color: @text; }
QHeaderView { background: @raised; }
QHeaderView::section { background: @raised; color: @text; border: none; border-right: 1px solid @line; border-bottom: 1px solid @line;
  padding: 4px 8px; font-weight: 600; }
QTableCornerButton::section { background: @raised; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar::tab { padding: 6px 14px; border: none; border-bottom: 3px solid transparent; color: @muted; background: transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 3px solid @accent; font-weight: 600; }
QTabBar::tab:hover { color: @text; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[scrollBody="true"] { background: transparent; }
QGraphicsView#splitMap { border: 1px solid @line; border-radius: 4px; background: @base; }
QChartView { border: none; background: transparent; }
QTreeView::item { padding: 3px 0; }
QListView::item { padding: 4px 2px; }
QProgressBar { border: 1px solid @line; border-radius: 4px; background: @base; text-align: center; max-height: 14px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSplitter::handle { background: transparent; }
)";

} // namespace

Theme::Theme(QObject* parent) : QObject(parent)
{
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    QApplication::setStyle(new CheckStyle(*this));
}

void Theme::choose(const QString& choice)
{
    const bool dark = choice == QLatin1StringView("dark") || (choice != QLatin1StringView("light") && m_systemDark);
    if (m_choice == choice && dark == m_dark)
        return;
    m_choice = choice;
    m_dark = dark;
    apply();
    emit changed();
}

void Theme::apply()
{
    QApplication::setPalette(paletteOf(colours()));
    qApp->setStyleSheet(styleSheet());
}

QString Theme::styleSheet() const
{
    const Colours& s = colours();
    QString sheet = QString::fromLatin1(kSheet);
    // Longer names first: @accent is the beginning of @accentSoft.
    const std::pair<const char*, QColor> names[] = {
        {"@accentSoft", s.accentSoft},
        {"@accentText", s.accentText},
        {"@accent", s.accent},
        {"@goodSoft", s.goodSoft},
        {"@good", s.good},
        {"@warnSoft", s.warnSoft},
        {"@warn", s.warn},
        {"@badSoft", s.badSoft},
        {"@bad", s.bad},
        {"@window", s.window},
        {"@base", s.base},
        {"@raised", s.raised},
        {"@text", s.text},
        {"@muted", s.muted},
        {"@line", s.line},
    };
    for (const auto& [name, colour] : names)
        sheet.replace(QLatin1StringView(name), colour.name());
    return sheet;
}

QPixmap Theme::pixmap(const QString& name, const QColor& colour, int size, qreal ratio) const
{
    const QString key = QStringLiteral("naru/%1/%2/%3/%4").arg(name, colour.name()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon Theme::icon(const QString& name, const QColor& colour) const
{
    QIcon icon;
    icon.addPixmap(pixmap(name, colour, 20));
    icon.addPixmap(pixmap(name, colours().muted, 20), QIcon::Disabled);
    return icon;
}

} // namespace naru::gui
